import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { PAGE_ENGLISH } from '@/lib/i18n/page-words';
import { createSites } from '@/lib/platform/click-to-call-sites';
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
let openTabs: { id: number; url: string }[] = [];
let calls: string[] = [];
let styled: number[] = [];

const isOn = (url: string, pattern: string) =>
  url.startsWith(
    pattern.replace('*://', 'https://').replace('https://*/*', 'https://').replace('*', ''),
  );

beforeEach(() => {
  granted = [`${DAKTELA}/*`, CRM];
  scripts = [];
  openTabs = [];
  calls = [];
  styled = [];
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
  vi.spyOn(scripting, 'executeScript').mockImplementation(async ({ target }) => {
    calls.push(`inject ${target.tabId}`);
    return [];
  });
  vi.spyOn(tabs, 'query').mockImplementation(async ({ url }) => {
    const patterns = [url ?? []].flat();
    return openTabs.filter((tab) => patterns.some((pattern) => isOn(tab.url, pattern))) as never;
  });
  vi.spyOn(tabs, 'sendMessage').mockImplementation(async (id, message) => {
    calls.push(`${(message as { type: string }).type} ${id}`);
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
  openTabs = [
    { id: 1, url: `${DAKTELA}/desk` },
    { id: 2, url: 'https://crm.example/customer' },
  ];
  await createSites().reconcile(DAKTELA);
  expect(scripts).toMatchObject([{ excludeMatches: [`${DAKTELA}/*`] }]);
  expect(calls).toEqual(['register', 'inject 2']);
});

it('updates the script that is registered already', async () => {
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  granted = [...granted, 'https://other.example/*'];
  await sites.reconcile(DAKTELA);
  expect(calls.filter((call) => !call.startsWith('inject'))).toEqual(['register', 'update']);
  expect(scripts).toMatchObject([{ matches: [CRM, 'https://other.example/*'] }]);
});

it('takes the script away when no site but Daktela is granted', async () => {
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  granted = [`${DAKTELA}/*`];
  await sites.reconcile(DAKTELA);
  expect(scripts).toEqual([]);
});

it('hands new words to the pages of granted sites', async () => {
  openTabs = [{ id: 7, url: 'https://crm.example/contacts' }];
  const sent = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
  await createSites().speak(PAGE_ENGLISH);
  expect(sent.mock.calls).toEqual([[7, { type: 'words', words: PAGE_ENGLISH }]]);
});

it('takes the script away and stops it in open pages when the agent signs out', async () => {
  openTabs = [{ id: 7, url: 'https://crm.example/' }];
  const sites = createSites();
  await sites.reconcile(DAKTELA);
  await sites.reconcile(null);
  expect(scripts).toEqual([]);
  expect(calls).toEqual(['register', 'inject 7', 'unregister', 'stop 7']);
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
  expect(calls).toEqual(['register', 'inject 3']);
  expect(styled).toEqual([3]);
});

it('goes on with the other pages when one refuses the script', async () => {
  openTabs = [
    { id: 3, url: 'https://crm.example/a' },
    { id: 4, url: 'https://crm.example/b' },
  ];
  vi.mocked(fakeBrowser.scripting.executeScript).mockRejectedValueOnce(new Error('closed'));
  await createSites().reconcile(DAKTELA);
  expect(calls).toEqual(['register', 'inject 4']);
});

it('works off one change after the other, so that two at once do not both register', async () => {
  const sites = createSites();
  const slow = createDeferred<{ origins: string[] }>();
  vi.mocked(fakeBrowser.permissions.getAll).mockReturnValueOnce(slow.promise as never);
  const first = sites.reconcile(DAKTELA);
  const second = sites.reconcile(DAKTELA);
  slow.resolve({ origins: [CRM] });
  await Promise.all([first, second]);
  expect(calls).toEqual(['register', 'update']);
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
