import type { Page } from 'puppeteer-core';

const WAIT_MS = 10_000;

/** A page or popup as a person meets it: controls by role and name, words, and nothing else. */
export interface View {
  click(role: string, name: string): Promise<void>;
  fill(role: string, name: string, text: string): Promise<void>;
  /** Waits until there is such a control or region. */
  see(role: string, name: string): Promise<void>;
  /** Waits until there is none. */
  missing(role: string, name: string): Promise<void>;
  /** Waits until the words stand on the page. */
  read(words: string): Promise<void>;
  text(): Promise<string>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A password field has no role of its own in ARIA; browsers disagree on what to call it. */
function selectorOf(role: string, name: string): string {
  if (role === 'password') {
    return `::-p-xpath(//input[@type="password"][@id=//label[normalize-space()="${name}"]/@for])`;
  }
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

async function fail(page: Page, wanted: string, cause: unknown): Promise<never> {
  const text = await page.evaluate(() => document.body.innerText).catch(() => '(page is gone)');
  throw new Error(`${wanted} within ${WAIT_MS} ms. The page says:\n${text}`, { cause });
}

/** The words on a page, live regions and field values aside. */
function innerText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Drives a page in a tab; each look brings it to the front, for a page behind another does not draw. */
export function viewOf(page: Page): View {
  return createView(page, () => page.bringToFront());
}

/** Drives the popup below the toolbar button, which is in front or gone. */
export function popupViewOf(page: Page): View {
  return createView(page, async () => {});
}

function createView(page: Page, show: () => Promise<void>): View {
  const find = async (role: string, name: string) => {
    await show();
    try {
      return await page.waitForSelector(selectorOf(role, name), {
        timeout: WAIT_MS,
        visible: true,
      });
    } catch (cause) {
      return fail(page, `No ${role} "${name}"`, cause);
    }
  };
  return {
    async click(role, name) {
      await find(role, name);
      await page.locator(selectorOf(role, name)).setTimeout(WAIT_MS).click();
    },
    async fill(role, name, text) {
      await find(role, name);
      await page.locator(selectorOf(role, name)).setTimeout(WAIT_MS).fill(text);
    },
    async see(role, name) {
      await find(role, name);
    },
    async missing(role, name) {
      await show();
      try {
        await page.waitForSelector(selectorOf(role, name), { timeout: WAIT_MS, hidden: true });
      } catch (cause) {
        await fail(page, `The ${role} "${name}" did not go`, cause);
      }
    },
    async read(words) {
      await show();
      try {
        await page.waitForFunction(
          (wanted) => document.body.innerText.includes(wanted),
          { timeout: WAIT_MS, polling: 50 },
          words,
        );
      } catch (cause) {
        await fail(page, `Not read: "${words}"`, cause);
      }
    },
    text: () => innerText(page),
    async screenshot(file) {
      await show();
      await page.screenshot({ path: file as `${string}.png` });
    },
    close: () => page.close(),
  };
}
