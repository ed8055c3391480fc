// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { MissedAway } from '@/lib/agent/state';
import { aState, NOW_MS } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const missed = (changes: Partial<MissedAway> = {}): MissedAway => ({
  count: 1,
  fromMs: NOW_MS - 600_000,
  toMs: NOW_MS,
  reason: 'asleep',
  ...changes,
});

it.each([
  [missed(), '1 call missed while the computer slept'],
  [missed({ count: 3 }), '3 calls missed while the computer slept'],
  [missed({ reason: 'unreachable' }), '1 call missed while Daktela could not be reached'],
])('says what was missed and why', (missedAway, words) => {
  const desk = renderDesk(aState({ missedAway }));
  expect(desk.getByText(new RegExp(words))).toBeTruthy();
});

it.each([
  ['Session', 'You became unready at'],
  ['Idle', 'You became ready at'],
  ['Paused', 'A pause was started at'],
] as const)('says that the state became %s and not from here', (to, words) => {
  const desk = renderDesk(aState({ changedElsewhere: { to, atMs: NOW_MS } }));
  const note = desk.getByText(new RegExp(words));
  expect(note.textContent).toContain('Perhaps you are signed in twice');
});

it('is dismissed for what was missed', () => {
  const desk = renderDesk(aState({ missedAway: missed() }));
  fireEvent.click(desk.getByRole('button', { name: 'Dismiss' }));
  expect(desk.sent).toEqual([{ type: 'away.dismiss' }]);
});

it('is dismissed for what was changed elsewhere', () => {
  const desk = renderDesk(aState({ changedElsewhere: { to: 'Idle', atMs: NOW_MS } }));
  fireEvent.click(desk.getByRole('button', { name: 'Dismiss' }));
  expect(desk.sent).toEqual([{ type: 'elsewhere.dismiss' }]);
});

it('says nothing when nothing happened', () => {
  const desk = renderDesk(aState());
  expect(desk.queryByRole('button', { name: 'Dismiss' })).toBeNull();
});
