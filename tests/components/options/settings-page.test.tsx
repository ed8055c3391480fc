// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { SettingsPage } from '@/components/options/settings-page';
import { ENGLISH } from '@/lib/i18n/english';
import { LANGUAGES } from '@/lib/i18n/languages';
import type { Words } from '@/lib/i18n/words';
import { COUNTRIES } from '@/lib/phone/countries';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';

afterEach(cleanup);

function renderSettings(firstWords: Words = ENGLISH, stored: Partial<Settings> = {}) {
  const words = signal<Words | null>(firstWords);
  const settings = signal<Settings | null>({ ...DEFAULT_SETTINGS, ...stored });
  const disk = { full: false };
  const ports = {
    words,
    settings,
    browserLanguage: 'cs' as const,
    browserCountry: 'CZ',
    async changeSettings(changes: Partial<Settings>) {
      if (disk.full) throw new Error('QuotaExceededError');
      settings.value = { ...DEFAULT_SETTINGS, ...settings.value, ...changes };
    },
  };
  const screen = render(<SettingsPage ports={ports} />);
  const radio = (name: string) => screen.getByRole('radio', { name }) as HTMLInputElement;
  return { ...screen, radio, words, settings, disk };
}

it('offers what the browser asks for and each language by its own name', () => {
  const page = renderSettings();
  expect(page.getByRole('heading', { name: 'Settings' })).toBeTruthy();
  expect(page.getByRole('radiogroup', { name: 'Language' })).toBeTruthy();
  expect(page.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    'Automatic (Čeština)',
    'English',
    'Čeština',
    'Deutsch',
    'Magyar',
    'Polski',
    'Română',
    'Slovenčina',
  ]);
  expect(page.radio('Automatic (Čeština)').checked).toBe(true);
});

it('shows the language that was chosen before', () => {
  expect(renderSettings(ENGLISH, { language: 'pl' }).radio('Polski').checked).toBe(true);
});

it('keeps the language that is chosen', async () => {
  const page = renderSettings();
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() => expect(page.settings.value?.language).toBe('de'));
  expect(page.queryByRole('alert')).toBeNull();
});

it('says so when the browser does not keep it, and shows what still holds', async () => {
  const page = renderSettings();
  page.disk.full = true;
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() =>
    expect(page.getByRole('alert').textContent).toContain('did not save this setting'),
  );
  expect(page.radio('Automatic (Čeština)').checked).toBe(true);
  page.disk.full = false;
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() => expect(page.queryByRole('alert')).toBeNull());
});

it('speaks another language the moment its words are there', async () => {
  const page = renderSettings();
  await act(async () => {
    page.words.value = PSEUDO;
  });
  expect(page.getByRole('heading', { name: '[[Settings]]' })).toBeTruthy();
});

it('says nothing in English by itself', async () => {
  const page = renderSettings(PSEUDO);
  page.disk.full = true;
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() => page.getByRole('alert'));
  const countries = new Intl.DisplayNames(['en'], { type: 'region' });
  const names = [
    ...Object.values(LANGUAGES).map(({ name }) => name),
    ...COUNTRIES.map((code) => countries.of(code) ?? code),
  ];
  expect(untranslatedIn(page.container, names)).toEqual([]);
});

it('has no barriers that axe knows of', async () => {
  const page = renderSettings();
  const { violations } = await axe.run(page.container, {
    // Colours and places are the browser's; they are looked at there.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
