import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createSites } from '@/lib/platform/click-to-call-sites';
import { readInForce } from '@/lib/platform/settings';
import type { Sites } from '@/lib/settings/sites';
import { createDeferred } from '../../support/deferred';

const DAKTELA = 'https://plynarna.example';
const CRM = 'https://crm.example/*';

interface Script {
  readonly id: string;
  readonly matches?: string[];
  readonly excludeMatches?: string[];
  readonly js?: unknown[];
  readonly persistAcrossSessions?: boolean;
}

let granted: string[] = [];
let scripts: Script[] = [];
/** Each frame of a tab by its address; the first is the page itself. */
let openTabs: { id: number; url?: string; discarded?: boolean; frames?: string[] }[] = [];
let alive: Set<string> = new Set();
let calls: string[] = [];
let styled: number[] = [];

const choose = (sites: Partial<Sites>) => fakeBrowser.storage.local.set({ settings: { sites } });
const frameKey = (tabId: number, frameId: number) => `${tabId}/${frameId}`;
/** A frame in which the script has answered a look, or has come, is one in which it runs. */
const framesOf = (tabId: number) => {
  const tab = openTabs.find(({ id }) => id === tabId);
  return tab?.frames ?? (tab?.url === undefined ? [] : [tab.url]);
};

interface Injection {
  readonly target: { tabId: number; frameIds?: number[] };
  readonly func?: unknown;
}

async function executeScript({ target: { tabId, frameIds = [] }, func }: Injection) {
  if (!func) {
    calls.push(`inject ${tabId}`);
    for (const frameId of frameIds) alive.add(frameKey(tabId, frameId));
    return [];
  }
  const frames = framesOf(tabId);
  if (frames.length === 0) throw new Error('Cannot access contents of the page');
  return frames.map((url, frameId) => ({
    frameId,
    result: { url, isAlive: alive.has(frameKey(tabId, frameId)) },
  }));
}

beforeEach(() => {
  granted = [`${DAKTELA}/*`, CRM];
  scripts = [];
  openTabs = [];
  calls = [];
  styled = [];
  alive = new Set();
  fakeBrowser.reset();
  const { scripting, permissions, tabs } = fakeBrowser;
  vi.spyOn(permissions, 'getAll').mockImplementation(async () => ({ origins: granted }));
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation(
    async () => scripts as never,
  );
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation(async (added) => {
    calls.push('register');
    if (scripts.length > 0) throw new Error('Duplicate script ID');
    scripts = added as unknown as Script[];
  });
  vi.spyOn(scripting, 'updateContentScripts').mockImplementation(async (changed) => {
    calls.push('update');
    scripts = changed as unknown as Script[];
  });
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation(async () => {
    calls.push('unregister');
    scripts = [];
  });
  vi.spyOn(scripting, 'insertCSS').mockImplementation(async ({ target }) => {
    styled.push(target.tabId);
  });
  vi.spyOn(scripting, 'executeScript').mockImplementation(executeScript as never);
  vi.spyOn(tabs, 'query').mockImplementation(async () => openTabs as never);
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (id, message) => {
    const { type } = message as { type: string };
    calls.push(`${type} ${id}`);
    if (type === 'stop') alive = new Set([...alive].filter((key) => !key.startsWith(`${id}/`)));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

it('registers the script on the granted sites and not on those of Daktela', async () => {
  await createSites().reconcile(DAKTELA);
  expect(scripts).toMatchObject([
    { id: 'click-to-call', matches: [CRM], excludeMatches: [`${DAKTELA}/*`] },
  ]);
});

it('leaves Daktela out even when every site is granted', async () => {
  granted = ['https://*/*', 'http://*/*'];
  await choose({ mode: 'all' });
  openTabs = [
    { id: 1, url: `${DAKTELA}/desk` },
    { id: 2, url: 'https://crm.example/customer' },
  ];
  await createSites().reconcile(DAKTELA);
  expect(scripts).toMatchObject([{ excludeMatches: [`${DAKTELA}/*`] }]);
  expect(calls).toEqual(['register', 'check 1', 'check 2', 'inject 2']);
});

it('updates the script that is registered already', async () => {
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  granted = [...granted, 'https://other.example/*'];
  await sites.reconcile(DAKTELA);
  expect(calls).toEqual(['register', 'update']);
  expect(scripts).toMatchObject([{ matches: [CRM, 'https://other.example/*'] }]);
});

it('takes the script away when no site but Daktela is granted', async () => {
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  granted = [`${DAKTELA}/*`];
  await sites.reconcile(DAKTELA);
  expect(scripts).toEqual([]);
});

it('tells every open page, as only the pages know which of them listen', async () => {
  openTabs = [{ id: 7, url: 'https://crm.example/contacts' }, { id: 8 }];
  const sent = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockRejectedValue(new Error('nobody'));
  await createSites().tell({ type: 'reread' });
  expect(sent.mock.calls).toEqual([
    [7, { type: 'reread' }],
    [8, { type: 'reread' }],
  ]);
});

it('takes the script away and stops it in open pages when the agent signs out', async () => {
  openTabs = [{ id: 7, url: 'https://crm.example/' }];
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  await sites.reconcile(null);
  expect(scripts).toEqual([]);
  expect(calls).toEqual(['register', 'check 7', 'inject 7', 'unregister', 'stop 7']);
});

it('does nothing to a browser that has nothing when nobody is signed in', async () => {
  granted = [];
  await createSites().reconcile(null);
  expect(calls).toEqual([]);
});

it('does not leave the script behind when the browser ends', async () => {
  await createSites().reconcile(DAKTELA);
  expect(scripts).toMatchObject([{ persistAcrossSessions: false }]);
});

it('brings the script into pages that are open already', async () => {
  openTabs = [
    { id: 3, url: 'https://crm.example/a' },
    { id: 4, url: 'https://elsewhere.example/' },
    { id: 5, url: `${DAKTELA}/desk` },
  ];
  await createSites().reconcile(DAKTELA);
  expect(calls.filter((call) => call.startsWith('inject'))).toEqual(['inject 3']);
  expect(styled).toEqual([3]);
});

it('brings the script into those frames of a page that should have it and have it not', async () => {
  const frames = ['https://portal.example/', 'https://crm.example/a', 'https://crm.example/b'];
  granted = [...granted, 'https://portal.example/*'];
  await choose({ blocked: ['portal.example/nothing'] });
  openTabs = [{ id: 3, url: 'https://portal.example/', frames }];
  alive.add(frameKey(3, 1));
  await createSites().reconcile(DAKTELA);
  expect([...alive].sort()).toEqual(['3/0', '3/1', '3/2']);
  expect(vi.mocked(fakeBrowser.scripting.insertCSS).mock.calls[0]?.[0].target.frameIds).toEqual([
    0, 2,
  ]);
});

it('does not bring it in once more, however often things change', async () => {
  openTabs = [{ id: 3, url: 'https://crm.example/a' }];
  const sites = createSites();
  for (const blocked of [[], ['a.example'], ['b.example']]) {
    await choose({ blocked });
    await sites.reconcile(DAKTELA);
  }
  expect(calls.filter((call) => call === 'inject 3')).toHaveLength(1);
});

it('brings it in anew where it has been stopped', async () => {
  openTabs = [{ id: 3, url: 'https://crm.example/a' }];
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  await choose({ mode: 'off' });
  await sites.reconcile(DAKTELA);
  expect(scripts).toEqual([]);
  await choose({ mode: 'listed' });
  await sites.reconcile(DAKTELA);
  expect(calls.filter((call) => /3$/.test(call))).toEqual([
    'check 3',
    'inject 3',
    'stop 3',
    'check 3',
    'inject 3',
  ]);
});

it('stops it on a paused site at once, and on no other', async () => {
  openTabs = [
    { id: 3, url: 'https://crm.example/a' },
    { id: 4, url: 'https://shop.example/' },
  ];
  granted = [...granted, 'https://shop.example/*'];
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  calls = [];
  await choose({ blocked: ['crm.example'] });
  await sites.reconcile(DAKTELA);
  expect(calls).toEqual(['update', 'stop 3', 'check 4']);
  expect(scripts).toMatchObject([{ excludeMatches: [`${DAKTELA}/*`, '*://crm.example/*'] }]);
});

it('has pages whose address is no longer told ask for themselves', async () => {
  openTabs = [{ id: 3 }];
  await createSites().reconcile(DAKTELA);
  expect(calls).toEqual(['register', 'check 3']);
});

it('wakes no page that the browser has put to sleep', async () => {
  openTabs = [{ id: 3, url: 'https://crm.example/a', discarded: true }];
  await createSites().reconcile(DAKTELA);
  expect(calls).toEqual(['register']);
});

it('goes on with the other pages when one refuses the script', async () => {
  openTabs = [
    { id: 3, url: 'https://crm.example/a' },
    { id: 4, url: 'https://crm.example/b' },
  ];
  vi.mocked(fakeBrowser.scripting.executeScript).mockRejectedValueOnce(new Error('closed'));
  await createSites().reconcile(DAKTELA);
  expect(calls).toContain('inject 4');
});

it('goes on after a moment when a page does not answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  openTabs = [{ id: 3, url: 'https://crm.example/a' }];
  vi.mocked(fakeBrowser.scripting.executeScript).mockReturnValueOnce(
    createDeferred().promise as never,
  );
  const sites = createSites();
  const first = sites.reconcile(DAKTELA);
  await vi.advanceTimersByTimeAsync(3_000);
  await first;
  await sites.reconcile(null);
  vi.useRealTimers();
  expect(scripts).toEqual([]);
});

it('works off one change after the other, so that two at once do not both register', async () => {
  const sites = createSites();
  const slow = createDeferred<{ origins: string[] }>();
  const asked = vi.mocked(fakeBrowser.permissions.getAll);
  asked.mockReturnValueOnce(slow.promise as never);
  const first = sites.reconcile(DAKTELA);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  const second = sites.reconcile(DAKTELA);
  slow.resolve({ origins: [CRM] });
  await Promise.all([first, second]);
  expect(calls).toEqual(['register', 'update']);
});

it('works off changes that wait together as one', async () => {
  const sites = createSites();
  await Promise.all(Array.from({ length: 20 }, () => sites.reconcile(DAKTELA)));
  expect(calls).toEqual(['register']);
});

it('ends signed out when a sign-out follows a sign-in at once', async () => {
  const sites = createSites();
  await Promise.all([sites.reconcile(DAKTELA), sites.reconcile(null)]);
  expect(scripts).toEqual([]);
});

it('goes on after a change that failed', async () => {
  const sites = createSites();
  vi.mocked(fakeBrowser.permissions.getAll).mockRejectedValueOnce(new Error('no'));
  await sites.reconcile(DAKTELA);
  await sites.reconcile(DAKTELA);
  expect(scripts).toHaveLength(1);
});

it.each([
  ['a page of the site', 'https://crm.example/a', 'https://crm.example/a', true],
  ['a frame in a page of another site', 'https://crm.example/a', 'https://portal.example/', true],
  ['a frame in a paused page', 'https://crm.example/a', 'https://paused.example/', false],
  ['a page of another site', 'https://other.example/', 'https://other.example/', false],
])('%s is told whether it should have the script', async (_, url, tabUrl, isOn) => {
  await choose({ blocked: ['paused.example'] });
  const inForce = await readInForce();
  expect(await createSites().isOn({ url, tabUrl }, inForce, DAKTELA)).toBe(isOn);
  expect(await createSites().isOn({ url, tabUrl }, inForce, null)).toBe(false);
});
