import type { Page } from 'puppeteer-core';
import type { Badge } from './test-browser';

const READ = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const [text, title] = await Promise.all([api.action.getBadgeText({}), api.action.getTitle({})]);
  return { text, title };
})()`;

/** Reads the toolbar button from a page of the extension that is kept open for it. */
export function createBadgeProbe(open: () => Promise<Page>) {
  let page: Promise<Page> | null = null;
  return {
    async badge(): Promise<Badge> {
      page ??= open();
      return (await (await page).evaluate(READ)) as Badge;
    },
    forget(): void {
      page = null;
    },
  };
}
