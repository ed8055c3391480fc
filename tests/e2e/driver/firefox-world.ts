import type { Page } from 'puppeteer-core';
import { contextIdOf, type FirefoxScope } from './firefox-scope';

let asked = 0;

/** Runs in the page's process, with the browser's rights; `content` is the page's window. */
function frameScript(addonId: string, expression: string, reply: string): string {
  const code = `(async () => {
    const { ExtensionContent } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionContent.sys.mjs');
    const context = ExtensionContent.getContextByExtensionId(${JSON.stringify(addonId)}, content);
    if (!context) throw new Error('No content script of the extension runs there.');
    const code = ${JSON.stringify(`(async () => JSON.stringify((await (${expression})) ?? null))()`)};
    return Cu.evalInSandbox(code, context.sandbox, 'latest');
  })().then(
    (json) => sendAsyncMessage(${JSON.stringify(reply)}, { json }),
    (error) => sendAsyncMessage(${JSON.stringify(reply)}, { error: String(error) }),
  );`;
  return `data:application/javascript;charset=utf-8,${encodeURIComponent(code)}`;
}

/** Runs an expression where the extension's content scripts run in the top frame of a page. */
export async function evaluateInFirefoxWorld(
  scope: FirefoxScope,
  page: Page,
  addonId: string,
  expression: string,
): Promise<unknown> {
  asked += 1;
  const reply = `agent-widget-test:${asked}`;
  const json = await scope.run<string>(`
    const { messageManager } = NavigableManager.getBrowserById(${JSON.stringify(contextIdOf(page))});
    const reply = ${JSON.stringify(reply)};
    return new Promise((resolve, reject) => {
      const listener = ({ data: { json, error } }) => {
        messageManager.removeMessageListener(reply, listener);
        if (error === undefined) resolve(json); else reject(new Error(error));
      };
      messageManager.addMessageListener(reply, listener);
      messageManager.loadFrameScript(${JSON.stringify(frameScript(addonId, expression, reply))}, false);
    });`);
  return JSON.parse(json);
}
