import type { Page } from 'puppeteer-core';
import type { Badge, Desk } from './desk';
import { contextIdOf, type FirefoxScope } from './firefox-scope';

const ASK_BEFORE_GRANTING = 'extensions.webextOptionalPermissionPrompts';

type Backstage = Pick<
  Desk,
  | 'badge'
  | 'grantOrigins'
  | 'preapproveOrigins'
  | 'revokeOrigins'
  | 'answerPermissionPrompt'
  | 'clickNotification'
  | 'audioStates'
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

/** Runs in the extension's process, where the debugger's eyes find what the page keeps to itself. */
const FIND_AUDIO = `
  const { addDebuggerToGlobal } = ChromeUtils.importESModule(
    'resource://gre/modules/jsdebugger.sys.mjs');
  const system = Services.scriptSecurityManager.getSystemPrincipal();
  const eyes = Cu.Sandbox(system, { freshCompartment: true });
  addDebuggerToGlobal(eyes);
  eyes.page = content;
  const states = Cu.evalInSandbox(\`
    const debug = new Debugger();
    debug.addDebuggee(page);
    const found = debug.findObjects({ class: 'AudioContext' });
    JSON.stringify(found.map((object) => object.unsafeDereference().state));
  \`, eyes);
  sendAsyncMessage('agent-widget-test:audio', states);`;

function audioStates(extension: string): string {
  const script = `data:application/javascript;charset=utf-8,${encodeURIComponent(FIND_AUDIO)}`;
  return `
    const background = [...${extension}.views].find(({ viewType }) => viewType === 'background');
    if (!background) return [];
    const { messageManager } = background.xulBrowser;
    return new Promise((resolve) => {
      // One that ends while it is looked at has nothing to say any more.
      setTimeout(() => resolve([]), 1000);
      const listener = ({ data }) => {
        messageManager.removeMessageListener('agent-widget-test:audio', listener);
        resolve(JSON.parse(data).filter((state) => state !== 'closed'));
      };
      messageManager.addMessageListener('agent-widget-test:audio', listener);
      messageManager.loadFrameScript(${JSON.stringify(script)}, false);
    });`;
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
    async clickNotification(part) {
      if (part !== 'text') throw new Error(`A notification in Firefox has no ${part}.`);
      await run(`
        // It hears no click before it has been told what it shows.
        const alert = await until(() =>
          [...Services.wm.getEnumerator('alert:alert')].find(({ gIsActive }) => gIsActive));
        alert.document.getElementById('alertBox').click();`);
    },
    audioStates: () => run<string[]>(audioStates(extension)),
    killWorker: () =>
      run(`await ${extension}.terminateBackground(
        { ignoreDevToolsAttached: true, disableResetIdleForTest: true });`),
    workerIsRunning: () => run(`return ${extension}.backgroundState === 'running';`),
  };
}

/** The key of a command, as Firefox knows it; given first, where the command has none. */
export async function pressFirefoxCommand(
  scope: FirefoxScope,
  page: Page,
  addonId: string,
  command: string,
  spareKey: string | undefined,
): Promise<void> {
  await page.bringToFront();
  await scope.run(`
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
    const name = ${JSON.stringify(command)};
    const assigned = async () => (await extension.shortcuts.commands).get(name).shortcut;
    const spare = ${JSON.stringify(spareKey ?? null)};
    if (spare && !(await assigned())) {
      await extension.shortcuts.updateCommand({ name, shortcut: spare });
    }
    const letter = (await assigned()).split('+').at(-1);
    const tab = NavigableManager.getBrowserById(${JSON.stringify(contextIdOf(page))});
    const widget = extension.id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
    const selector = '#ext-keyset-id-' + widget + ' key[key="' + letter + '"]';
    (await until(() => tab.ownerDocument.querySelector(selector))).doCommand();`);
}

/** A real right click there, then the entry of the browser's own menu. */
export async function clickFirefoxMenu(
  scope: FirefoxScope,
  page: Page,
  pointAt: () => Promise<{ x: number; y: number }>,
  label: RegExp,
): Promise<void> {
  await page.bringToFront();
  const { x, y } = await pointAt();
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
