import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputerState } from '@/lib/agent/idle';
import { createComputerWatch } from '@/lib/session/computer-watch';
import { createTestClock } from '../../support/test-clock';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const IDLE_AFTER_MS = 5 * MINUTE_MS;
/** As often as pull data is answered, at the least. */
const LOOK_EVERY_MS = 15 * SECOND_MS;

/** A Firefox, which counts anew from what a person does and from each change of its own window. */
function aFirefox() {
  const clock = createTestClock();
  let countsFromMs = clock.now();
  const count = () => {
    countsFromMs = clock.now();
  };
  const asked: number[] = [];
  const state = { mayBeAsked: true };
  const watch = createComputerWatch(async (forMs) => {
    asked.push(forMs);
    if (!state.mayBeAsked) return null;
    return clock.now() - countsFromMs >= forMs ? 'idle' : 'active';
  }, clock);
  const seen: (ComputerState | null)[] = [];
  const look = async () => {
    seen.push(await watch.computer(IDLE_AFTER_MS));
    return seen.at(-1);
  };
  return {
    state,
    asked,
    seen,
    look,
    touch: count,
    /** The badge changes; the window is drawn anew a little later. */
    async changeBadge(drawnAfterMs = 200) {
      watch.stirred();
      await clock.advance(drawnAfterMs);
      count();
    },
    /** Time goes by, and the agent's state is looked at now and then. */
    async pass(ms: number, everyMs = LOOK_EVERY_MS) {
      for (let gone = 0; gone < ms; gone += everyMs) {
        await clock.advance(Math.min(everyMs, ms - gone));
        await look();
      }
    },
    /** A person at the computer, who moves every few seconds. */
    async work(ms: number) {
      for (let gone = 0; gone < ms; gone += 3 * SECOND_MS) {
        await clock.advance(3 * SECOND_MS);
        count();
        if (gone % LOOK_EVERY_MS === 0) await look();
      }
    },
  };
}

/** Somebody who was here, has left, and whose badge has just said so. */
async function left() {
  const firefox = aFirefox();
  await firefox.work(MINUTE_MS);
  await firefox.pass(IDLE_AFTER_MS + LOOK_EVERY_MS);
  expect(firefox.seen.at(-1)).toBe('idle');
  await firefox.changeBadge();
  firefox.seen.length = 0;
  return firefox;
}

describe('a person at the computer', () => {
  it('is unknown to a background that has just woken, and known when somebody moves later', async () => {
    const firefox = aFirefox();
    firefox.touch();
    expect(await firefox.look()).toBeNull();
    await firefox.work(30 * SECOND_MS);
    expect(await firefox.look()).toBe('active');
  });

  it('is unknown where the browser does not tell', async () => {
    const firefox = aFirefox();
    await firefox.work(MINUTE_MS);
    firefox.state.mayBeAsked = false;
    expect(await firefox.look()).toBeNull();
  });

  it('has left when nobody has moved for that long', async () => {
    const firefox = aFirefox();
    await firefox.work(MINUTE_MS);
    await firefox.pass(IDLE_AFTER_MS - LOOK_EVERY_MS);
    expect(firefox.seen.at(-1)).toBe('active');
    await firefox.pass(LOOK_EVERY_MS);
    expect(firefox.seen.at(-1)).toBe('idle');
  });

  it('has left although the badge has come and gone meanwhile', async () => {
    const firefox = aFirefox();
    await firefox.work(MINUTE_MS);
    for (let call = 0; call < 5; call += 1) {
      await firefox.changeBadge();
      await firefox.pass(8 * SECOND_MS);
      await firefox.changeBadge();
      await firefox.pass(52 * SECOND_MS);
    }
    await firefox.pass(30 * SECOND_MS);
    expect(firefox.seen.at(-1)).toBe('idle');
  });

  it('is not back because the badge says that they have left', async () => {
    const firefox = await left();
    expect(await firefox.look()).toBe('idle');
    await firefox.pass(IDLE_AFTER_MS - MINUTE_MS);
    expect(new Set(firefox.seen)).toEqual(new Set(['idle']));
  });

  it('is back with the first look after a movement, once the badge stands still', async () => {
    const firefox = await left();
    await firefox.pass(MINUTE_MS);
    firefox.touch();
    expect(await firefox.look()).toBe('active');
  });

  it('is back within half a minute who comes in the very moment in which the badge changes', async () => {
    const firefox = await left();
    await firefox.work(30 * SECOND_MS);
    expect(firefox.seen.at(-1)).toBe('active');
  });

  it('is asked for no time in which we have changed something ourselves', async () => {
    const firefox = await left();
    await firefox.pass(20 * SECOND_MS);
    firefox.asked.length = 0;
    await firefox.pass(15 * SECOND_MS);
    expect(firefox.asked).toEqual([IDLE_AFTER_MS, 15 * SECOND_MS]);
  });

  it('who works on is never taken for one who has left, whatever the badge does', async () => {
    const step = fc.record({
      pauseMs: fc.integer({ min: SECOND_MS, max: 50 * SECOND_MS }),
      touches: fc.boolean(),
      changes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const firefox = aFirefox();
        let quietMs = 0;
        for (const { pauseMs, touches, changes } of steps) {
          await firefox.pass(pauseMs);
          quietMs += pauseMs;
          if (touches || quietMs > 2 * MINUTE_MS) {
            // Longer than the window takes to settle, so that some of it can be told from the badge.
            await firefox.work(24 * SECOND_MS);
            quietMs = 0;
          }
          if (changes) await firefox.changeBadge();
        }
        expect(firefox.seen).not.toContain('idle');
      }),
    );
  });

  it('who stays away is never taken for one who is back, whatever the badge does', async () => {
    const pauses = fc.array(fc.integer({ min: SECOND_MS, max: 50 * SECOND_MS }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(pauses, async (pausesMs) => {
        const firefox = await left();
        for (const pauseMs of pausesMs) {
          await firefox.pass(pauseMs);
          await firefox.changeBadge(pauseMs % 1_500);
        }
        expect(firefox.seen).not.toContain('active');
      }),
    );
  });
});
