// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_IDLE, type IdleSettings } from '@/lib/settings/idle';
import { aPause } from '../../support/builders';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { SETTINGS_DATA } from '../../support/settings-data';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

const LEAVE = 'Leave when nobody is at the computer';
const NOT_ALLOWED = 'The browser does not tell yet whether anybody is there.';

function renderIdle(chosen: Partial<IdleSettings> = {}, managed: unknown = null, words = ENGLISH) {
  const page = renderSettings(words, { idle: { ...DEFAULT_IDLE, ...chosen } }, managed);
  const element = page.container.querySelector<HTMLElement>('[aria-labelledby="idle-title"]');
  if (!element) throw new Error('The group is missing.');
  const group = within(element);
  const kept = () => page.settings.value?.idle;
  return { ...page, element, group, kept };
}

describe('the switch', () => {
  it('asks the browser in the very click, and keeps what was switched', async () => {
    const { group, kept, away } = renderIdle();
    expect(group.queryByText(NOT_ALLOWED)).toBeNull();
    fireEvent.click(group.getByRole('switch', { name: LEAVE }));
    expect(away.isAllowed.value).toBe(true);
    await waitFor(() => expect(kept()?.on).toBe(true));
    expect(group.queryByText(NOT_ALLOWED)).toBeNull();
  });

  it('gives the permission back when it is switched off', async () => {
    const { group, kept, away } = renderIdle({ on: true });
    away.isAllowed.value = true;
    fireEvent.click(group.getByRole('switch', { name: LEAVE }));
    await waitFor(() => expect(kept()?.on).toBe(false));
    expect(away.isAllowed.value).toBe(false);
  });

  it('stays as it was switched when the next change comes before the page shows it', async () => {
    const { group, kept } = renderIdle();
    const minutes = group.getByRole('combobox', { name: /^After/ }) as HTMLSelectElement;
    // Without the library's own events, after each of which the page is anew.
    group.getByRole('switch', { name: LEAVE }).click();
    minutes.value = '1';
    minutes.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(kept()).toMatchObject({ on: true, minutes: 1 }));
  });

  it('says that the browser does not tell, and offers to ask it again', async () => {
    const { group, away } = renderIdle();
    away.answer.says = false;
    fireEvent.click(group.getByRole('switch', { name: LEAVE }));
    await waitFor(() => expect(group.getByText(NOT_ALLOWED)).toBeTruthy());
    away.answer.says = true;
    fireEvent.click(group.getByRole('button', { name: 'Allow…' }));
    await waitFor(() => expect(group.queryByText(NOT_ALLOWED)).toBeNull());
  });

  it('that an administrator has locked still lets the browser be asked', () => {
    const { group, away } = renderIdle({}, { 'idle.on': { value: true, locked: true } });
    expect(group.getByRole('switch', { name: LEAVE }).closest('fieldset')?.disabled).toBe(true);
    fireEvent.click(group.getByRole('button', { name: 'Allow…' }));
    expect(away.isAllowed.value).toBe(true);
  });
});

it('minutes are chosen, and those an administrator has given stand among them', async () => {
  const { group, kept } = renderIdle({ minutes: 7 });
  const select = group.getByLabelText('After') as HTMLSelectElement;
  expect(select.selectedOptions[0]?.textContent).toBe('7 minutes');
  fireEvent.change(select, { target: { value: '1' } });
  await waitFor(() => expect(kept()?.minutes).toBe(1));
  expect(select.selectedOptions[0]?.textContent).toBe('1 minute');
});

it('what comes then is unready or one of the agent’s pauses', async () => {
  const { group, kept, away } = renderIdle();
  await act(async () => {
    away.pauses.value = [aPause()];
  });
  const select = group.getByLabelText('Then');
  fireEvent.change(select, { target: { value: 'lunch' } });
  await waitFor(() => expect(kept()?.pause).toBe('lunch'));
  fireEvent.change(select, { target: { value: '' } });
  await waitFor(() => expect(kept()?.pause).toBeNull());
});

it('who is always logged in is told to choose a pause', async () => {
  const { group, away } = renderIdle();
  const problem = 'You are always logged in and cannot go unready: choose a pause.';
  expect(group.queryByText(problem)).toBeNull();
  await act(async () => {
    away.isStaticLogin.value = true;
    away.pauses.value = [aPause()];
  });
  expect(group.getByText(problem)).toBeTruthy();
  fireEvent.change(group.getByLabelText('Then'), { target: { value: 'lunch' } });
  await waitFor(() => expect(group.queryByText(problem)).toBeNull());
});

it('coming back is by itself until it is switched off', async () => {
  const { group, kept } = renderIdle();
  fireEvent.click(group.getByRole('switch', { name: 'Come back by itself' }));
  await waitFor(() => expect(kept()?.comesBack).toBe(false));
});

it('is in the chosen language and has no barriers that axe knows of', async () => {
  const { element, away } = renderIdle({ on: true, pause: 'gone' }, null, PSEUDO);
  await act(async () => {
    away.isStaticLogin.value = true;
  });
  expect(untranslatedIn(element, SETTINGS_DATA)).toEqual([]);
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
