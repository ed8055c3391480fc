import type { Browser, Page } from 'puppeteer-core';

/** What puppeteer has but does not declare; checked against puppeteer-core 24. */
interface Internals {
  readonly connection: {
    send(method: string, params: object): Promise<{ result: unknown }>;
    emit(event: string, params: object): void;
  };
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Firefox's privileged scope, open to a browser started with `--remote-allow-system-access`. */
export interface FirefoxScope {
  /** Sends a WebDriver BiDi command that puppeteer has no method for. */
  send<T>(method: string, params: object): Promise<T>;
  /** Tells puppeteer of an event that Firefox does not send. */
  emit(event: string, params: object): void;
  /** Runs the body of an async function with the browser's own rights; its answer is JSON. */
  run<T>(body: string): Promise<T>;
}

const MODULES = `
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs');
  const until = async (probe) => {
    for (const end = Date.now() + 10000; ; ) {
      const answer = await probe();
      if (answer) return answer;
      if (Date.now() > end) throw new Error('not within 10 s: ' + probe);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
`;

export function firefoxScopeOf(browser: Browser): FirefoxScope {
  const { connection } = browser as unknown as Internals;
  async function send<T>(method: string, params: object): Promise<T> {
    return (await connection.send(method, params)).result as T;
  }
  return {
    send,
    emit: (event, params) => connection.emit(event, params),
    async run<T>(body: string): Promise<T> {
      const { contexts } = await send<{ contexts: { context: string }[] }>(
        'browsingContext.getTree',
        { 'moz:scope': 'chrome' },
      );
      const { type, result, exceptionDetails } = await send<Evaluated>('script.evaluate', {
        expression: `(async () => { ${MODULES}
          const answer = await (async () => { ${body} })();
          return JSON.stringify(answer ?? null); })()`,
        target: { context: contexts[0]?.context },
        awaitPromise: true,
      });
      if (type !== 'success' || !result) {
        throw new Error(`Firefox says: ${exceptionDetails?.text}`);
      }
      return JSON.parse(result.value) as T;
    },
  };
}

/** WebDriver's id of a page, by which the privileged scope finds its tab. */
export function contextIdOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
