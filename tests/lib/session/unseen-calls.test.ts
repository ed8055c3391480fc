import { expect, it, vi } from 'vitest';
import type { Failure } from '@/lib/daktela/failure';
import { ENGLISH } from '@/lib/i18n/english';
import type { DialPlan, Reply } from '@/lib/messages/reply';
import { createUnseenCalls } from '@/lib/session/unseen-calls';
import { aDialPlan } from '../../support/questions';

function unseen(reply: Reply<unknown> = { ok: true, value: undefined }, plan = aDialPlan()) {
  const ports = {
    dial: vi.fn(async () => reply),
    plan: (text: string): DialPlan | null => (/\d/.test(text) ? plan : null),
    notify: vi.fn(async () => {}),
    newId: () => 'id',
  };
  return { ...ports, calls: createUnseenCalls(ports) };
}

const failure = (kind: Failure['kind']): Failure => ({ kind, messages: [] });

it('a call from where nothing of ours is open is dialled', async () => {
  const { calls, dial, notify } = unseen();
  await calls.call('  Tel. 600 111 222\n');
  expect(dial.mock.calls).toEqual([['id', 'Tel. 600 111 222']]);
  expect(notify).not.toHaveBeenCalled();
});

it('one that fails is told by the number it would have called', async () => {
  const { calls, notify } = unseen({ ok: false, error: failure('refused') });
  await calls.call('600 111 222');
  expect(notify.mock.calls).toEqual([['id', '+420600111222', failure('refused')]]);
});

it('a text without a number is told by its beginning', async () => {
  const { calls, notify } = unseen({ ok: false, error: failure('notANumber') });
  await calls.call('word '.repeat(100));
  expect(notify.mock.calls).toEqual([['id', 'word '.repeat(8), failure('notANumber')]]);
});

it.each([
  ['nothing selected', ' ', 'nothingSelected'],
  ['a page nobody may read', null, 'pageClosed'],
] as const)('%s is told, and nothing is dialled', async (_, selection, kind) => {
  const { calls, dial, notify } = unseen();
  await calls.call(selection);
  expect(notify.mock.calls).toEqual([['id', '', failure(kind)]]);
  expect(dial).not.toHaveBeenCalled();
});

it('of a text too long for a message the beginning is read', async () => {
  const { calls, dial } = unseen();
  await calls.call('7'.repeat(10_000));
  expect(dial.mock.calls).toEqual([['id', '7'.repeat(500)]]);
});

it.each([
  ['600', true, 'Call +420 600 111 222 · Czechia'],
  ['', true, 'Type or paste a phone number to call it'],
  ['Jan', true, 'There is no phone number to dial in this text.'],
  ['600', false, 'You are signed out.'],
])('with %j typed and signed in %s, Enter is said to do: %s', (typed, isSignedIn, words) => {
  expect(unseen().calls.describe(typed, isSignedIn, ENGLISH)).toBe(words);
});

it('a number of no country is said without one', () => {
  const plan = aDialPlan({ dial: '305', shown: '305', number: null, country: null });
  expect(unseen(undefined, plan).calls.describe('305', true, ENGLISH)).toBe('Call 305');
});
