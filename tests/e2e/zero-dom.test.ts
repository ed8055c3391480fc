import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recording } from '../pages/random-rendering';
import { type DemoPages, startDemoPages } from '../pages/serve';
import { addonIdOf, buildDir } from './driver/builds';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { marksOn, placesOfMarks } from './support/marked-numbers';

const PAGES = ['react', 'vue', 'components'] as const;
const RENDERS = 300;
const BATCHES = 10;
const SEED = 20_250_611;
const FIREFOX_ID = addonIdOf(buildDir('firefox'));

interface Run extends Recording {
  readonly console: readonly string[];
  readonly globals: readonly string[];
  /** How often the card was seen open while the page rendered. */
  readonly cardsSeen: number;
  readonly marksSeen: number;
}

interface Visit {
  readonly page: Page;
  readonly console: string[];
}

async function visit({ browser }: ContactCentre, url: string): Promise<Visit> {
  const page = await browser.openPage('about:blank');
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(url);
  return { page, console: said };
}

/** What the page notices when it renders at random and nobody looks. */
async function quietRun({ page, console }: Visit): Promise<Run> {
  await page.evaluate((seed) => window.proof.begin(seed), SEED);
  await render(page, RENDERS, 0);
  return { ...(await recordingOf(page)), console, cardsSeen: 0, marksSeen: 0 };
}

const render = (page: Page, renders: number, paceMs: number) =>
  page.evaluate(
    (many, pace) => window.proof.render({ renders: many, paceMs: pace }),
    renders,
    paceMs,
  );

async function recordingOf(page: Page) {
  const recording = await page.evaluate(() => window.proof.end());
  const globals = await page.evaluate(() => window.proof.globals());
  return { ...recording, globals };
}

const cardIsOpen = (page: Page) =>
  page.evaluate(() => {
    const card = document.querySelector('agent-widget-card');
    return card !== null && card.getBoundingClientRect().width > 20;
  });

/** Points at one of the marks; how many there are. */
async function pointAtMark(page: Page, which: number): Promise<number> {
  const places = await placesOfMarks(page);
  const place = places[which % places.length];
  if (!place) return 0;
  await page.mouse.move(place.x - 4, place.y);
  await page.mouse.move(place.x, place.y);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return places.length;
}

/** A card is open when this is over. */
const openCard = (page: Page) =>
  eventually(async () => {
    await page.mouse.move(1_200, 700);
    await pointAtMark(page, 0);
    await eventually(async () => expect(await cardIsOpen(page)).toBe(true), 1_000);
  });

/** Points at marks until the page has rendered enough, and away again. */
async function pointAtMarks(page: Page, hasEnded: () => boolean): Promise<number> {
  let most = 0;
  for (let round = 0; !hasEnded(); round += 1) {
    // The headline's number stays in its place, others move away below the pointer.
    most = Math.max(most, await pointAtMark(page, round % 2 === 0 ? 0 : round * 7));
    if (round % 3 === 2) await page.mouse.move(1_200, 700);
    if (round % 3 === 1) await page.keyboard.press('Escape');
  }
  return most;
}

/** The same with marks on the page, while a person points at them. A card is open whenever the renders set in. */
async function markedRun({ page, console }: Visit): Promise<Run> {
  await page.bringToFront();
  await eventually(async () => expect(await marksOn(page)).not.toEqual([]));
  await page.evaluate((seed) => window.proof.begin(seed), SEED);
  let cardsSeen = 0;
  let marksSeen = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    await openCard(page);
    cardsSeen += 1;
    let ended = false;
    const rendering = render(page, RENDERS / BATCHES, 20).finally(() => {
      ended = true;
    });
    const [, most] = await Promise.all([rendering, pointAtMarks(page, () => ended)]);
    marksSeen = Math.max(marksSeen, most);
  }
  return { ...(await recordingOf(page)), console, cardsSeen, marksSeen };
}

/** The first render in which two runs differ, in full; null when they are the same to the end. */
function firstDifference<T>(ours: readonly T[], theirs: readonly T[]) {
  const at = theirs.findIndex(
    (item, index) => JSON.stringify(item) !== JSON.stringify(ours[index]),
  );
  return at < 0 ? null : { render: at, with: ours[at], without: theirs[at] };
}

describe.each(['chromium', 'firefox'] as const)('a page that renders at random in %s', (name) => {
  let centre: ContactCentre;
  let demo: DemoPages;
  const without = new Map<string, Run>();

  /** The page also listens to a name that only somebody who knows our build would look for. */
  const addressOf = (page: string) => {
    const id = name === 'chromium' ? new URL(centre.browser.extensionOrigin).host : FIREFOX_ID;
    const listen = encodeURIComponent(`${id}:click-to-call:wxt:content-script-started`);
    return `${demo.origin}/${page}?listen=${listen}`;
  };

  beforeAll(async () => {
    demo = await startDemoPages(PAGES);
    centre = await shareContactCentre(name);
    const { view } = await centre.openDesk();
    await centre.signIn(view);
    for (const page of PAGES) {
      const visited = await visit(centre, addressOf(page));
      without.set(page, await quietRun(visited));
      await visited.page.close();
    }
    await centre.browser.grantOrigins(['http://demo.localhost/*']);
  });
  afterAll(async () => {
    await centre?.close();
    await demo?.close();
  });

  describe.each(PAGES)('made with %s', (page) => {
    let ours: Run;
    let bare: Run;

    beforeAll(async () => {
      const visited = await visit(centre, addressOf(page));
      ours = await markedRun(visited);
      const run = without.get(page);
      if (!run) throw new Error('There is nothing to compare with.');
      bare = run;
      await visited.page.close();
    });

    it('has marks and cards while it does', () => {
      expect(ours.marksSeen).toBeGreaterThan(3);
      expect(ours.cardsSeen).toBeGreaterThan(3);
      expect(ours.cardRecords).toBeGreaterThan(0);
      expect(bare.cardRecords).toBe(0);
    });

    it('is told of the same changes by its MutationObserver as without the extension', () => {
      expect(bare.records.flat().length).toBeGreaterThan(RENDERS);
      expect(firstDifference(ours.records, bare.records)).toBeNull();
    });

    it('has the same markup after each render as without the extension', () => {
      expect(new Set(bare.html).size).toBeGreaterThan(RENDERS / 3);
      expect(firstDifference(ours.html, bare.html)).toBeNull();
    });

    it('keeps each node, as without the extension', () => {
      expect(firstDifference(ours.identities, bare.identities)).toBeNull();
    });

    it('finds every node where its framework put it', () => {
      expect(ours.strays).toEqual([]);
    });

    it('throws nothing and writes nothing to its console', () => {
      expect({ thrown: ours.thrown, console: ours.console }).toEqual({ thrown: [], console: [] });
    });

    it('hears no event and no message that no person made', () => {
      expect(ours.heard).toEqual(bare.heard);
    });

    it('has no name in its world that it has not without the extension', () => {
      expect(ours.globals).toEqual(bare.globals);
    });
  });
});
