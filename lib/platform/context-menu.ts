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
