import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createMenu, onMenuClicked, showMenu, titleMenu } from '@/lib/platform/context-menu';
import { createEvent } from '../../support/browser-event';

type Clicked = {
  menuItemId: string;
  selectionText?: string;
  linkUrl?: string;
  pageUrl?: string;
  frameUrl?: string;
};

/** Entries as a browser keeps them, which refuses a second one of the same id. */
function aMenu() {
  const entries = new Map<string, Record<string, unknown>>();
  const onClicked = createEvent<[Clicked]>();
  const contextMenus = {
    onClicked,
    removeAll: vi.fn(async () => entries.clear()),
    create: vi.fn(({ id, ...entry }: { id: string }) => {
      if (entries.has(id)) throw new Error(`duplicate id ${id}`);
      entries.set(id, entry);
    }),
    update: vi.fn(async (id: string, changes: object) => {
      const entry = entries.get(id);
      if (!entry) throw new Error('Cannot find menu item');
      entries.set(id, { ...entry, ...changes });
    }),
  };
  Object.assign(fakeBrowser, { contextMenus });
  return { entries, onClicked, contextMenus };
}

beforeEach(() => {
  fakeBrowser.reset();
});

it('has entries for selected text and one for links of telephones', async () => {
  const { entries } = aMenu();
  await createMenu((entry) => `Title of ${entry}`, false);
  expect(Object.fromEntries(entries)).toEqual({
    callSelection: { title: 'Title of callSelection', contexts: ['selection'], visible: false },
    thisIsPhone: { title: 'Title of thisIsPhone', contexts: ['selection'], visible: false },
    notPhone: { title: 'Title of notPhone', contexts: ['selection'], visible: false },
    callLink: {
      title: 'Title of callLink',
      contexts: ['link'],
      targetUrlPatterns: ['tel:*', 'callto:*', 'sip:*'],
      visible: false,
    },
  });
});

it('has each entry once, however often it is installed', async () => {
  const { entries } = aMenu();
  for (const version of ['1', '2', '3']) await createMenu((entry) => `${entry} ${version}`, true);
  expect([...entries].map(([id, { title }]) => [id, title])).toEqual([
    ['callSelection', 'callSelection 3'],
    ['thisIsPhone', 'thisIsPhone 3'],
    ['notPhone', 'notPhone 3'],
    ['callLink', 'callLink 3'],
  ]);
});

it('is named anew and shown and hidden as a whole, and makes no entries by that', async () => {
  const { entries, contextMenus } = aMenu();
  await createMenu(() => 'Call', false);
  await titleMenu(() => 'Zavolat');
  await showMenu(true);
  for (const entry of entries.values())
    expect(entry).toMatchObject({ title: 'Zavolat', visible: true });
  expect(contextMenus.create).toHaveBeenCalledTimes(4);
});

it('does without entries that are not there yet', async () => {
  aMenu();
  await expect(titleMenu(() => 'Zavolat')).resolves.not.toThrow();
  await expect(showMenu(true)).resolves.not.toThrow();
});

it.each<[string, Clicked, string]>([
  ['selected text', { menuItemId: 'callSelection', selectionText: ' 777 ' }, ' 777 '],
  ['a tel: link', { menuItemId: 'callLink', linkUrl: 'tel:+420-777;ext=5' }, '+420-777'],
  ['a callto: link', { menuItemId: 'callLink', linkUrl: 'callto://+420777?x' }, '+420777'],
  ['a sip: link', { menuItemId: 'callLink', linkUrl: 'sip:777@company.example' }, '777'],
  ['an encoded link', { menuItemId: 'callLink', linkUrl: 'tel:%2B420%20777' }, '+420 777'],
  ['a badly encoded link', { menuItemId: 'callLink', linkUrl: 'tel:777%' }, '777%'],
])('a click on %s tells what is to be called', async (_, click, text) => {
  const { onClicked } = aMenu();
  const clicked = vi.fn();
  onMenuClicked(clicked);
  await onClicked.fire(click);
  expect(clicked.mock.calls).toEqual([[click.menuItemId, text, undefined]]);
});

it.each<[string, Partial<Clicked>, string]>([
  ['page', {}, 'https://crm.example/'],
  ['frame', { frameUrl: 'https://frame.example/' }, 'https://frame.example/'],
])(
  'text that is taught comes with the address of the %s it stands in',
  async (_, place, address) => {
    const { onClicked } = aMenu();
    const clicked = vi.fn();
    onMenuClicked(clicked);
    const pageUrl = 'https://crm.example/';
    await onClicked.fire({ menuItemId: 'notPhone', selectionText: '777', pageUrl, ...place });
    expect(clicked.mock.calls).toEqual([['notPhone', '777', address]]);
  },
);

it.each<[string, Clicked]>([
  ["another extension's entry", { menuItemId: 'other', selectionText: '777' }],
  ['an entry of an earlier version', { menuItemId: 'call-selection', selectionText: '777' }],
  ['nothing selected', { menuItemId: 'callSelection' }],
])('a click on %s calls nobody', async (_, click) => {
  const { onClicked } = aMenu();
  const clicked = vi.fn();
  onMenuClicked(clicked);
  await onClicked.fire(click);
  expect(clicked).not.toHaveBeenCalled();
});
