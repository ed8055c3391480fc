import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { openRingDesk } from '@/lib/platform/ring-desk';

const opened: string[] = [];
vi.mock('@/lib/platform/desk-window', () => ({
  openDeskWindow: async () => {
    opened.push('window');
  },
}));

/** @param paths of the pages of the extension that are open */
function browserWith({ paths = [] as string[], popup = '/popup.html', lets = true }) {
  Object.assign(fakeBrowser.runtime, {
    getContexts: async () =>
      paths.map((path) => ({ documentUrl: fakeBrowser.runtime.getURL(path as never) })),
  });
  vi.spyOn(fakeBrowser.action, 'getPopup').mockResolvedValue(popup);
  vi.spyOn(fakeBrowser.action, 'openPopup').mockImplementation(async () => {
    if (!lets) throw new Error('Not without a click.');
    opened.push('popup');
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  opened.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['is the popup where the browser opens it', {}, ['popup']],
  ['is a window where the browser does not', { lets: false }, ['window']],
  ['is a window where the button has no popup', { popup: '' }, ['window']],
  ['is left alone when the popup is open', { paths: ['/popup.html'] }, []],
  ['is left alone when it stands at the side', { paths: ['/sidepanel.html'] }, []],
  ['is its window when it has one', { paths: ['/window.html'] }, ['window']],
  [
    'is the popup beside other pages of ours',
    { paths: ['/options.html', '/offscreen.html'] },
    ['popup'],
  ],
])('a desk that comes by itself %s, and never two', async (_, browser, places) => {
  browserWith(browser);
  await openRingDesk();
  expect(opened).toEqual(places);
});
