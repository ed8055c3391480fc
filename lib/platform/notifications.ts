import type { Note } from '@/lib/agent/alerts';
import type { Notes } from '@/lib/session/ports';
import { browser } from './browser';

/** Chrome's, which the polyfill's types leave out. */
interface ChromeNotifications {
  readonly update?: unknown;
}

const iconUrl = () => browser.runtime.getURL('icons/64.png');

/** The icon as an address that holds it. */
async function readIcon(): Promise<string> {
  const response = await fetch(iconUrl());
  const bytes = new Uint8Array(await response.arrayBuffer());
  return `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
}

const clear = (id: string) => browser.notifications.clear(id);

export function createNotes(): Notes {
  // Chrome reads an icon anew for each notification, and from a file that takes longer than all the rest.
  let icon: Promise<string> | null = null;

  function readIconOnce(): Promise<string> {
    icon ??= readIcon().catch(() => {
      icon = null;
      return iconUrl();
    });
    return icon;
  }

  async function show({ id, title, message, buttons, stays, silent }: Note): Promise<void> {
    const plain = { type: 'basic' as const, iconUrl: iconUrl(), title, message };
    const more = {
      iconUrl: await readIconOnce(),
      buttons: buttons.map((button) => ({ title: button })),
      requireInteraction: stays,
      silent,
      priority: 2,
    };
    try {
      await browser.notifications.create(id, { ...plain, ...more });
    } catch {
      // Firefox knows none of it, and refuses the whole for what it does not know.
      await browser.notifications.create(id, plain);
    }
  }

  return {
    shown: async () => Object.keys(await browser.notifications.getAll()),
    show,
    async clear(id) {
      await clear(id);
    },
  };
}

export interface NoteListener {
  clicked(id: string): void;
  /** @param button its place, from 0 */
  pressed(id: string, button: number): void;
  /** Closed by the agent, and not by the system or by us. */
  putAway(id: string): void;
}

/** Must be called while the background starts up: a press may be what has started it. */
export function onNotes({ clicked, pressed, putAway }: NoteListener): void {
  const { onClicked, onButtonClicked, onClosed } = browser.notifications;
  onClicked.addListener((id) => {
    // A notification that was clicked stays, unless it is taken away.
    void clear(id);
    clicked(id);
  });
  onButtonClicked.addListener((id, button) => {
    void clear(id);
    pressed(id, button);
  });
  // Firefox, which cannot update a notification either, says of each that the agent has closed it.
  const tellsWho = (browser.notifications as ChromeNotifications).update !== undefined;
  onClosed.addListener((id, byUser) => {
    if (byUser && tellsWho) putAway(id);
  });
}
