// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { badgeOf, presenceTitle } from '@/lib/agent/badge';
import {
  callerOf,
  callPhaseOf,
  linkOf,
  mustChooseDevice,
  openActivities,
  pauseTitleOf,
  presenceOf,
  ringingActivities,
  shownAnnouncements,
  talkingSinceMs,
  waitingActivities,
} from '@/lib/agent/derive';
import { reactions } from '@/lib/agent/reactions';
import { type AgentEvent, reduce } from '@/lib/agent/reduce';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import { decodeDevices } from '@/lib/daktela/device';
import { decodePullReply } from '@/lib/daktela/pull-data';
import { decodeStatus } from '@/lib/daktela/status';
import { createReadTime } from '@/lib/daktela/time';
import { decodeWhoim } from '@/lib/daktela/whoim';
import { decodeEach, recordOf } from '@/lib/daktela/wire';
import en from '@/lib/i18n/locales/en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { NOW_MS } from '../../support/builders';
import { realReplies } from '../../support/real-replies';
import { mutationsOf } from '../../support/wire-mutations';

const t = createTranslate('en', en);
const readTime = createReadTime('2026-01-12 09:00:00', NOW_MS);
const real = await realReplies();
const ORIGIN = 'https://company.daktela.com';
const FAILURE = { kind: 'refused', messages: ['Ne'] } as const;

const resultOf = (body: unknown) => recordOf(body)?.result ?? null;
const whoimOf = (body: unknown) => decodeWhoim(resultOf(body));
const atMs = fc.integer({ min: NOW_MS - 3_600_000, max: NOW_MS + 3_600_000 });

const pulled: fc.Arbitrary<AgentEvent> = fc
  .tuple(fc.oneof(mutationsOf(real.pull), fc.constant(real.pull)), fc.boolean(), atMs)
  .map(([body, complete, at]) => ({
    type: 'pulled',
    reply: decodePullReply({ result: resultOf(body), body, readTime }),
    complete,
    atMs: at,
  }));

const others: fc.Arbitrary<AgentEvent> = fc.oneof(
  fc.constantFrom<AgentEvent>(
    { type: 'permissionAwaited', origin: ORIGIN },
    { type: 'loginStarted', origin: ORIGIN },
    { type: 'signInFailed', failure: FAILURE },
    { type: 'signedIn', origin: ORIGIN, whoim: whoimOf(real.whoim) },
    { type: 'signedIn', origin: ORIGIN, whoim: null },
    { type: 'signedOut', reason: 'expired' },
    {
      type: 'linkBroken',
      offline: true,
      failure: { kind: 'offline', messages: [] },
      atMs: NOW_MS,
      retryAtMs: NOW_MS + 1_000,
      notBeforeMs: NOW_MS,
    },
    { type: 'resumed' },
    { type: 'noticed', notice: { id: '1', number: '777', failure: FAILURE } },
    { type: 'noticeDismissed' },
    { type: 'announcementsDismissed', announcements: ['announcements_1'] },
  ),
  mutationsOf(real.whoim).map((body): AgentEvent => {
    const whoim = whoimOf(body);
    return whoim ? { type: 'whoimLoaded', whoim } : { type: 'resumed' };
  }),
  mutationsOf(real.statuses).map(
    (body): AgentEvent => ({
      type: 'statusesLoaded',
      queue: '3001',
      statuses: decodeEach(resultOf(body), decodeStatus),
    }),
  ),
  mutationsOf(real.devices).map(
    (body): AgentEvent => ({
      type: 'devicesLoaded',
      devices: decodeDevices(resultOf(body)),
    }),
  ),
);

const events = fc.array(fc.oneof({ weight: 3, arbitrary: pulled }, others), {
  minLength: 1,
  maxLength: 8,
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/** Every state the events lead through, one after another. */
function statesOf(history: readonly AgentEvent[]): AgentState[] {
  let state = frozen(SIGNED_OUT);
  return history.map((event) => {
    state = frozen(reduce(state, frozen(event)));
    return state;
  });
}

it('any history leads to states without a closed activity, and changes no state or event', () => {
  fc.assert(
    fc.property(events, (history) => {
      for (const { activities } of statesOf(history)) {
        expect(activities.filter(({ action }) => action === 'CLOSE')).toEqual([]);
        expect(new Set(activities.map(({ name }) => name)).size).toBe(activities.length);
      }
    }),
  );
});

it('any state of any history can be stored and read again', () => {
  fc.assert(
    fc.property(events, (history) => {
      const last = statesOf(history).at(-1);
      expect(JSON.parse(JSON.stringify(last))).toEqual(last);
    }),
    { numRuns: 40 },
  );
});

it('badge, words and lists can be made of any state of any history', () => {
  fc.assert(
    fc.property(events, atMs, (history, nowMs) => {
      for (const state of statesOf(history)) {
        const badge = badgeOf(state, nowMs, t);
        expect(badge.title).not.toMatch(/undefined|null|NaN|\[object/);
        expect(badge.text.length).toBeLessThanOrEqual(4);
        expect(presenceTitle(state, nowMs, t)).not.toBe('');
        expect(['unknown', 'ready', 'unready', 'paused', 'onCall']).toContain(
          presenceOf(state, nowMs),
        );
        expect(['connecting', 'connected', 'reconnecting', 'offline']).toContain(
          linkOf(state, nowMs),
        );
        expect(pauseTitleOf(state)).not.toBe('');
        expect(mustChooseDevice(state)).toBeTypeOf('boolean');
        expect(shownAnnouncements(state).length).toBeLessThanOrEqual(state.announcements.length);
        const lists = [
          ringingActivities(state),
          waitingActivities(state),
          openActivities(state),
        ].flat();
        expect(new Set(lists).size).toBe(lists.length);
        for (const activity of state.activities) {
          callPhaseOf(state, activity);
          expect(talkingSinceMs(state, activity)).not.toBeNaN();
          expect(callerOf(activity)).not.toBe('');
        }
      }
    }),
  );
});

it('going from any state to the next asks for each thing once at most', () => {
  fc.assert(
    fc.property(events, (history) => {
      const states = [SIGNED_OUT, ...statesOf(history)];
      for (const [index, next] of states.slice(1).entries()) {
        const effects = reactions(states[index] ?? SIGNED_OUT, next).map((e) => JSON.stringify(e));
        expect(new Set(effects).size).toBe(effects.length);
      }
    }),
  );
});
