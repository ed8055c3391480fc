// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { aState } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

function openMenu() {
  const desk = renderDesk(aState());
  fireEvent.click(desk.getByRole('button', { name: 'Menu' }));
  return desk;
}

it.each([
  ['Keep open', 'panel'],
  ['Open in a window', 'window'],
])('“%s” shows the desk in the %s in the very click and closes the menu', (name, place) => {
  const desk = openMenu();
  fireEvent.click(desk.getByRole('button', { name }));
  expect(desk.shown).toEqual([place]);
  expect(desk.queryByRole('button', { name })).toBeNull();
});

it('keeps where the toolbar button opens the desk, and leaves the menu open to see it', () => {
  const desk = openMenu();
  const radio = (name: string) => desk.getByRole('radio', { name }) as HTMLInputElement;
  expect(radio('Popup').checked).toBe(true);
  fireEvent.click(radio('Side panel'));
  expect(desk.settings.value.toolbarPlace).toBe('panel');
  expect(radio('Side panel').checked).toBe(true);
  expect(radio('Popup').checked).toBe(false);
});
