import type { Clock } from '@/lib/daktela/clock';
import type { Player } from './player';
import type { Sound } from './sound';

/** A ring that nobody has asked for anew in this time is over: whoever could end it is no more. */
const LEASE_MS = 10_000;
/** Asking wakes a background that sleeps, which then finds out how the ring stands. */
const ASK_EVERY_MS = 4_000;

interface LeasePorts {
  readonly clock: Clock;
  readonly player: Player;
  /** Asks the background to ring again if it still rings. */
  ask(): void;
  /** Nothing is to be heard any more. */
  over(): void;
}

export interface RingLease {
  /** The background wants this to be heard, from now on for the length of a lease. */
  play(sound: Sound): void;
}

/**
 * Rings for a background that may be stopped at any moment. A call must not fall silent because the
 * background sleeps, and must not ring for ever because it is dead: so the ring itself asks, again
 * and again, whether it is to go on, and takes silence for an answer.
 */
export function createRingLease({ clock, player, ask, over }: LeasePorts): RingLease {
  let untilMs = 0;
  let timer: unknown = null;

  function watch(): void {
    timer = null;
    if (clock.now() >= untilMs) {
      player.stop();
      over();
      return;
    }
    timer = clock.setTimeout(watch, Math.min(ASK_EVERY_MS, untilMs - clock.now()));
    ask();
  }

  return {
    play(sound) {
      untilMs = clock.now() + LEASE_MS;
      player.play(sound);
      // What does not repeat ends by itself.
      if (sound.repeat) timer ??= clock.setTimeout(watch, ASK_EVERY_MS);
      else if (timer !== null) {
        clock.clearTimeout(timer);
        timer = null;
      }
    },
  };
}
