import type { Page } from 'puppeteer-core';
import type { Bounds } from '@/lib/settings/settings';

interface Api {
  windows: {
    getCurrent(): Promise<Bounds & { id: number }>;
    update(id: number, bounds: Bounds): Promise<void>;
  };
  sidePanel?: { getPanelBehavior(): Promise<{ openPanelOnActionClick: boolean }> };
  action: { getPopup(of: object): Promise<string> };
}

declare const browser: Api | undefined;
declare const chrome: Api;

/** The pages of the desk's own window that are open in the browser of that page. */
export async function ownWindows(of: Page): Promise<Page[]> {
  const pages = await of.browser().pages();
  // Firefox tells nobody the address of a page of an extension; the page itself knows it.
  const paths = await Promise.all(
    pages.map((page) => page.evaluate(() => location.pathname).catch(() => null)),
  );
  return pages.filter((_page, index) => paths[index] === '/window.html');
}

/** Where the window of that page stands. */
export function boundsOf(page: Page): Promise<Bounds> {
  return page.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    const { left, top, width, height } = await api.windows.getCurrent();
    return { left, top, width, height };
  });
}

/** Moves the window of that page, as a person drags it. */
export function moveWindow(page: Page, bounds: Bounds): Promise<void> {
  return page.evaluate(async (to) => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    const { id } = await api.windows.getCurrent();
    await api.windows.update(id, to);
  }, bounds);
}

/** The popup that a click on the toolbar button would open; empty when it opens something else. */
export function toolbarPopup(page: Page): Promise<string> {
  return page.evaluate(() => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    return api.action.getPopup({});
  });
}

/** Whether a click on the toolbar button would open or close the side panel. */
export function togglesPanel(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { sidePanel } = typeof browser === 'undefined' ? chrome : browser;
    if (!sidePanel) return localStorage.getItem('toolbarPlace') === 'panel';
    return (await sidePanel.getPanelBehavior()).openPanelOnActionClick;
  });
}

/** What stands out sideways of the page, or of what scrolls in it. */
export function standingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const standsOut = (element: Element) => {
      const box = element.getBoundingClientRect();
      const scroller = element.parentElement?.closest('main');
      const edge = scroller
        ? scroller.getBoundingClientRect().left + scroller.clientWidth
        : innerWidth;
      return box.left < -0.5 || box.right > edge + 0.5;
    };
    const all = [...document.querySelectorAll('body, body *:not(.unseen)')];
    return all.filter(standsOut).map((element) => element.outerHTML.slice(0, 100));
  });
}
