import type { Browser } from 'puppeteer-core';

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** The raw WebDriver BiDi connection, which puppeteer keeps but does not declare. */
function connectionOf(browser: Browser): BidiConnection {
  return (browser as unknown as { connection: BidiConnection }).connection;
}

export interface ChromeScope {
  /** Sends a command puppeteer has no method for. */
  send(method: string, params: object): Promise<unknown>;
  /** Runs an expression with the browser's own rights, in the window in front. */
  run<T>(expression: string): Promise<T>;
}

/** Firefox's privileged scope, open to a browser started with `--remote-allow-system-access`. */
export function chromeScopeOf(browser: Browser): ChromeScope {
  const send = async (method: string, params: object) =>
    (await connectionOf(browser).send(method, params)).result;
  return {
    send,
    async run<T>(expression: string) {
      const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
        contexts: { context: string }[];
      };
      const evaluated = (await send('script.evaluate', {
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context: tree.contexts[0]?.context },
        awaitPromise: true,
      })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
      if (evaluated.type !== 'success' || !evaluated.result) {
        throw new Error(`Firefox's privileged scope: ${evaluated.exceptionDetails?.text}`);
      }
      return JSON.parse(evaluated.result.value) as T;
    },
  };
}
