import type { Browser, Page } from 'puppeteer-core';
import type { PopupHandle } from './desk';
import { contextIdOf, type FirefoxScope } from './firefox-scope';
import { until, untilLoaded } from './until';
import { viewOf } from './view';

const WINDOWS = `[...Services.wm.getEnumerator('navigator:browser')]`;
const POPUPS = `${WINDOWS}.flatMap((win) =>
  [...win.document.querySelectorAll('browser.webextension-popup-browser')])`;
const SIDEBARS = `${WINDOWS}.flatMap((win) => win.SidebarController?.isOpen ?
  [...win.SidebarController.browser.contentDocument.querySelectorAll('#webext-panels-browser')] : [])`;

/**
 * WebDriver looks for contexts in tabs only, though it can drive any. Told where to find popup and
 * sidebar, and puppeteer told that there is one, they are pages like others.
 */
const TEACH = `
  if (!NavigableManager.knowsOtherPlaces) {
    const inTabs = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (id) =>
      [...${POPUPS}, ...${SIDEBARS}].find(
        (it) => it.permanentKey && NavigableManager.getIdForBrowser(it) === id) ?? inTabs(id);
    NavigableManager.knowsOtherPlaces = true;
  }`;

/** Waits for one of these that shows a page of an extension; the answer is WebDriver's id of it. */
const idOfFirst = (places: string, wanted = 'true') => `
  const found = await until(() => ${places}.find((it) => ${wanted} &&
    it.currentURI?.schemeIs('moz-extension') && !it.webProgress.isLoadingDocument));
  found.permanentKey ??= {};
  return NavigableManager.getIdForBrowser(found);`;

function pressToolbarButton(addonId: string, tab: string): string {
  return `
    const win = NavigableManager.getBrowserById(${JSON.stringify(tab)}).ownerDocument.defaultView;
    // A click on a window brings it to the front; the extension's own window may be there.
    win.focus();
    await until(() => Services.wm.getMostRecentWindow('navigator:browser') === win);
    const before = new Set(${POPUPS});
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);`;
}

async function pageOf(browser: Browser, scope: FirefoxScope, context: string): Promise<Page> {
  const { contexts } = await scope.send<{ contexts: object[] }>('browsingContext.getTree', {
    root: context,
  });
  scope.emit('browsingContext.contextCreated', { ...contexts[0], parent: null });
  return until('the place as a page', async () =>
    (await browser.pages()).find((page) => contextIdOf(page) === context),
  );
}

/** @param hide closes `place` as a person would */
async function handleOf(
  browser: Browser,
  scope: FirefoxScope,
  { context, places, hide }: { context: string; places: string; hide: string },
): Promise<PopupHandle> {
  const page = await pageOf(browser, scope, context);
  await untilLoaded(page);
  const here = `${places}.find((it) =>
    it.permanentKey && NavigableManager.getIdForBrowser(it) === ${JSON.stringify(context)})`;

  async function isOpen(): Promise<boolean> {
    const open = await scope.run<boolean>(`return ${here} !== undefined;`);
    if (!open && !page.isClosed()) {
      const gone = { context, url: '', parent: null, children: [], userContext: 'default' };
      scope.emit('browsingContext.contextDestroyed', gone);
    }
    return open;
  }

  return {
    ...viewOf(page, { isGone: async () => !(await isOpen()) }),
    page,
    isOpen,
    async close() {
      await scope.run(`const place = ${here}; if (place) { ${hide} }`);
      await until('it to close', async () => !(await isOpen()));
    },
  };
}

/** Presses the toolbar button over that page, whatever it opens. */
export async function clickFirefoxToolbarButton(
  scope: FirefoxScope,
  addonId: string,
  over: Page,
): Promise<void> {
  await over.bringToFront();
  await scope.run(pressToolbarButton(addonId, contextIdOf(over)));
}

export async function openFirefoxPopup(
  browser: Browser,
  scope: FirefoxScope,
  addonId: string,
  over: Page,
): Promise<PopupHandle> {
  await over.bringToFront();
  const context = await scope.run<string>(
    `${TEACH}${pressToolbarButton(addonId, contextIdOf(over))}
    ${idOfFirst(POPUPS, `!before.has(it) && it.closest('panel')?.state === 'open'`)}`,
  );
  const hide = `place.closest('panel')?.hidePopup();`;
  return handleOf(browser, scope, { context, places: POPUPS, hide });
}

/** The sidebar that the browser has opened. */
export async function firefoxSidebar(browser: Browser, scope: FirefoxScope): Promise<PopupHandle> {
  const context = await scope.run<string>(`${TEACH}${idOfFirst(SIDEBARS)}`);
  const hide = `for (const win of ${WINDOWS}) win.SidebarController.hide();`;
  return handleOf(browser, scope, { context, places: SIDEBARS, hide });
}
