import { browser } from './browser';
import { openDeskWindow } from './desk-window';

/** What the polyfill's types leave out; from Chrome 116 and Firefox 127. */
interface WithContexts {
  getContexts?(of: object): Promise<readonly { readonly documentUrl?: string }[]>;
}

type Shown = 'window' | 'beside' | 'nowhere';

/** Where the desk is to be seen already. */
async function deskShown(): Promise<Shown> {
  const contexts = (await (browser.runtime as WithContexts).getContexts?.({})) ?? [];
  const paths = contexts.map(({ documentUrl = '' }) => documentUrl);
  if (paths.some((path) => path.endsWith('/window.html'))) return 'window';
  const isBeside = paths.some((path) => /\/(popup|sidepanel)\.html$/.test(path));
  return isBeside ? 'beside' : 'nowhere';
}

async function openPopup(): Promise<boolean> {
  if ((await browser.action.getPopup({})) === '') return false;
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    // Not without a click in older browsers, and not while none of their windows is in front.
    return false;
  }
}

/** Brings the desk before the agent without a click: where it is, else as the popup, else as a small window. */
export async function openRingDesk(): Promise<void> {
  const shown = await deskShown();
  if (shown === 'beside') return;
  if (shown === 'window' || !(await openPopup())) await openDeskWindow();
}
