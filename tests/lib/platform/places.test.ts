import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { browser } from '@/lib/platform/browser';
import { openDeskWindow } from '@/lib/platform/desk-window';
import { createFrontTab } from '@/lib/platform/front-tab';
import { createSidePanel, hasSidePanel } from '@/lib/platform/side-panel';
import { onToolbarButton, setToolbarPlace } from '@/lib/platform/toolbar-button';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';

const URL_OF_WINDOW = fakeBrowser.runtime.getURL('/window.html');
const BOUNDS = { left: 60, top: 40, width: 700, height: 600 };

type Api = Record<string, unknown>;

const api = browser as unknown as Api;
const OURS = ['sidePanel', 'sidebarAction'];
const before = OURS.filter((name) => name in api).map((name) => [name, api[name]] as const);

/** Gives the stand-in browser what it lacks, as the browser of that name has it. */
function as(name: 'chrome' | 'firefox' | 'other') {
  const calls: string[] = [];
  const call = (what: string) => async (argument?: unknown) => {
    calls.push(argument === undefined ? what : `${what} ${JSON.stringify(argument)}`);
  };
  api.sidePanel =
    name === 'chrome'
      ? { open: call('sidePanel.open'), setPanelBehavior: call('setPanelBehavior') }
      : undefined;
  api.sidebarAction =
    name === 'firefox'
      ? { open: call('sidebarAction.open'), toggle: call('sidebarAction.toggle') }
      : undefined;
  vi.spyOn(fakeBrowser.action, 'setPopup').mockImplementation(call('setPopup'));
  return calls;
}

/** One request at a time, as the locks of a browser give it. */
function stubLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  vi.stubGlobal('navigator', { locks: { request } });
}

/** Windows as the browser makes them: each with one tab of the wanted address. */
function stubWindows() {
  const tabs: { id: number; windowId: number; url: string }[] = [];
  const created: unknown[] = [];
  const focused: number[] = [];
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => tabs as never);
  vi.spyOn(browser.tabs, 'update').mockResolvedValue(undefined as never);
  vi.spyOn(browser.windows, 'get').mockResolvedValue({ state: 'minimized' } as never);
  vi.spyOn(browser.windows, 'create').mockImplementation((async (how: Api) => {
    created.push(how);
    tabs.push({ id: tabs.length + 1, windowId: tabs.length + 10, url: String(how.url) });
  }) as never);
  const update = vi.spyOn(browser.windows, 'update').mockImplementation((async (id: number) => {
    focused.push(id);
  }) as never);
  return { tabs, created, focused, update };
}

beforeEach(() => {
  fakeBrowser.reset();
  stubLocks();
});
afterEach(() => {
  // The stand-in cannot be reset while something of it is missing.
  for (const name of OURS) Reflect.deleteProperty(api, name);
  Object.assign(api, Object.fromEntries(before));
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the side panel', () => {
  it.each([
    ['chrome', true],
    ['firefox', true],
    ['other', false],
  ] as const)('of %s is known to be there or not', (name, there) => {
    as(name);
    expect(hasSidePanel()).toBe(there);
  });

  it('of Chrome opens in the window of the page, which was asked for before the click', async () => {
    const calls = as('chrome');
    vi.spyOn(browser.windows, 'getCurrent').mockResolvedValue({ id: 7 } as never);
    const panel = createSidePanel();
    await vi.waitFor(() => expect(browser.windows.getCurrent).toHaveBeenCalled());
    void panel.open();
    expect(calls).toEqual(['sidePanel.open {"windowId":7}']);
  });

  it('of Firefox opens without waiting for anything', () => {
    const calls = as('firefox');
    vi.spyOn(browser.windows, 'getCurrent').mockReturnValue(new Promise(() => {}) as never);
    void createSidePanel().open();
    expect(calls).toEqual(['sidebarAction.open']);
  });
});

describe('the own window', () => {
  it('opens where it stood last', async () => {
    const { created } = stubWindows();
    await browser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, windowBounds: BOUNDS } });
    await openDeskWindow();
    expect(created).toEqual([{ type: 'popup', url: URL_OF_WINDOW, ...BOUNDS }]);
  });

  it('opens although its place is on a screen that is gone', async () => {
    const { created } = stubWindows();
    vi.mocked(browser.windows.create).mockRejectedValueOnce(new Error('Invalid value for bounds.'));
    await browser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, windowBounds: BOUNDS } });
    await openDeskWindow();
    expect(created).toEqual([{ type: 'popup', url: URL_OF_WINDOW, width: 700, height: 600 }]);
  });

  it('opens once for two clicks at once and brings it to the front for the second', async () => {
    const { created, focused } = stubWindows();
    await Promise.all([openDeskWindow(), openDeskWindow()]);
    expect(created).toHaveLength(1);
    expect(focused).toEqual([10]);
  });

  it('that an earlier life of the browser opened is found by its address and shown again', async () => {
    const { tabs, created, update } = stubWindows();
    tabs.push({ id: 3, windowId: 33, url: URL_OF_WINDOW });
    await openDeskWindow();
    expect(created).toEqual([]);
    expect(update).toHaveBeenCalledWith(33, { focused: true, state: 'normal' });
  });
});

describe('the toolbar button', () => {
  it.each([
    [
      'chrome',
      'popup',
      ['setPopup {"popup":"/popup.html"}', 'setPanelBehavior {"openPanelOnActionClick":false}'],
    ],
    [
      'chrome',
      'panel',
      ['setPopup {"popup":""}', 'setPanelBehavior {"openPanelOnActionClick":true}'],
    ],
    [
      'chrome',
      'window',
      ['setPopup {"popup":""}', 'setPanelBehavior {"openPanelOnActionClick":false}'],
    ],
    ['firefox', 'panel', ['setPopup {"popup":""}']],
    ['other', 'panel', ['setPopup {"popup":"/popup.html"}']],
  ] as const)('of %s opens the %s', async (name, place, wanted) => {
    const calls = as(name);
    await setToolbarPlace(place);
    expect(calls).toEqual(wanted);
  });

  it('of Firefox opens the sidebar in the very click that started the background', () => {
    const calls = as('firefox');
    const kept = new Map([['toolbarPlace', 'panel']]);
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null });
    const listeners: (() => void)[] = [];
    vi.spyOn(browser.action.onClicked, 'addListener').mockImplementation((listener) => {
      listeners.push(listener as () => void);
    });
    onToolbarButton();
    for (const listener of listeners) listener();
    expect(calls).toEqual(['sidebarAction.toggle']);
  });
});

describe('the page in front', () => {
  function front(place: 'panel' | 'window', changed = vi.fn()) {
    vi.stubGlobal('addEventListener', vi.fn());
    vi.stubGlobal('document', { documentElement: { addEventListener: vi.fn() } });
    return createFrontTab(place, changed);
  }

  it('of a side panel is the one of its window', async () => {
    const query = vi
      .spyOn(browser.tabs, 'query')
      .mockResolvedValue([{ id: 4, url: 'https://crm.example/contacts' }] as never);
    expect(await front('panel')()).toEqual({ id: 4, address: 'https://crm.example/contacts' });
    expect(query).toHaveBeenCalledWith({
      active: true,
      windowId: browser.windows.WINDOW_ID_CURRENT,
    });
  });

  it('has no address that is known where the browser tells none', async () => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 4 }] as never);
    expect(await front('panel')()).toEqual({ id: 4, address: null });
  });

  it('of the own window is not guessed while several windows could be meant', async () => {
    vi.spyOn(browser.windows, 'getLastFocused').mockResolvedValue({
      id: 9,
      type: 'popup',
    } as never);
    vi.spyOn(browser.windows, 'getAll').mockResolvedValue([{ id: 1 }, { id: 2 }] as never);
    const query = vi.spyOn(browser.tabs, 'query');
    expect(await front('window')()).toBeNull();
    expect(query).not.toHaveBeenCalled();
  });

  it('of the own window is the one of the normal window that had the focus last', async () => {
    const focus: ((windowId: number) => Promise<void>)[] = [];
    vi.spyOn(browser.windows.onFocusChanged, 'addListener').mockImplementation((listener) => {
      focus.push(listener as (windowId: number) => Promise<void>);
    });
    vi.spyOn(browser.windows, 'get').mockImplementation((async (id: number) => ({
      type: id === 9 ? 'popup' : 'normal',
    })) as never);
    const query = vi
      .spyOn(browser.tabs, 'query')
      .mockResolvedValue([{ id: 4, url: 'https://crm.example/' }] as never);
    const changed = vi.fn();
    const frontTab = front('window', changed);
    for (const listener of focus) {
      await listener(2);
      await listener(9);
      await listener(browser.windows.WINDOW_ID_NONE);
    }
    expect(changed).toHaveBeenCalledTimes(1);
    expect(await frontTab()).toEqual({ id: 4, address: 'https://crm.example/' });
    expect(query).toHaveBeenCalledWith({ active: true, windowId: 2 });
  });
});
