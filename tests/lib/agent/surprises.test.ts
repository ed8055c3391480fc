import { describe, expect, it } from 'vitest';
import { reduce } from '@/lib/agent/reduce';
import type { AgentState } from '@/lib/agent/state';
import type { PullChanges } from '@/lib/daktela/pull-data';
import { anExtension, aPause, aState, NOW_MS } from '../../support/builders';

const MINUTE_MS = 60_000;
const TEN_MINUTES_LATER_MS = NOW_MS + 10 * MINUTE_MS;

const pull = (state: AgentState, changes: PullChanges, atMs: number, complete = true) =>
  reduce(state, { type: 'pulled', reply: { hash: 'h', changes }, complete, atMs });

const brokenAt = (state: AgentState, atMs: number) =>
  reduce(state, {
    type: 'linkBroken',
    offline: false,
    failure: { kind: 'network', messages: [] },
    atMs,
    retryAtMs: atMs + 1_000,
    notBeforeMs: atMs,
  });

describe('calls missed while away', () => {
  const before = aState({ missedCount: 2 });

  it('are counted against what was known before the computer slept', () => {
    expect(pull(before, { missedCount: 3 }, TEN_MINUTES_LATER_MS).missedAway).toEqual({
      count: 1,
      fromMs: NOW_MS,
      toMs: TEN_MINUTES_LATER_MS,
      reason: 'asleep',
    });
  });

  it('are laid to sleep although the network needs a moment after waking', () => {
    const waking = brokenAt(before, TEN_MINUTES_LATER_MS - 2_000);
    const after = pull(waking, { missedCount: 3 }, TEN_MINUTES_LATER_MS);
    expect(after.missedAway?.reason).toBe('asleep');
  });

  it('are laid to the server when it was asked all the while', () => {
    const failing = brokenAt(brokenAt(before, NOW_MS + 20_000), NOW_MS + 50_000);
    const after = pull(failing, { missedCount: 4 }, TEN_MINUTES_LATER_MS);
    expect(after.missedAway).toMatchObject({ count: 2, reason: 'unreachable' });
  });

  it('are not told of when the link was healthy', () => {
    expect(pull(before, { missedCount: 3 }, NOW_MS + 15_000, false).missedAway).toBeNull();
  });

  it('are not told of when there were none', () => {
    expect(pull(before, { missedCount: 2 }, TEN_MINUTES_LATER_MS).missedAway).toBeNull();
  });

  it('are not told of when the server has begun to count anew', () => {
    expect(pull(before, { missedCount: 0 }, TEN_MINUTES_LATER_MS).missedAway).toBeNull();
  });

  it('are not told of by the first pull after signing in', () => {
    const fresh = aState({ pulledAtMs: null });
    expect(pull(fresh, { missedCount: 9 }, NOW_MS).missedAway).toBeNull();
  });

  it('of two naps are added up until the agent has read them', () => {
    const once = pull(before, { missedCount: 3 }, TEN_MINUTES_LATER_MS);
    const laterMs = TEN_MINUTES_LATER_MS + 30 * MINUTE_MS;
    expect(pull(once, { missedCount: 5 }, laterMs).missedAway).toMatchObject({
      count: 3,
      fromMs: NOW_MS,
      toMs: laterMs,
    });
  });

  it('are gone once they were read', () => {
    const told = pull(before, { missedCount: 3 }, TEN_MINUTES_LATER_MS);
    expect(reduce(told, { type: 'awayDismissed' }).missedAway).toBeNull();
  });
});

describe('a state changed elsewhere', () => {
  const laterMs = NOW_MS + MINUTE_MS;
  const paused = anExtension({ state: 'Paused', pause: aPause() });
  const change = (state: AgentState, extension = paused) =>
    pull(state, { extension }, laterMs, false).changedElsewhere;

  it.each([
    ['Session', anExtension({ state: 'Session' })],
    ['Paused', paused],
  ] as const)('is told when nothing here has asked for %s', (to, extension) => {
    expect(change(aState(), extension)).toEqual({ to, atMs: laterMs });
  });

  const commanded = (to: 'Idle' | 'Paused', atMs: number) =>
    change(aState({ commanded: { to, atMs } }));

  it('is told when it was asked for here long ago', () => {
    expect(commanded('Paused', NOW_MS - 10 * MINUTE_MS)).not.toBeNull();
  });

  it('is told when another state was asked for here', () => {
    expect(commanded('Idle', laterMs - 2_000)).not.toBeNull();
  });

  it('is not told when it has just been asked for here', () => {
    expect(commanded('Paused', laterMs - 2_000)).toBeNull();
  });

  it.each(['wrap', 'lajdak', 'dnd'] as const)(
    'is not told of the system pause %s, which comes and goes by itself',
    (kind) => {
      const system = anExtension({ state: 'Paused', pause: aPause({ kind }) });
      expect(change(aState(), system)).toBeNull();
      expect(change(aState({ extension: system }), anExtension())).toBeNull();
    },
  );

  it('is not told when the state is the same', () => {
    expect(change(aState(), anExtension({ line: '777' }))).toBeNull();
  });

  it('is not told by the first pull after signing in', () => {
    expect(change(aState({ extension: null }))).toBeNull();
  });

  it('stays told through pulls that say nothing of it', () => {
    const told = pull(aState(), { extension: paused }, laterMs, false);
    const after = pull(told, { missedCount: 1 }, laterMs + 1_000, false);
    expect(after.changedElsewhere).toEqual({ to: 'Paused', atMs: laterMs });
  });

  it('is gone once the agent has read it', () => {
    const told = pull(aState(), { extension: paused }, laterMs, false);
    expect(reduce(told, { type: 'elsewhereDismissed' }).changedElsewhere).toBeNull();
  });

  it('is gone once the agent asks for a state here', () => {
    const told = pull(aState(), { extension: paused }, laterMs, false);
    const after = reduce(told, {
      type: 'commanded',
      to: 'Idle',
      planned: false,
      atMs: laterMs + 5_000,
    });
    expect(after.changedElsewhere).toBeNull();
  });
});
