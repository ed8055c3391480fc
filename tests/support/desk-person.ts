import { callPhaseOf, openActivities, ringingActivities } from '@/lib/agent/derive';
import type { Activity } from '@/lib/daktela/activity';
import type { DaktelaClient } from '@/lib/daktela/client';
import type { SessionWorld } from './session-world';

type Deed = 'OPEN' | 'hangup' | 'CLOSE' | 'dial';

/** How long a person looks at a button that did nothing before pressing it once more. */
const PATIENCE_MS = 10_000;

export const intentKey = (deed: Deed, subject: string) => `${deed} ${subject}`;

/**
 * An agent who does what the popup shows: takes a ringing call after a moment, ends it after a
 * while, closes it with a status. Each press of a button is one intent.
 */
export function createDeskPerson(bench: SessionWorld, random: () => number) {
  const intents = new Map<string, number>();
  const pressedAtMs = new Map<string, number>();
  const firstSeenAtMs = new Map<string, number>();
  /** Calls this person lets ring. */
  const ignored = new Set<string>();

  function press(deed: Deed, name: string, run: (client: DaktelaClient) => Promise<void>): void {
    const key = intentKey(deed, name);
    const nowMs = bench.clock.now();
    if (nowMs - (pressedAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < PATIENCE_MS) return;
    pressedAtMs.set(key, nowMs);
    intents.set(key, (intents.get(key) ?? 0) + 1);
    void bench.session.command(key, run);
  }

  /** True from some seconds after the person has first seen this. */
  function isTime(what: string, afterMs: number): boolean {
    const nowMs = bench.clock.now();
    const sinceMs = firstSeenAtMs.get(what) ?? nowMs;
    firstSeenAtMs.set(what, sinceMs);
    return nowMs - sinceMs >= afterMs;
  }

  function workOn(activity: Activity): void {
    const { name, queue } = activity;
    if (callPhaseOf(bench.state, activity) !== 'ended') {
      if (isTime(`talk ${name}`, 12_000)) press('hangup', name, (client) => client.hangUp(name));
      return;
    }
    const statuses =
      queue?.name == null || queue.hasStatuses === false
        ? []
        : bench.state.queueStatuses[queue.name];
    // Without the list of statuses the popup has no button to press yet.
    if (!statuses || !isTime(`ended ${name}`, 3_000)) return;
    const [status] = statuses;
    const chosen = status ? [status.name] : [];
    press('CLOSE', name, (client) => client.closeActivity(name, chosen));
  }

  return {
    intents,
    /** Looks at the popup and does what there is to do. */
    look(): void {
      for (const { name } of ringingActivities(bench.state)) {
        if (!ignored.has(name) && isTime(`ring ${name}`, 2_000)) {
          press('OPEN', name, (client) => client.acceptActivity(name, '305'));
        }
      }
      for (const activity of openActivities(bench.state)) workOn(activity);
    },
    ignore(name: string): void {
      ignored.add(name);
    },
    /** Dials, and clicks once more at once as many people do. */
    dial(number: string): void {
      intents.set(intentKey('dial', number), 1);
      void bench.session.dial(`first-${number}`, number, null);
      if (random() < 0.5) void bench.session.dial(`second-${number}`, number, null);
    },
  };
}
