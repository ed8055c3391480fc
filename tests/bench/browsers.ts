import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../browsers/find';
import { buildDir } from '../e2e/driver/builds';
import { viewOf } from '../e2e/driver/view';
import { ANNA, type ContactCentre, openContactCentre } from '../e2e/support/contact-centre';
import { eventually } from '../e2e/support/eventually';
import { type Spread, spreadOf } from './spread';

const RINGS = 20;
const KILLS = 10;
const OPENINGS = 15;

async function badgeReads({ browser }: ContactCentre, text: string): Promise<void> {
  await eventually(async () => {
    if ((await browser.badge()).text !== text)
      throw new Error(`The badge does not read "${text}".`);
  });
}

/** From the server's event to the number on the badge. */
async function ringToBadge(centre: ContactCentre): Promise<Spread> {
  const samples: number[] = [];
  for (let ring = 0; ring < RINGS; ring += 1) {
    const startedAt = performance.now();
    const activity = centre.daktela.world.ringAgent({
      agent: ANNA.username,
      number: '+420601234567',
    });
    await badgeReads(centre, '1');
    samples.push(performance.now() - startedAt);
    centre.daktela.world.callerHangsUp(activity);
    await badgeReads(centre, '');
  }
  return spreadOf(samples);
}

/** From a killed worker, woken by the agent who opens the popup, to its first poll at the server. */
async function deadToPolling(centre: ContactCentre): Promise<Spread> {
  const samples: number[] = [];
  const polls = () =>
    centre.daktela.requests.filter(({ path }) => path.includes('appPullData')).length;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await centre.browser.killWorker();
    const before = polls();
    const startedAt = performance.now();
    const { view } = await centre.openDesk();
    await eventually(() => {
      if (polls() === before) throw new Error('The worker has not come back.');
    });
    samples.push(performance.now() - startedAt);
    await view.close();
  }
  return spreadOf(samples);
}

/** From navigation to the first painted content of a page, read by the browser itself. */
async function firstPaintMs({ browser }: ContactCentre, path: string): Promise<number> {
  const page = await browser.openExtensionPage(path);
  const paintedMs = await eventually(async () => {
    const painted = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    );
    if (painted === null) throw new Error('Nothing is painted yet.');
    return painted;
  });
  await page.close();
  return paintedMs;
}

/** The popup with the agent's desk, and a page of the same extension that holds one word, by turns. */
async function firstPaints(centre: ContactCentre): Promise<{ popup: Spread; empty: Spread }> {
  const samples: Record<'popup' | 'empty', number[]> = { popup: [], empty: [] };
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    samples.empty.push(await firstPaintMs(centre, EMPTY_PAGE));
    samples.popup.push(await firstPaintMs(centre, 'popup.html'));
  }
  return { popup: spreadOf(samples.popup), empty: spreadOf(samples.empty) };
}

const EMPTY_PAGE = 'empty.html';

/** The build that is shipped, and one page more to compare with. */
function buildWithEmptyPage(name: BrowserName): string {
  const dir = mkdtempSync(join(tmpdir(), 'agent-widget-bench-'));
  cpSync(buildDir(name), dir, { recursive: true });
  writeFileSync(join(dir, EMPTY_PAGE), '<!doctype html><title>Empty</title><p>Empty</p>');
  return dir;
}

/** The same for an agent who has chosen a language that is not part of the script. */
async function popupFirstPaintInCzech(centre: ContactCentre): Promise<Spread> {
  const settings = viewOf(await centre.browser.openExtensionPage('options.html'));
  await settings.click('radio', 'Čeština');
  await settings.see('heading', 'Nastavení');
  await settings.close();
  const samples: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    samples.push(await firstPaintMs(centre, 'popup.html'));
  }
  return spreadOf(samples);
}

async function measure(name: BrowserName) {
  const extensionDir = buildWithEmptyPage(name);
  const centre = await openContactCentre(name, { extensionDir });
  try {
    const { view } = await centre.openDesk();
    await centre.signIn(view);
    await view.click('button', 'Go ready');
    await badgeReads(centre, '');
    const paints = await firstPaints(centre);
    return {
      ringToBadge: await ringToBadge(centre),
      deadToPolling: await deadToPolling(centre),
      popupFirstPaint: paints.popup,
      emptyPageFirstPaint: paints.empty,
      popupToEmptyRatio: {
        median: Math.round((paints.popup.medianMs / paints.empty.medianMs) * 100) / 100,
      },
      popupFirstPaintInCzech: await popupFirstPaintInCzech(centre),
    };
  } finally {
    await centre.close();
    rmSync(extensionDir, { recursive: true, force: true });
  }
}

/** What the agent waits for, in both browsers. */
export async function measureBrowsers() {
  return { chromium: await measure('chromium'), firefox: await measure('firefox') };
}
