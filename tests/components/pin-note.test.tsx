// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { anActivity, aState } from '../support/builders';
import { renderDesk } from '../support/desk';

const WORDS = /^The toolbar hides this button/;

afterEach(cleanup);

it('says how to bring the button into sight, as soon as the browser has told that it is hidden', () => {
  const desk = renderDesk(aState());
  expect(desk.queryByText(WORDS)).toBeNull();
  act(() => {
    desk.isButtonPinned.value = false;
  });
  expect(desk.getByText(WORDS).textContent).toContain('pin Agent Widget for Daktela');
});

it('does not come between the agent and an activity', () => {
  const desk = renderDesk(aState({ activities: [anActivity()] }));
  act(() => {
    desk.isButtonPinned.value = false;
  });
  expect(desk.queryByText(WORDS)).toBeNull();
});
