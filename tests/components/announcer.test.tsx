// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { AgentState } from '@/lib/agent/state';
import { anActivity, anExtension, aPause, aState, NOW_MS } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

type Desk = ReturnType<typeof renderDesk>;
const said = (desk: Desk, live: 'polite' | 'assertive') =>
  [...desk.container.querySelectorAll(`.unseen [aria-live=${live}]`)]
    .map(({ textContent }) => textContent)
    .filter((words) => words !== '');
const turn = (desk: Desk, state: AgentState) =>
  act(() => {
    desk.state.value = state;
  });
const paused = aState({ extension: anExtension({ state: 'Paused', pause: aPause() }) });

it('says nothing of how things stand when the desk is opened', () => {
  expect(said(renderDesk(aState()), 'polite')).toEqual([]);
});

it('says what rings, at once', () => {
  const desk = renderDesk(aState());
  turn(desk, aState({ activities: [anActivity()] }));
  expect(said(desk, 'assertive')).toEqual(['+420600111222 is ringing in Support']);
});

it('says how the state has changed', () => {
  const desk = renderDesk(aState());
  turn(desk, paused);
  expect(said(desk, 'polite')).toEqual(['Paused: Lunch']);
});

it('says that the connection is lost and back', () => {
  const desk = renderDesk(aState());
  turn(desk, aState({ link: 'reconnecting' }));
  expect(said(desk, 'polite')).toEqual(['Reconnecting']);
  turn(desk, aState());
  expect(said(desk, 'polite')).toEqual(['Connected']);
});

it('does not say it again each second', () => {
  const desk = renderDesk(aState());
  turn(desk, paused);
  const before = desk.container.querySelector('.unseen')?.innerHTML;
  act(() => {
    desk.nowMs.value = NOW_MS + 5_000;
  });
  expect(desk.container.querySelector('.unseen')?.innerHTML).toBe(before);
});
