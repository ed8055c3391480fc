import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoPages, startDemoPages } from '../pages/serve';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { heapAtRest } from './support/heap';
import { marksOn } from './support/marked-numbers';

const RENDERS = 1_000;
const MB = 1_024 * 1_024;

async function openListPage(name: 'chromium' | 'firefox') {
  const demo = await startDemoPages(['list']);
  const centre = await shareContactCentre(name);
  const { view } = await centre.openDesk();
  await centre.signIn(view);
  await centre.browser.grantOrigins(['http://demo.localhost/*']);
  const page = await centre.browser.openPage(`${demo.origin}/list`);
  await page.bringToFront();
  return { demo, centre, page };
}

/** Waits until the marks are on the numbers of the page, all of them and nothing else. */
async function marksAreRight(page: Page, withinMs = 10_000): Promise<string[]> {
  return eventually(async () => {
    const marks = await marksOn(page);
    expect(marks.filter(({ alive }) => !alive)).toHaveLength(0);
    const numbers = await page.evaluate(() => window.list.numbers());
    const marked = marks.map(({ text }) => text).toSorted();
    // A comparison of long lists that differ takes longer than everything else here.
    const missing = numbers.toSorted().find((number, index) => marked[index] !== number);
    expect({ missing, marks: marked.length }).toEqual({ marks: numbers.length });
    return numbers;
  }, withinMs);
}

type View = Parameters<Window['list']['navigate']>[0];
const navigate = (page: Page, view: View) =>
  page.evaluate((to) => window.list.navigate(to as View), view);

describe.each(['chromium', 'firefox'] as const)('a page that changes by itself in %s', (name) => {
  let demo: DemoPages;
  let centre: ContactCentre;
  let page: Page;

  beforeAll(async () => {
    ({ demo, centre, page } = await openListPage(name));
  });
  afterAll(async () => {
    await centre?.close();
    await demo?.close();
  });

  it('has the numbers of each view marked that it goes to, and those of the last one forgotten', async () => {
    expect(await marksAreRight(page)).toHaveLength(12);
    await navigate(page, 'settings');
    expect(await marksAreRight(page)).toEqual([]);
    await navigate(page, 'contacts');
    expect(await marksAreRight(page)).toHaveLength(12);
  });

  it('has the numbers marked that scroll into sight in rows that are used again', async () => {
    await navigate(page, 'scroller');
    const first = await marksAreRight(page);
    expect(first).toHaveLength(20);
    for (const row of [10, 2_500, 4_979, 0]) {
      await page.evaluate((to) => window.list.scrollTo(to), row);
      // The page itself draws a moment after the scroll.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      const now = await marksAreRight(page);
      if (row > 0) expect(now).not.toEqual(first);
    }
  });

  it('has the right marks at the end of re-rendering a list of 5,000 rows', async () => {
    await navigate(page, 'long');
    expect(await marksAreRight(page, 30_000)).toHaveLength(5_000);
    await page.evaluate(() => window.list.rerender(110));
    expect((await marksAreRight(page, 30_000)).length).toBeGreaterThan(4_000);
  }, 90_000);
});

describe('the memory of a page in chromium', () => {
  let demo: DemoPages;
  let centre: ContactCentre;
  let page: Page;

  beforeAll(async () => {
    ({ demo, centre, page } = await openListPage('chromium'));
  });
  afterAll(async () => {
    await centre?.close();
    await demo?.close();
  });

  it('is steady over 1,000 renders of a list of 5,000 rows', async () => {
    await navigate(page, 'long');
    await page.evaluate(() => window.list.rerender(100));
    await marksAreRight(page, 30_000);
    const before = await heapAtRest(page);
    await page.evaluate((times) => window.list.rerender(times), RENDERS);
    await marksAreRight(page, 30_000);
    const after = await heapAtRest(page);
    expect(after.usedBytes - before.usedBytes).toBeLessThan(3 * MB);
    expect(after.nodes - before.nodes).toBeLessThan(500);
    expect(after.listeners - before.listeners).toBeLessThan(10);
  }, 150_000);
});
