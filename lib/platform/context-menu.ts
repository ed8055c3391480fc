import type { TaughtAs } from '@/lib/settings/taught-numbers';
import { browser } from './browser';

const CALL_SELECTION = 'call-selection';

/** @param title text of the entry; `%s` stands for the selected text */
export async function createCallEntry(title: string, visible: boolean): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: CALL_SELECTION, title, contexts: ['selection'], visible });
}

/** An entry not created yet will be created with the right title. */
export async function titleCallEntry(title: string): Promise<void> {
  await browser.contextMenus.update(CALL_SELECTION, { title }).catch(() => {});
}

/** Offers the entry only while somebody is signed in; an entry not created yet is none of its business. */
export async function showCallEntry(visible: boolean): Promise<void> {
  await browser.contextMenus.update(CALL_SELECTION, { visible }).catch(() => {});
}

export function onCallEntryClicked(clicked: (selection: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === CALL_SELECTION && selectionText) clicked(selectionText);
  });
}

const TEACH_ENTRIES: readonly { readonly id: string; readonly as: TaughtAs }[] = [
  { id: 'teach-phone', as: 'phone' },
  { id: 'teach-not-phone', as: 'notPhone' },
];

type TeachTitles = Readonly<Record<TaughtAs, string>>;

/** After the entry that calls, whose creation removes all others. */
export function createTeachEntries(titles: TeachTitles, visible: boolean): void {
  for (const { id, as } of TEACH_ENTRIES) {
    browser.contextMenus.create({ id, title: titles[as], contexts: ['selection'], visible });
  }
}

export async function titleTeachEntries(titles: TeachTitles): Promise<void> {
  for (const { id, as } of TEACH_ENTRIES) {
    await browser.contextMenus.update(id, { title: titles[as] }).catch(() => {});
  }
}

export async function showTeachEntries(visible: boolean): Promise<void> {
  for (const { id } of TEACH_ENTRIES) {
    await browser.contextMenus.update(id, { visible }).catch(() => {});
  }
}

/** @param clicked gets the selected text and the address of the page or frame it stands in */
export function onTeachEntryClicked(
  clicked: (selection: string, as: TaughtAs, address: string) => void,
): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameUrl, pageUrl }) => {
    const entry = TEACH_ENTRIES.find(({ id }) => id === menuItemId);
    const address = frameUrl ?? pageUrl;
    if (entry && selectionText && address) clicked(selectionText, entry.as, address);
  });
}
