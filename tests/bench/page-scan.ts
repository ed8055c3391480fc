import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type ContactCentre, openContactCentre } from '../e2e/support/contact-centre';
import { eventually } from '../e2e/support/eventually';
import { BENCH_PAGES, type BenchPage } from './bench-pages';
import { type MainThreadTime, mainThreadTime, traced } from './main-thread';
import { scanChart } from './scan-chart';
import { type Spread, spreadOf } from './spread';

const RUNS = 3;
const CHANGES = 100;
/** A scan that has done nothing for so long is over. */
const QUIET_MS = 1_500;
const LONGEST_SCAN_MS = 180_000;
const CHART = 'tests/bench/pictures/click-to-call.svg';
const OURS = 'content-scripts/click-to-call.js';
const EMPTY = 'empty';

const fileOf = (path: string) => readFileSync(`node_modules/${path}`, 'utf8');

/** What is measured against, each as a script that a page loads. */
const OTHERS = {
  bareWalk: () =>
    'const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT); while (walker.nextNode());',
  libphonenumber: () =>
    `${fileOf('libphonenumber-js/bundle/libphonenumber-max.js')};
     const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
     window.benchFound = 0;
     for (let node = walker.nextNode(); node; node = walker.nextNode()) {
       window.benchFound += libphonenumber.findPhoneNumbersInText(node.data, 'CZ').length;
     }`,
  ringcentralC2D: () => `${fileOf('ringcentral-c2d/build/index.js')}; new RingCentralC2D();`,
} as const;

type Contender = keyof typeof OTHERS | 'ours';
/** `found` is null where a contender does not tell. */
type Figures = MainThreadTime & { readonly found: number | null };

async function serve(): Promise<{ server: Server; port: number }> {
  const server = createServer(({ url = '' }, response) => {
    const name = url.slice(1);
    const isScript = name in OTHERS;
    response.setHeader(
      'content-type',
      `${isScript ? 'text/javascript' : 'text/html'};charset=utf-8`,
    );
    if (isScript) response.end(OTHERS[name as keyof typeof OTHERS]());
    else if (name in BENCH_PAGES) response.end(BENCH_PAGES[name as BenchPage]());
    else response.end('<!doctype html><title>Empty</title>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, port: (server.address() as AddressInfo).port };
}

/** Waits until the page's scripts have rested for a while. */
async function untilQuiet(page: Page): Promise<void> {
  const scriptTime = async () => (await page.metrics()).ScriptDuration ?? 0;
  const end = Date.now() + LONGEST_SCAN_MS;
  let last = await scriptTime();
  for (let quietMs = 0; quietMs < QUIET_MS && Date.now() < end; ) {
    await delay(250);
    const now = await scriptTime();
    quietMs = now - last > 0.001 ? 0 : quietMs + 250;
    last = now;
  }
}

function medianOf<T>(samples: readonly T[], of: (sample: T) => number): T {
  const sorted = [...samples].sort((a, b) => of(a) - of(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

async function measureOther(page: Page, what: keyof typeof OTHERS): Promise<Figures> {
  const events = await traced(page, async () => {
    await page.addScriptTag({ url: `/${what}` });
    await untilQuiet(page);
  });
  const found = await page.evaluate(() => (window as { benchFound?: number }).benchFound ?? null);
  return { ...mainThreadTime(events, `/${what}`), found };
}

/** The shipped build in its own world, let into the page that is open already. */
async function measureOurs({ browser }: ContactCentre, page: Page): Promise<Figures> {
  const site = [`${new URL(page.url()).origin.replace(/:\d+$/, '')}/*`];
  const events = await traced(page, async () => {
    await browser.grantOrigins(site);
    await delay(500);
    await untilQuiet(page);
  });
  const found = await page.evaluate(() => CSS.highlights.get('agent-widget-number')?.size ?? 0);
  await browser.revokeOrigins(site);
  return { ...mainThreadTime(events, OURS), found };
}

async function measurePage(
  centre: ContactCentre,
  origin: string,
  path: string,
  what: Contender,
): Promise<Figures> {
  const samples: Figures[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await centre.browser.openPage(`${origin}/${path}`);
    await page.bringToFront();
    await delay(500);
    samples.push(
      what === 'ours' ? await measureOurs(centre, page) : await measureOther(page, what),
    );
    await page.close();
  }
  return medianOf(samples, ({ totalMs }) => totalMs);
}

/** As text, since what compiles the bench may leave calls in functions that a page does not know. */
const CHANGE_AND_LOOK = `(async () => {
  const marks = () => CSS.highlights.get('agent-widget-number')?.size ?? 0;
  const { port1, port2 } = new MessageChannel();
  const turn = () => new Promise((next) => {
    port1.onmessage = next;
    port2.postMessage(null);
  });
  const latencies = [];
  for (let change = 0; change < ${CHANGES}; change += 1) {
    const row = document.createElement('tr');
    row.innerHTML = '<td>1</td><td>Nový</td><td>Brno</td><td>+420 777 ' + (100 + change) + ' 321</td>';
    const before = marks();
    const startedAt = performance.now();
    (document.querySelector('tbody') ?? document.body).append(row);
    while (marks() === before) await turn();
    latencies.push(performance.now() - startedAt);
    row.remove();
    await new Promise((later) => setTimeout(later, 60));
  }
  return latencies;
})()`;

/** From a row that the page adds to its mark, looked for at every turn of the page. */
async function changeToMark(
  { browser }: ContactCentre,
  origin: string,
  path: string,
  marked: number,
): Promise<Spread> {
  const page = await browser.openPage(`${origin}/${path}`);
  await page.bringToFront();
  await browser.grantOrigins([`${origin.replace(/:\d+$/, '')}/*`]);
  await eventually(async () => {
    const marks = await page.evaluate(() => CSS.highlights.get('agent-widget-number')?.size ?? 0);
    if (marks < marked) throw new Error(`${marks} numbers are marked.`);
  });
  await delay(1_000);
  const samples = (await page.evaluate(CHANGE_AND_LOOK)) as number[];
  await page.close();
  return spreadOf(samples);
}

export type ScanFigures = Record<BenchPage, Record<Contender, Figures>>;

/** What it costs to find the numbers of large pages, ours and others', in one run of Chromium. */
export async function measurePages() {
  const { server, port } = await serve();
  const centre = await openContactCentre('chromium');
  const origin = `http://bench.localhost:${port}`;
  try {
    const { view, page } = await centre.openDesk();
    await centre.signIn(view);
    await page.close();
    const pages = {} as ScanFigures;
    for (const name of Object.keys(BENCH_PAGES) as BenchPage[]) {
      pages[name] = {} as ScanFigures[BenchPage];
      for (const what of ['bareWalk', 'ours', 'libphonenumber', 'ringcentralC2D'] as const) {
        pages[name][what] = await measurePage(centre, origin, name, what);
      }
    }
    mkdirSync(dirname(CHART), { recursive: true });
    writeFileSync(CHART, scanChart(pages));
    return {
      ...Object.fromEntries(
        Object.entries(pages).map(([name, figures]) => [`clickToCall ${name}`, figures]),
      ),
      /** What our script costs a page before it reads anything. */
      'clickToCall empty': { ours: await measurePage(centre, origin, EMPTY, 'ours') },
      'clickToCall changeToMark': {
        inSmallPage: await changeToMark(centre, origin, EMPTY, 0),
        // Here the browser lays out all the rows again before anybody else has a turn.
        inTable: await changeToMark(centre, origin, 'table', 1_250),
      },
    };
  } finally {
    await centre.close();
    server.close();
  }
}
