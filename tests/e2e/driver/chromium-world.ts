import type { Page } from 'puppeteer-core';

/** Runs an expression where the extension's content scripts run in the top frame of a page. */
export async function evaluateInChromiumWorld(
  page: Page,
  extensionOrigin: string,
  expression: string,
): Promise<unknown> {
  const session = await page.createCDPSession();
  try {
    let contextId: number | undefined;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { type, frameId } = context.auxData as { type: string; frameId: string };
      const ours = type === 'isolated' && context.origin === extensionOrigin;
      // The frame's id is the page's target id for the top frame only.
      // An extension that was replaced leaves its old world behind.
      if (ours && frameId === topFrame) contextId = Math.max(contextId ?? 0, context.id);
    });
    const { frameTree } = await session.send('Page.getFrameTree');
    const topFrame = frameTree.frame.id;
    await session.send('Runtime.enable');
    if (contextId === undefined) {
      throw new Error(`No content script of the extension runs in ${page.url()}.`);
    }
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  } finally {
    await session.detach();
  }
}
