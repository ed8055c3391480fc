// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { Shortcut } from '@/lib/settings/shortcuts';
import { aPause } from '../../support/builders';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { SETTINGS_DATA } from '../../support/settings-data';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

const key = (name: string, keys: string, suggested: string | null = null): Shortcut => ({
  name,
  title: `browser’s words of ${name}`,
  keys,
  suggested,
});
const KEYS = [
  key('step-next', 'Alt+Shift+J', 'Alt+Shift+J'),
  key('accept', 'Alt+Shift+Y', 'Alt+Shift+Y'),
  key('reject', ''),
  key('hang-up', '', 'Alt+Shift+H'),
  key('_execute_action', 'Media Play/Pause'),
];

async function renderKeys(shortcuts: readonly Shortcut[] = KEYS, words = ENGLISH) {
  const page = renderSettings(words);
  page.alerts.shortcuts = shortcuts;
  await act(() => void window.dispatchEvent(new Event('focus')));
  const group = page.container.querySelector<HTMLElement>('[aria-labelledby="keys-title"]');
  if (!group) throw new Error('There are no keys.');
  const texts = () =>
    within(group)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
  await waitFor(() =>
    expect(within(group).getAllByRole('listitem')).toHaveLength(shortcuts.length),
  );
  return { ...page, group: within(group), element: group, texts };
}

it('keys are told in our own words, those for calls first, and a suggestion that is not set as taken', async () => {
  const { texts } = await renderKeys();
  expect(texts()).toEqual([
    'Accept what ringsAlt+Shift+Y',
    'Reject what ringsNo key',
    'Hang up the callNo key: Alt+Shift+H is taken by the browser or by another extensionNo key',
    'Open the deskMedia Play/Pause',
    'Go to the next number on the pageAlt+Shift+J',
  ]);
});

it('a key that stands for two commands is told with both', async () => {
  const { texts } = await renderKeys([key('accept', 'Alt+1'), key('reject', 'Alt+1')]);
  expect(texts()).toEqual([
    'Accept what ringsThe same key as “Reject what rings”Alt+1',
    'Reject what ringsThe same key as “Accept what rings”Alt+1',
  ]);
});

it('keys that were changed in the browser are read when the agent comes back', async () => {
  const { alerts, texts } = await renderKeys([key('accept', '')]);
  alerts.shortcuts = [key('accept', 'Ctrl+Shift+1')];
  await act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await waitFor(() => expect(texts()).toEqual(['Accept what ringsCtrl+Shift+1']));
});

it('the browser’s own page of keys is opened by a click', async () => {
  const { alerts, group } = await renderKeys();
  fireEvent.click(group.getByRole('button', { name: 'Change keys…' }));
  expect(alerts.shortcutPages).toBe(1);
});

it('the pause that the key starts is one of the agent’s own, or the only one', async () => {
  const page = await renderKeys();
  await act(async () => {
    page.away.pauses.value = [aPause(), aPause({ name: 'smoke', title: 'Smoke' })];
  });
  const select = page.group.getByLabelText('Pause that the key starts');
  expect(
    within(select)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['The only one there is', 'Pause: Lunch', 'Pause: Smoke']);
  fireEvent.change(select, { target: { value: 'smoke' } });
  await waitFor(() => expect(page.settings.value?.shortcuts.pause).toBe('smoke'));
  fireEvent.change(select, { target: { value: '' } });
  await waitFor(() => expect(page.settings.value?.shortcuts.pause).toBeNull());
});

it('a chosen pause stands by its name while nobody is signed in', async () => {
  const page = renderSettings(ENGLISH, { shortcuts: { pause: 'lunch' } });
  const select = page.getByLabelText('Pause that the key starts') as HTMLSelectElement;
  expect(select.selectedOptions[0]?.textContent).toBe('Pause: lunch');
});

it('is in the chosen language and has no barriers that axe knows of', async () => {
  const { element } = await renderKeys(KEYS, PSEUDO);
  const keys = KEYS.flatMap(({ keys: text }) => text);
  expect(untranslatedIn(element, [...SETTINGS_DATA, ...keys])).toEqual([]);
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
