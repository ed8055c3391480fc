import { describe, expect, it } from 'vitest';
import { SIGNED_OUT } from '@/lib/agent/state';
import type { Activity, Channel } from '@/lib/daktela/activity';
import { callsInPages, type PageDial } from '@/lib/session/calls-in-pages';
import { aChannel, anOpenCall, aState, NOW_MS } from '../../support/builders';

const DIAL: PageDial = {
  tabId: 1,
  frameId: 0,
  number: '00420 777 123 456',
  atMs: NOW_MS,
  phase: null,
};

function stateWith(channel: Partial<Channel> | null, changes: Partial<Activity> = {}) {
  const call = anOpenCall({
    number: '+420777123456',
    direction: 'out',
    ...changes,
    channels: channel === null ? null : [aChannel(channel)],
  });
  return aState({ activities: [call] });
}

const phases = (state: ReturnType<typeof aState>, dial: PageDial, nowMs = NOW_MS) =>
  callsInPages(state, [dial], nowMs).news.map(({ phase }) => phase);

describe('a page is told that its call', () => {
  it.each([
    ['is being made', { state: 'Ringing' }, 'calling'],
    ['has been answered', { state: 'Speaking' }, 'talking'],
    ['goes on, while it is on hold', { state: 'On Hold' }, 'talking'],
  ] as const)('%s', (_what, channel, phase) => {
    expect(phases(stateWith(channel), DIAL)).toEqual([phase]);
  });

  it('is being made before the server says anything of its legs', () => {
    expect(phases(stateWith(null), DIAL)).toEqual(['calling']);
  });

  it('has ended, when its leg is closed or the activity has gone', () => {
    const talking: PageDial = { ...DIAL, phase: 'talking' };
    expect(phases(stateWith({ state: 'Closed' }), talking)).toEqual(['ended']);
    expect(phases(stateWith({}, { action: 'CLOSE' }), talking)).toEqual(['ended']);
    expect(phases(aState({ activities: [] }), talking)).toEqual(['ended']);
  });
});

it('tells each step once', () => {
  const state = stateWith({ state: 'Ringing' });
  const { dials } = callsInPages(state, [DIAL], NOW_MS);
  expect(dials).toEqual([{ ...DIAL, phase: 'calling' }]);
  expect(callsInPages(state, dials, NOW_MS)).toEqual({ dials, news: [] });
});

it('takes neither a call that came in nor one to another number for the one that was dialled', () => {
  expect(phases(stateWith({}, { direction: 'in' }), DIAL)).toEqual([]);
  expect(phases(stateWith({}, { number: '+420602345678' }), DIAL)).toEqual([]);
  expect(phases(stateWith({}, { type: 'SMS' }), DIAL)).toEqual([]);
});

it('does not take the end of the call before for that of the new one', () => {
  const { dials, news } = callsInPages(stateWith({ state: 'Closed' }), [DIAL], NOW_MS);
  expect(dials).toEqual([DIAL]);
  expect(news).toEqual([]);
});

it('looks after a call no longer once it has ended', () => {
  const talking: PageDial = { ...DIAL, phase: 'talking' };
  expect(callsInPages(aState({ activities: [] }), [talking], NOW_MS).dials).toEqual([]);
});

it('forgets what was dialled when the agent has left', () => {
  expect(callsInPages(SIGNED_OUT, [DIAL], NOW_MS).dials).toEqual([]);
});

it('gives a dial up that the server shows no call for within a minute', () => {
  const nothing = aState({ activities: [] });
  expect(callsInPages(nothing, [DIAL], NOW_MS + 60_000).dials).toEqual([DIAL]);
  expect(callsInPages(nothing, [DIAL], NOW_MS + 60_001)).toEqual({ dials: [], news: [] });
});
