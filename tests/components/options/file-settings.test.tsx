// @vitest-environment happy-dom
import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { settingsFileOf } from '@/lib/settings/settings-file';
import { taughtFileOf } from '@/lib/settings/taught-numbers';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

type Page = ReturnType<typeof renderSettings>;

function load(page: Page, content: string): void {
  fireEvent.change(page.getByLabelText('Load settings…'), {
    target: { files: [new File([content], 'settings.json')] },
  });
}

const press = (page: Page, name: string) => fireEvent.click(page.getByRole('button', { name }));
const fileWith = (settings: object) =>
  JSON.stringify({ product: 'Agent Widget for Daktela', format: 'settings', version: 1, settings });
const CZECH_NATIONAL = fileWith({ language: 'cs', dialling: { form: 'national' } });

it('saves all settings as a file with a name of the product', () => {
  const page = renderSettings(ENGLISH, { language: 'pl' });
  const link = page.getByRole('link', { name: 'Save settings' }) as HTMLAnchorElement;
  const content = decodeURIComponent(link.href.split(',').slice(1).join(','));
  expect(content).toBe(settingsFileOf({ ...DEFAULT_SETTINGS, language: 'pl' }));
  expect(link.download).toBe('agent-widget-settings.json');
});

describe('a file', () => {
  it('is looked over, then and now side by side, before anything of it counts', async () => {
    const page = renderSettings();
    load(page, CZECH_NATIONAL);
    const look = within(await page.findByRole('region', { name: 'The file will change this:' }));
    expect([...look.getAllByRole('definition')].map(({ textContent }) => textContent)).toEqual([
      'Automatic (Čeština) Čeština',
      'with + and the country code without a prefix at home, with 00 abroad',
    ]);
    expect([...look.getAllByRole('term')].map(({ textContent }) => textContent)).toEqual([
      'Language',
      'Dialling · Dial numbers',
    ]);
    expect(page.chosen.value).toEqual({});
    press(page, 'Cancel');
    expect(page.queryByRole('region', { name: 'The file will change this:' })).toBeNull();
    expect(page.chosen.value).toEqual({});
  });

  it('says of alerts and callers’ pages what would change, in the words of their settings', async () => {
    const page = renderSettings();
    load(
      page,
      fileWith({
        alerts: {
          rungs: { own: { CALL: { window: true } }, pool: {} },
          tone: 'wood',
          volume: 0.5,
          quietHours: { from: 1_320, to: 420 },
          spoken: true,
        },
        screenPop: { out: 'ring', search: 'https://crm.example/?q={number}', reuseTab: false },
      }),
    );
    const look = within(await page.findByRole('region', { name: 'The file will change this:' }));
    expect([...look.getAllByRole('definition')].map(({ textContent }) => textContent)).toEqual([
      '– For me, Call, Desk opens: On',
      'Two bells Wood',
      '80% 50%',
      'Off 22:00–07:00',
      'Off On',
      'Never When it is dialled',
      '– https://crm.example/?q={number}',
      'On Off',
    ]);
  });

  it('counts when the agent says so, and can be undone', async () => {
    const page = renderSettings(ENGLISH, { language: 'pl' });
    load(page, CZECH_NATIONAL);
    await page.findByText('The file will change this:');
    press(page, 'Change these settings');
    await waitFor(() => expect(page.radio('Čeština').checked).toBe(true));
    expect(page.chosen.value).toEqual({ language: 'cs', dialling: { form: 'national' } });
    expect(page.getByRole('status').textContent).toContain('The settings were loaded.');
    press(page, 'Undo');
    await waitFor(() => expect(page.radio('Polski').checked).toBe(true));
    expect(page.chosen.value).toEqual({ language: 'pl' });
    expect(page.getByRole('status').textContent).toBe('All settings are as they were before.');
  });

  it('says of each thing that it leaves out which it was and why', async () => {
    const page = renderSettings(ENGLISH, {}, { 'dialling.form': { value: 'plus', locked: true } });
    load(
      page,
      fileWith({ language: 'fr', token: 'x', dialling: { form: 'zeros', country: 'SK' } }),
    );
    await page.findByText('Left out of it:');
    const lines = [...page.container.querySelectorAll('.left-out li')];
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Dialling · Dial numbers: set by your administrator',
      'language: "fr" makes no sense',
      'token: no such setting can be given here',
    ]);
    press(page, 'Change these settings');
    await waitFor(() => expect(page.chosen.value).toEqual({ dialling: { country: 'SK' } }));
  });

  it('in which everything is as it is already changes nothing', async () => {
    const page = renderSettings();
    load(page, settingsFileOf(DEFAULT_SETTINGS));
    await page.findByText('Nothing in this file would change a setting.');
    expect(page.queryByRole('button', { name: 'Change these settings' })).toBeNull();
    press(page, 'Close');
    expect(page.queryByText('Nothing in this file would change a setting.')).toBeNull();
  });

  it.each([
    ['{', 'This file cannot be read: it is no JSON, or it is cut off. Nothing was changed.'],
    [
      taughtFileOf([]),
      'This file holds something else. Choose one that was saved here. Nothing was changed.',
    ],
    [
      CZECH_NATIONAL.replace('"version":1', '"version":2'),
      'A later version of this extension has written this file. Update the extension first. Nothing was changed.',
    ],
    [fileWith({}), 'There is no setting in this file. Nothing was changed.'],
  ])('like %j is refused in words and changes nothing', async (content, words) => {
    const page = renderSettings();
    load(page, content);
    await waitFor(() => expect(page.getByRole('alert').textContent).toBe(words));
    expect(page.chosen.value).toEqual({});
  });

  it('that the browser does not keep is still there to be tried again', async () => {
    const page = renderSettings();
    load(page, CZECH_NATIONAL);
    await page.findByText('The file will change this:');
    page.disk.full = true;
    press(page, 'Change these settings');
    await waitFor(() => expect(page.getByRole('alert').textContent).toContain('did not save'));
    page.disk.full = false;
    press(page, 'Change these settings');
    await waitFor(() => expect(page.radio('Čeština').checked).toBe(true));
  });
});

describe('the reset', () => {
  it('asks in words first', () => {
    const page = renderSettings(ENGLISH, { language: 'pl' });
    press(page, 'Reset settings…');
    const question = page.getByRole('region', { name: 'Reset all settings?' });
    expect(question.textContent).toContain('listed and blocked sites go too');
    expect(document.activeElement).toBe(question);
    press(page, 'Cancel');
    expect(page.chosen.value).toEqual({ language: 'pl' });
  });

  it("brings back what was in the beginning, under the administrator's, and can be undone", async () => {
    const page = renderSettings(ENGLISH, { language: 'pl' }, { language: { value: 'de' } });
    press(page, 'Reset settings…');
    press(page, 'Reset');
    await waitFor(() => expect(page.radio('Deutsch').checked).toBe(true));
    expect(page.chosen.value).toEqual({});
    expect(page.getByRole('status').textContent).toContain('All settings were reset.');
    press(page, 'Undo');
    await waitFor(() => expect(page.radio('Polski').checked).toBe(true));
  });
});

describe('all that is asked and told', () => {
  const everything = fileWith({
    language: 'cs',
    toolbarPlace: 'panel',
    sites: { mode: 'all', listed: ['crm.example'], blocked: ['bank.example'] },
    marks: { shown: false, colour: 'pink' },
    dialling: {
      country: 'SK',
      form: 'zeros',
      perCountry: { DE: 'plus' },
      outsideLine: '0',
      ownPrefix: '+420226211',
    },
    token: 1,
  });

  it('is nothing in English by itself', async () => {
    const page = renderSettings(PSEUDO);
    fireEvent.change(page.getByLabelText('[[Load settings…]]'), {
      target: { files: [new File([everything], 'settings.json')] },
    });
    const look = await page.findByRole('region', { name: '[[The file will change this:]]' });
    expect(look.querySelectorAll('dt')).toHaveLength(12);
    const data = ['Čeština', 'crm.example', 'bank.example', '+420226211', 'Slovakia'];
    expect(untranslatedIn(look, data).filter((text) => !/^Germany \[\[/.test(text))).toEqual([]);
  });

  it('has no barriers that axe knows of', async () => {
    const page = renderSettings();
    load(page, everything);
    await page.findByText('The file will change this:');
    const { violations } = await axe.run(page.container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
