import { textOfLink } from '@/lib/phone/dial-format';
import { browser, type Menus } from './browser';

interface Entry {
  readonly contexts: Menus.ContextType[];
  readonly targetUrlPatterns?: string[];
  /** What of the click the entry is about; nothing when it is about nothing. */
  textOf(clicked: Menus.OnClickData): string | undefined;
}

/** All entries, each with its title in the words as `menu.<name>`. */
const ENTRIES = {
  callSelection: { contexts: ['selection'], textOf: ({ selectionText }) => selectionText },
  thisIsPhone: { contexts: ['selection'], textOf: ({ selectionText }) => selectionText },
  notPhone: { contexts: ['selection'], textOf: ({ selectionText }) => selectionText },
  callLink: {
    contexts: ['link'],
    targetUrlPatterns: ['tel:*', 'callto:*', 'sip:*'],
    textOf: ({ linkUrl }) => linkUrl && textOfLink(linkUrl),
  },
} satisfies Record<string, Entry>;

export type MenuEntry = keyof typeof ENTRIES;

const NAMES = Object.keys(ENTRIES) as MenuEntry[];

/** In a title `%s` stands for the selected text. */
type TitleOf = (entry: MenuEntry) => string;

/** Makes the entries anew, once for each installed version: what an earlier one has made is taken away. */
export async function createMenu(titleOf: TitleOf, visible: boolean): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of NAMES) {
    const { textOf: _, ...where }: Entry = ENTRIES[id];
    browser.contextMenus.create({ id, title: titleOf(id), visible, ...where });
  }
}

/** An entry not created yet will be created as it has to be. */
async function update(changesOf: (entry: MenuEntry) => object): Promise<void> {
  await Promise.all(
    NAMES.map((id) => browser.contextMenus.update(id, changesOf(id)).catch(() => {})),
  );
}

export const titleMenu = (titleOf: TitleOf) => update((id) => ({ title: titleOf(id) }));

/** Offers the entries only while somebody is signed in. */
export const showMenu = (visible: boolean) => update(() => ({ visible }));

/** @param clicked gets the address of the page or frame too, where the browser tells it */
export function onMenuClicked(
  clicked: (entry: MenuEntry, text: string, address: string | undefined) => void,
): void {
  browser.contextMenus.onClicked.addListener((click) => {
    const id = NAMES.find((name) => name === click.menuItemId);
    const text = id && ENTRIES[id].textOf(click);
    if (id && text) clicked(id, text, click.frameUrl ?? click.pageUrl);
  });
}
