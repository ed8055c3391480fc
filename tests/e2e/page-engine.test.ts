import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { markedTexts } from './support/marked-numbers';

const INNER = '<!doctype html><meta charset="utf-8"><p>777 300 300</p>';

const PAGE = `<!doctype html><html lang="cs"><meta charset="utf-8"><title>Engine</title>
<style>p { font: 20px sans-serif; color: black; background: white; margin: 0 }</style><body>
<p id="plain">+420 777 100 100</p>
<p>+420 <b>777</b> <span>100 <i>200</i></span></p>
<x-open></x-open><x-closed></x-closed><div id="closed"></div><x-late></x-late>
<iframe srcdoc="${INNER.replaceAll('"', '&quot;')}"></iframe>
<iframe src="/inner"></iframe>
<pre>777 400 400</pre><p data-agent-widget="off">777 400 401</p>
<div contenteditable="true"><p>777 500 500</p></div>
<table id="rows"><tbody></tbody></table>
<script>
  const root = (host, mode, html) => { host.attachShadow({ mode }).innerHTML = html; };
  root(document.querySelector('x-open'), 'open', '<p>777 200 200</p>');
  window.closedText = null;
  root(document.querySelector('x-closed'), 'closed', '<p>777 200 201</p>');
  const closed = document.querySelector('#closed').attachShadow({ mode: 'closed' });
  closed.innerHTML = '<p>777 200 202</p>';
  window.sayInClosed = (text) => { closed.querySelector('p').textContent = text; };
</script>`;

async function serve(): Promise<{ server: Server; origin: string }> {
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html;charset=utf-8');
    response.end(url === '/inner' ? INNER : PAGE);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, origin: `http://engine.localhost:${(server.address() as AddressInfo).port}` };
}

declare global {
  interface Window {
    sayInClosed(text: string): void;
  }
}

describe.each(['chromium', 'firefox'] as const)('the page engine in %s', (name) => {
  let centre: ContactCentre;
  let site: Awaited<ReturnType<typeof serve>>;
  let page: Page;

  beforeAll(async () => {
    site = await serve();
    centre = await shareContactCentre(name);
    const { view } = await centre.openDesk();
    await centre.signIn(view);
    await centre.browser.grantOrigins(['http://engine.localhost/*']);
  });
  afterAll(async () => {
    await centre?.close();
    site?.server.close();
  });
  beforeEach(async () => {
    await page?.close();
    page = await centre.browser.openPage(`${site.origin}/`);
    await page.bringToFront();
  });

  const marked = async () => (await markedTexts(page)).sort();
  const untilMarked = (text: string) =>
    eventually(async () => expect(await marked()).toContain(text));

  it('marks numbers split over elements and in open and closed shadow roots, and none where none are wanted', async () => {
    await eventually(async () =>
      expect(await marked()).toEqual([
        '+420 777 100 100',
        '+420 777 100 200',
        '777 200 200',
        '777 200 201',
        '777 200 202',
      ]),
    );
  });

  it('reads each box of a row by itself and with its label, though nothing parts them in the text', async () => {
    const pair = (label: string, value: string) => `<span>${label}</span><span>${value}</span>`;
    const cells = ['Alena', '777 600 100', '777 600 101', '12. 5. 2026', '4'];
    const row = cells.map((cell) => `<a>${cell}</a>`).join('');
    await page.evaluate(
      (html) => document.body.insertAdjacentHTML('beforeend', html),
      `<div style="display: flex">${row}</div>
       <div style="display: grid">${pair('Telefon', '777600102')}</div>
       <div style="display: flex">${pair('Objednávka', '777600103')}</div>
       <div style="display: flex">${pair('+48', '600 777 104')}</div>`,
    );
    await untilMarked('777600102');
    expect((await marked()).filter((text) => /^777 ?600/.test(text))).toEqual([
      '777 600 100',
      '777 600 101',
      '777600102',
    ]);
    expect(await marked()).toContain('+48600 777 104');
  });

  it('follows a text that changes in a closed shadow root', async () => {
    await untilMarked('777 200 202');
    await page.evaluate(() => window.sayInClosed('777 200 203'));
    await untilMarked('777 200 203');
    expect(await marked()).not.toContain('777 200 202');
  });

  it('marks numbers in a shadow root that an element gets when its own script comes', async () => {
    await untilMarked('+420 777 100 100');
    await page.evaluate(() => {
      customElements.define(
        'x-late',
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'closed' }).innerHTML = '<p>777 200 204</p>';
          }
        },
      );
    });
    await untilMarked('777 200 204');
  });

  it('marks numbers in every frame', async () => {
    await eventually(async () => {
      const counts = await Promise.all(
        page
          .frames()
          .map((frame) =>
            frame.evaluate(() => CSS.highlights.get('agent-widget-number')?.size ?? 0),
          ),
      );
      expect(counts.slice(1)).toEqual([1, 1]);
    });
  });

  /** Whether the highlight's own colour is drawn there: the underline is the only thing that is green. */
  async function isDrawn(selector: string): Promise<boolean> {
    const element = await page.$(selector);
    const base64 = await element?.screenshot({ encoding: 'base64' });
    return page.evaluate(async (image) => {
      const blob = await (await fetch(`data:image/png;base64,${image}`)).blob();
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data = [] } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0] = data.slice(at, at + 2);
        if (green - red > 20) return true;
      }
      return false;
    }, base64);
  }

  it.each(['#plain', 'x-open', '#closed'])('draws the mark in %s', async (selector) => {
    await untilMarked('777 200 202');
    await eventually(async () => expect(await isDrawn(selector)).toBe(true));
  });

  it('marks each number once although the page is let in again and again', async () => {
    await untilMarked('777 200 202');
    for (let time = 0; time < 3; time += 1) {
      await centre.browser.grantOrigins([`http://other${time}.localhost/*`]);
    }
    await page.evaluate(() => document.querySelector('#plain')?.append(' nebo 777 100 101'));
    await untilMarked('777 100 101');
    expect(await marked()).toHaveLength(6);
  });

  it('finds what is written again and again by a page that never rests', async () => {
    await untilMarked('777 200 202');
    const changes = await page.evaluate(async () => {
      const text = document.querySelector('#plain')?.firstChild;
      let changes = 0;
      for (const end = performance.now() + 1_000; performance.now() < end; ) {
        for (let time = 0; time < 2_000 && text; time += 1, changes += 1) {
          text.nodeValue = `+420 777 100 ${100 + (changes % 800)}`;
        }
        await new Promise((next) => setTimeout(next, 0));
      }
      if (text) text.nodeValue = '+420 777 100 999';
      return changes;
    });
    expect(changes).toBeGreaterThan(20_000);
    const all = [
      '+420 777 100 200',
      '+420 777 100 999',
      '777 200 200',
      '777 200 201',
      '777 200 202',
    ];
    // A mark may stay where its number was, over another one, for as long as the flood lasts.
    await delay(1_000);
    await eventually(async () => expect(await marked()).toEqual(all));
  });
});
