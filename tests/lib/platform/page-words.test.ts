// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { watchPageWords } from '@/lib/platform/page-words';
import { changeValues } from '@/lib/platform/settings';
import { loadWords } from '@/lib/platform/words';

const asked: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  localStorage.clear();
  document.documentElement.lang = '';
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.slice(fakeBrowser.runtime.getURL('/').length);
    asked.push(path);
    return new Response(readFileSync(`lib/i18n/${path}`, 'utf8'));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function watch(): string[] {
  const heard: string[] = [];
  watchPageWords(loadWords, ({ t }) => heard.push(t('presence.ready')));
  return heard;
}

it('the page says which language it is in, and which way that is written', async () => {
  await changeValues({ language: 'cs' });
  const heard = watch();
  await vi.waitFor(() => expect(heard).toEqual(['Připraven']));
  expect(document.documentElement.lang).toBe('cs');
  expect(document.documentElement.dir).toBe('ltr');
});

it('the file of the language of last time is on its way before the settings are read', async () => {
  await changeValues({ language: 'ro' });
  watch();
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('ro'));
  asked.length = 0;
  const heard = watch();
  expect(asked).toEqual(['locales/ro.json']);
  await vi.waitFor(() => expect(heard).toEqual(['Pregătit']));
  expect(asked).toEqual(['locales/ro.json']);
});

it.each(['fr', 'toString', ''])('a language of last time that is %j is none', async (last) => {
  localStorage.setItem('language', last);
  const heard = watch();
  await vi.waitFor(() => expect(heard).toEqual(['Ready']));
});

it('a browser that keeps nothing for our pages speaks all the same', async () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    setItem() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  await changeValues({ language: 'hu' });
  const heard = watch();
  await vi.waitFor(() => expect(heard).toEqual(['Elérhető']));
});
