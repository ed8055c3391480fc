import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { FIREFOX_ID } from './builds';
import type { ChromeScope } from './firefox-chrome-scope';
import type { View } from './view';

const WAIT_MS = 10_000;

/**
 * The popup hangs in the browser's own window, where WebDriver finds no context for it; so it is
 * driven by a frame script, and clicked with events that the page trusts as a person's.
 */
const FIND = `
  const roleOf = (element) => {
    if (element.getAttribute('role')) return element.getAttribute('role');
    const tag = element.localName;
    if (tag === 'button') return 'button';
    if (tag === 'select') return 'combobox';
    if (tag === 'article') return 'article';
    if (tag === 'fieldset') return 'group';
    if (tag === 'ul') return 'list';
    if (/^h[1-6]$/.test(tag)) return 'heading';
    if (tag !== 'input') return null;
    return { checkbox: 'checkbox', radio: 'radio', password: 'password' }[element.type] ?? 'textbox';
  };
  const nameOf = (element) =>
    (element.getAttribute('aria-label') ??
      (element.labels?.[0] ?? element).textContent ?? '').replace(/\\s+/g, ' ').trim();
  const find = (role, name) =>
    [...content.document.querySelectorAll('*')].find(
      (element) =>
        roleOf(element) === role && nameOf(element) === name && element.getClientRects().length > 0,
    );
`;

function frameScript(body: string, answer: string): string {
  const code = `${FIND} (async () => { ${body} })().then(
    (value) => sendAsyncMessage('${answer}', { value: value ?? null }),
    (error) => sendAsyncMessage('${answer}', { error: String(error) }),
  );`;
  return `data:application/javascript;charset=utf-8,${encodeURIComponent(code)}`;
}

let asked = 0;

/** Runs code inside the open popup; `content` is its window. */
function inPopup<T>(scope: ChromeScope, body: string): Promise<T> {
  asked += 1;
  const answer = `agent-widget-test:${asked}`;
  return scope.run<T>(`(() => {
    const win = Services.wm.getMostRecentWindow('navigator:browser');
    const popup = win.document.querySelector('browser[webextension-view-type="popup"]');
    if (!popup) throw new Error('the popup is closed');
    const manager = popup.messageManager;
    return new Promise((resolve, reject) => {
      const listener = ({ data }) => {
        manager.removeMessageListener(${JSON.stringify(answer)}, listener);
        if (data.error) reject(new Error(data.error)); else resolve(data.value);
      };
      manager.addMessageListener(${JSON.stringify(answer)}, listener);
      manager.loadFrameScript(${JSON.stringify(frameScript(body, answer))}, false);
    });
  })()`);
}

const CLICK = `
  element.scrollIntoView({ block: 'center' });
  const box = element.getBoundingClientRect();
  const at = [box.left + box.width / 2, box.top + box.height / 2];
  const { windowUtils } = content;
  windowUtils.sendMouseEvent('mousedown', ...at, 0, 1, 0);
  windowUtils.sendMouseEvent('mouseup', ...at, 0, 1, 0);
`;

async function until(wanted: string, check: () => Promise<boolean>, text: () => Promise<string>) {
  const end = Date.now() + WAIT_MS;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${wanted} within ${WAIT_MS} ms:\n${await text()}`);
    await delay(50);
  }
}

function popupView(scope: ChromeScope): View {
  const target = (role: string, name: string) => `${JSON.stringify(role)}, ${JSON.stringify(name)}`;
  const exists = (role: string, name: string) =>
    inPopup<boolean>(
      scope,
      `const element = find(${target(role, name)}); return element !== undefined && !element.disabled;`,
    );
  const text = () => inPopup<string>(scope, 'return content.document.body.innerText;');
  const see = (role: string, name: string) =>
    until(`No ${role} "${name}"`, () => exists(role, name), text);
  return {
    async click(role, name) {
      await see(role, name);
      await inPopup(scope, `const element = find(${target(role, name)}); ${CLICK}`);
    },
    async fill(role, name, value) {
      await see(role, name);
      await inPopup(
        scope,
        `const element = find(${target(role, name)}).wrappedJSObject;
         element.focus();
         element.value = ${JSON.stringify(value)};
         element.dispatchEvent(new content.wrappedJSObject.Event('input', Components.utils.cloneInto({ bubbles: true }, content)));`,
      );
    },
    see,
    async missing(role, name) {
      await until(
        `The ${role} "${name}" did not go`,
        async () =>
          !(await inPopup<boolean>(scope, `return find(${target(role, name)}) !== undefined;`)),
        text,
      );
    },
    async read(words) {
      await until(`Not read: "${words}"`, async () => (await text()).includes(words), text);
    },
    text,
    async screenshot(file) {
      const picture = await inPopup<string>(
        scope,
        `const { innerWidth, innerHeight, document } = content;
         const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
         canvas.width = innerWidth; canvas.height = innerHeight;
         canvas.getContext('2d').drawWindow(content, 0, 0, innerWidth, innerHeight, 'white');
         return canvas.toDataURL('image/png');`,
      );
      writeFileSync(file, Buffer.from(picture.split(',')[1] ?? '', 'base64'));
    },
    async close() {
      await scope.run(
        `(() => { const win = Services.wm.getMostRecentWindow('navigator:browser');
          win.document.querySelector('browser[webextension-view-type="popup"]')?.closest('panel')?.hidePopup(); })()`,
      );
    },
  };
}

/** Clicks the toolbar button over the tab in front. */
export async function openFirefoxPopup(scope: ChromeScope): Promise<View> {
  await scope.run(`(async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)});
    const win = Services.wm.getMostRecentWindow('navigator:browser');
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);
  })()`);
  const view = popupView(scope);
  await until(
    'The popup did not open',
    () =>
      inPopup<boolean>(scope, `return content.document.querySelector('main') !== null;`).catch(
        () => false,
      ),
    async () => '',
  );
  return view;
}
