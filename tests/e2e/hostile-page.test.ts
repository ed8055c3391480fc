import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Attacks } from '../pages/hostile-page';
import { type DemoPages, startDemoPages } from '../pages/serve';
import { type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { type DemoCentre, openDemoCentre } from './support/demo-centre';
import { eventually } from './support/eventually';
import { type Heap, heapAtRest } from './support/heap';
import { markedTexts, marksOn } from './support/marked-numbers';
import { hoverNumber, untilItTakesClicks } from './support/page-numbers';

const NUMBER = '+420 777 123 456';
const DIALLED = '+420777123456';
const DIAL = `POST activities {"type":"CALL","number":"${DIALLED}"}`;

const MB = 1_024 * 1_024;

describe.each(['chromium', 'firefox'] as const)('a hostile page in %s', (name) => {
  let centre: DemoCentre;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    centre = await openDemoCentre(name, ['hostile']);
    await centre.browser.grantOrigins(['http://demo.localhost/*']);
    page = await centre.browser.openPage(`${centre.demo.origin}/hostile`);
    page.on('pageerror', (error) => said.push(String(error)));
  });
  afterAll(() => centre?.close());
  beforeEach(async () => {
    centre.daktela.requests.length = 0;
    said.length = 0;
    await page.bringToFront();
    await page.reload();
    await eventually(async () => expect(await marked()).toContain(NUMBER));
  });

  const dials = () =>
    commandsOf(centre.daktela).filter((command) => command.startsWith('POST activities'));
  const marked = () => markedTexts(page);
  const pointAtNumber = () => hoverNumber(centre.browser, page, NUMBER, DIALLED);
  type Plain = 'clickEverything' | 'coverCard' | 'restyleCard';
  const attack = (which: Plain) =>
    page.evaluate((key) => window.attacks[key as Plain & keyof Attacks](), which);

  /** A request sent after a wanted one would have been on its way. */
  async function nothingIsDialled(): Promise<void> {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(dials()).toEqual([]);
  }

  /** A number that comes now is marked: the script has survived. */
  async function stillMarks(): Promise<void> {
    await page.evaluate(() => {
      const line = document.createElement('p');
      line.textContent = 'New: +420 605 999 888';
      document.body.append(line);
    });
    await eventually(async () => expect(await marked()).toContain('+420 605 999 888'));
  }

  it('dials nothing by events that it makes at numbers, links and the open card', async () => {
    await attack('clickEverything');
    await pointAtNumber();
    await attack('clickEverything');
    await nothingIsDialled();
  });

  it('dials nothing by messages that imitate ours', async () => {
    const { host } = new URL(centre.browser.extensionOrigin);
    await page.evaluate((id) => window.attacks.imitate(id), host);
    await nothingIsDialled();
    await stillMarks();
  });

  it('reads nothing of the card', async () => {
    await pointAtNumber();
    expect(await page.evaluate(() => window.attacks.readCard())).toEqual([
      'root null',
      'text ',
      'html ',
      'hit agent-widget-card',
      'slots 0',
      'path null',
      'find 0',
    ]);
  });

  it('cannot hide the card or write over it by its own styles', async () => {
    const look = () =>
      page.evaluate(() => {
        const host = document.querySelector('agent-widget-card');
        if (!host) return null;
        const {
          opacity,
          visibility,
          transform,
          clipPath,
          filter,
          fontSize,
          display,
          zoom,
          maskImage,
        } = getComputedStyle(host);
        const { width, height } = host.getBoundingClientRect();
        return {
          ...{
            opacity,
            visibility,
            transform,
            clipPath,
            filter,
            fontSize,
            display,
            zoom,
            maskImage,
          },
          contentVisibility: getComputedStyle(host).getPropertyValue('content-visibility'),
          ...{ width, height },
          before: getComputedStyle(host, '::before').content,
          after: getComputedStyle(host, '::after').content,
        };
      });
    await pointAtNumber();
    const before = await look();
    expect(before).toMatchObject({ opacity: '1', before: 'none', after: 'none' });
    await attack('restyleCard');
    expect(await look()).toEqual(before);
  });

  it('does not get a call out of a click on what it has laid over the card', async () => {
    const button = await pointAtNumber();
    await attack('coverCard');
    await page.mouse.click(button.x, button.y);
    await nothingIsDialled();
  });

  it('has its card back, and dials once for a real click, when the page has stopped fighting it', async () => {
    await page.evaluate(() => {
      const { documentElement } = document;
      new MutationObserver((_, observer) => {
        document.querySelector('agent-widget-card')?.remove();
        observer.disconnect();
      }).observe(documentElement, { childList: true });
    });
    await page.mouse.move(300, 500);
    const button = await pointAtNumber();
    await page.mouse.click(button.x, button.y);
    await eventually(() => expect(dials()).toEqual([DIAL]));
    await hangUp();
  });

  async function hangUp(): Promise<void> {
    for (const activity of centre.daktela.world.activities.keys()) {
      centre.daktela.world.callerHangsUp(activity);
    }
  }
});

describe('what a hostile page leaves in the memory of chromium', () => {
  let centre: ContactCentre;
  let demo: DemoPages;

  beforeAll(async () => {
    demo = await startDemoPages(['hostile']);
    centre = await openContactCentre('chromium');
    const { view } = await centre.openDesk();
    await centre.signIn(view);
    await centre.browser.grantOrigins(['http://demo.localhost/*']);
  });
  afterAll(async () => {
    await centre?.close();
    await demo?.close();
  });

  it('is no more after three floods of new numbers than after one', async () => {
    const page = await centre.browser.openPage(`${demo.origin}/hostile`);
    await page.bringToFront();
    const flooded = async (start: number): Promise<Heap> => {
      await page.evaluate((from) => window.attacks.flood(3_000, from), start);
      await page.evaluate(() => window.attacks.clear());
      // Only the two numbers that always stand there are left when everything has been read.
      await eventually(async () => expect(await marksOn(page)).toHaveLength(2), 30_000);
      return heapAtRest(page);
    };
    const first = await flooded(0);
    await flooded(10_000_000);
    const last = await flooded(20_000_000);
    expect(last.usedBytes - first.usedBytes).toBeLessThan(2 * MB);
    expect(last.nodes - first.nodes).toBeLessThan(1_000);
  }, 90_000);
});

describe.each(['chromium', 'firefox'] as const)(
  'a page that has redefined the language in %s',
  (name) => {
    let centre: DemoCentre;

    beforeAll(async () => {
      centre = await openDemoCentre(name, []);
      await centre.browser.grantOrigins(['http://demo.localhost/*']);
    });
    afterAll(() => centre?.close());

    it('catches nothing of ours in its traps, and its number is called as any other', async () => {
      const page = await centre.browser.openPage(`${centre.demo.origin}/redefined`);
      const card = centre.browser.pageCard(page);
      const middleOf = async (selector: string) => {
        // Found outside the page's world, whose own ways are all traps.
        const box = await (await page.$(selector))?.boundingBox();
        if (!box) throw new Error(`There is no ${selector} to be seen.`);
        // The number is one line, and of the card it is the first one that calls.
        return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 24) };
      };
      await page.bringToFront();
      const number = await middleOf('b');
      const button = await eventually(async () => {
        await page.mouse.move(number.x, number.y + 300);
        await page.mouse.move(number.x, number.y);
        return eventually(async () => {
          expect(await card.text()).toContain(`Call ${DIALLED}`);
          return middleOf('agent-widget-card');
        }, 500);
      });
      expect(await page.evaluate('window.realHighlights.size')).toBeGreaterThan(0);
      await page.mouse.move(button.x, button.y, { steps: 4 });
      await untilItTakesClicks();
      await page.mouse.click(button.x, button.y);
      await eventually(() =>
        expect(commandsOf(centre.daktela).filter((each) => each.includes('CALL'))).toEqual([DIAL]),
      );
      expect(await page.evaluate('JSON.stringify(window.trapped)')).toBe('[]');
    });
  },
);
