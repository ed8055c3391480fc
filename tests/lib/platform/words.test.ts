import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { ENGLISH } from '@/lib/i18n/english';
import type { Language } from '@/lib/i18n/languages';
import { PAGE_ENGLISH, pageTranslate } from '@/lib/i18n/page-words';
import type { Words } from '@/lib/i18n/words';
import { changeValues } from '@/lib/platform/settings';
import { loadPageWords, loadSettingsWords, loadWords, watchWords } from '@/lib/platform/words';
import { createDeferred } from '../../support/deferred';

const asked: string[] = [];
let files: (path: string) => Promise<Response>;

const file = async (path: string) => new Response(readFileSync(`lib/i18n/${path}`, 'utf8'));

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  files = file;
  vi.stubGlobal('navigator', { languages: ['de-AT', 'en'] });
  vi.stubGlobal('fetch', (url: string) => {
    const path = url.slice(fakeBrowser.runtime.getURL('/').length);
    asked.push(path);
    return files(path);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function watch(expected?: Language) {
  const heard: Words[] = [];
  watchWords(loadWords, (words) => heard.push(words), ENGLISH, expected);
  const says = () => heard.map(({ language, t }) => `${language}: ${t('presence.ready')}`);
  return { heard, says };
}

it("speaks the browser's language at first", async () => {
  const { says } = watch();
  await vi.waitFor(() => expect(says()).toEqual(['de: Bereit']));
});

it('speaks the language that is stored, whatever was expected', async () => {
  await changeValues({ language: 'pl' });
  const { says } = watch('ro');
  await vi.waitFor(() => expect(says()).toEqual(['pl: Gotowy']));
});

it('reads the file of the expected language at once, and only once', async () => {
  await changeValues({ language: 'pl' });
  const { says } = watch('pl');
  expect(asked).toEqual(['locales/pl.json']);
  await vi.waitFor(() => expect(says()).toEqual(['pl: Gotowy']));
  expect(asked).toEqual(['locales/pl.json']);
});

it('speaks the language that is chosen later', async () => {
  const { says } = watch();
  await vi.waitFor(() => expect(says()).toHaveLength(1));
  await changeValues({ language: 'ro' });
  await vi.waitFor(() => expect(says()).toEqual(['de: Bereit', 'ro: Pregătit']));
});

it('reads no file for English when it has the words', async () => {
  await changeValues({ language: 'en' });
  const { says } = watch('en');
  await vi.waitFor(() => expect(says()).toEqual(['en: Ready']));
  expect(asked).toEqual([]);
});

it('says nothing again when another setting changes', async () => {
  const { says } = watch();
  await vi.waitFor(() => expect(says()).toHaveLength(1));
  await changeValues({ acceptDevice: '305' });
  await changeValues({ language: 'de' });
  expect(says()).toHaveLength(1);
});

it('stays with the language chosen last when the file of an earlier one is slow', async () => {
  const slow = createDeferred<Response>();
  files = (path) => (path === 'locales/hu.json' ? slow.promise : file(path));
  await changeValues({ language: 'hu' });
  const { says } = watch('hu');
  await vi.waitFor(() => expect(asked).toEqual(['locales/hu.json']));
  await changeValues({ language: 'sk' });
  await vi.waitFor(() => expect(says()).toEqual(['sk: Pripravený']));
  slow.resolve(await file('locales/hu.json'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(says()).toEqual(['sk: Pripravený']);
});

it('speaks English when a file cannot be read', async () => {
  files = async () => {
    throw new TypeError('Failed to fetch');
  };
  const { says } = watch();
  await vi.waitFor(() => expect(says()).toEqual(['en: Ready']));
});

it('says by its key what a language does not say, rather than nothing', async () => {
  files = async () => new Response('{"presence.unready":"Nicht bereit"}');
  const { says } = watch();
  await vi.waitFor(() => expect(says()).toEqual(['de: presence.ready']));
});

it('has all that the settings say, which is what the desk says and more', async () => {
  const { language, t } = await loadSettingsWords('sk');
  expect([language, t('presence.ready'), t('settings.title')]).toEqual([
    'sk',
    'Pripravený',
    'Nastavenia',
  ]);
});

it('has the words of the card in pages in every language', async () => {
  const t = pageTranslate(await loadPageWords('hu'));
  expect(t('card.call', { number: '777' })).toBe('777 hívása');
  expect(asked).toEqual(['locales/page.hu.json']);
  expect(await loadPageWords('en')).toBe(PAGE_ENGLISH);
});

it('has the words of the card in English when their file cannot be read', async () => {
  files = async () => new Response('<html>');
  expect(await loadPageWords('cs')).toBe(PAGE_ENGLISH);
});
