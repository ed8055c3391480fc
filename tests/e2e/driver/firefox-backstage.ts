import type { Page } from 'puppeteer-core';
import type { Badge, Desk } from './desk';
import { contextIdOf, type FirefoxScope } from './firefox-scope';
import { selectText } from './selection';

const ASK_BEFORE_GRANTING = 'extensions.webextOptionalPermissionPrompts';

type Backstage = Pick<
  Desk,
  | 'badge'
  | 'grantOrigins'
  | 'preapproveOrigins'
  | 'revokeOrigins'
  | 'answerPermissionPrompt'
  | 'killWorker'
  | 'workerIsRunning'
>;

function change(addonId: string, verb: 'add' | 'remove', origins: readonly string[]): string {
  return `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
    await ExtensionPermissions.${verb}(
      extension.id, { permissions: [], origins: ${JSON.stringify(origins)} }, extension);`;
}

/** The button of the prompt, once Firefox would accept a click on it. */
function pressPromptButton(answer: 'allow' | 'deny'): string {
  const button = answer === 'allow' ? 'button' : 'secondaryButton';
  return `
    const { panel, prompt } = await until(() => {
      for (const win of Services.wm.getEnumerator('navigator:browser')) {
        const panel = win.PopupNotifications.panel;
        const prompt = panel.querySelector('#addon-webext-permissions-notification');
        if (panel.state === 'open' && prompt) return { panel, prompt };
      }
    });
    await until(() => { prompt.${button}.click(); return panel.state === 'closed'; });`;
}

export function firefoxBackstage(scope: () => FirefoxScope, addonId: string): Backstage {
  const id = JSON.stringify(addonId);
  const extension = `WebExtensionPolicy.getByID(${id}).extension`;
  const run = <T>(body: string): Promise<T> => scope().run<T>(body);
  return {
    badge: () =>
      run<Badge>(`
        const { action } = ExtensionParent.apiManager.global.browserActionFor(${extension});
        const { badgeText, title, badgeBackgroundColor } = action.getContextData(null);
        const color = [...(badgeBackgroundColor ?? [])];
        const hex = color.map((part) => part.toString(16).padStart(2, '0')).join('');
        return { text: badgeText ?? '', title, color: '#' + hex };`),
    grantOrigins: (origins) => run(change(addonId, 'add', origins)),
    revokeOrigins: (origins) => run(change(addonId, 'remove', origins)),
    preapproveOrigins: () => run(`Services.prefs.setBoolPref('${ASK_BEFORE_GRANTING}', false);`),
    answerPermissionPrompt: (answer) => run(pressPromptButton(answer)),
    killWorker: () =>
      run(`await ${extension}.terminateBackground(
        { ignoreDevToolsAttached: true, disableResetIdleForTest: true });`),
    workerIsRunning: () => run(`return ${extension}.backgroundState === 'running';`),
  };
}

/** A real right click on the selected text, then the entry of the browser's own menu. */
export async function clickFirefoxMenu(
  scope: FirefoxScope,
  page: Page,
  selector: string,
  label: RegExp,
): Promise<void> {
  await page.bringToFront();
  const { x, y } = await selectText(page, selector);
  await page.mouse.click(x, y, { button: 'right' });
  await scope.run(`
    const tab = NavigableManager.getBrowserById(${JSON.stringify(contextIdOf(page))});
    const menu = tab.ownerDocument.getElementById('contentAreaContextMenu');
    await until(() => menu.state === 'open');
    const items = [...menu.querySelectorAll('menuitem')].filter((it) => !it.hidden);
    const item = items.find((it) => ${label}.test(it.label));
    if (!item) throw new Error('the menu has only: ' + items.map((it) => it.label).join(' | '));
    // Several entries of one extension are a menu of their own.
    const inner = item.closest('menupopup');
    if (inner !== menu) {
      inner.parentNode.openMenu(true);
      await until(() => inner.state === 'open');
    }
    inner.activateItem(item);
    await until(() => menu.state === 'closed');`);
}
