import type { Browser, Page } from 'puppeteer-core';
import type { PopupHandle } from './desk';
import { contextIdOf, type FirefoxScope } from './firefox-scope';
import { until, untilLoaded } from './until';
import { viewOf } from './view';

const POPUPS = `[...Services.wm.getEnumerator('navigator:browser')].flatMap((win) =>
  [...win.document.querySelectorAll('browser.webextension-popup-browser')])`;

/**
 * WebDriver looks for contexts in tabs only, though it can drive any. Told where to find the popup,
 * and puppeteer told that there is one, the popup is a page like others.
 */
const TEACH = `
  if (!NavigableManager.knowsPopups) {
    const inTabs = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (id) =>
      ${POPUPS}.find((it) => it.permanentKey && NavigableManager.getIdForBrowser(it) === id) ??
      inTabs(id);
    NavigableManager.knowsPopups = true;
  }`;

function clickToolbarButton(addonId: string, tab: string): string {
  return `${TEACH}
    const win = NavigableManager.getBrowserById(${JSON.stringify(tab)}).ownerDocument.defaultView;
    const before = new Set(${POPUPS});
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);
    const popup = await until(() => ${POPUPS}.find((it) => !before.has(it) &&
      it.closest('panel')?.state === 'open' && it.currentURI.schemeIs('moz-extension') &&
      !it.webProgress.isLoadingDocument));
    popup.permanentKey ??= {};
    return NavigableManager.getIdForBrowser(popup);`;
}

async function pageOf(browser: Browser, scope: FirefoxScope, context: string): Promise<Page> {
  const { contexts } = await scope.send<{ contexts: object[] }>('browsingContext.getTree', {
    root: context,
  });
  scope.emit('browsingContext.contextCreated', { ...contexts[0], parent: null });
  return until('the popup as a page', async () =>
    (await browser.pages()).find((page) => contextIdOf(page) === context),
  );
}

export async function openFirefoxPopup(
  browser: Browser,
  scope: FirefoxScope,
  addonId: string,
  over: Page,
): Promise<PopupHandle> {
  await over.bringToFront();
  const context = await scope.run<string>(clickToolbarButton(addonId, contextIdOf(over)));
  const page = await pageOf(browser, scope, context);
  await untilLoaded(page);
  const here = `${POPUPS}.find((it) => NavigableManager.getIdForBrowser(it) === ${JSON.stringify(context)})`;

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
      await scope.run(`${here}?.closest('panel')?.hidePopup();`);
      await until('the popup to close', async () => !(await isOpen()));
    },
  };
}
