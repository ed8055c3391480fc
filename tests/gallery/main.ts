import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser, isRoot } from '../browsers/find';
import { serveGallery } from './serve';
import { LOOKS } from './states';

const WIDTHS = [320, 380, 640, 800];
const { values } = parseArgs({ options: { screenshots: { type: 'string' } } });

async function shoot(page: Page, address: string, folder: string): Promise<void> {
  for (const look of Object.keys(LOOKS)) {
    for (const theme of ['light', 'dark']) {
      await page.goto(`${address}look.html?${new URLSearchParams({ look, theme })}`);
      await page.waitForSelector('[data-shown]');
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 600 });
        const name = `${look.replace(/[^a-z]+/gi, '-')}-${theme}-${width}.png`;
        await page.screenshot({ path: join(folder, name) as `${string}.png`, fullPage: true });
      }
    }
  }
}

const gallery = await serveGallery(values.screenshots === undefined ? 5199 : 0);
if (values.screenshots === undefined) {
  console.log(`The gallery is at ${gallery.address}`);
} else {
  mkdirSync(values.screenshots, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    args: isRoot() ? ['--no-sandbox'] : [],
  });
  await shoot(await browser.newPage(), gallery.address, values.screenshots);
  await browser.close();
  await gallery.close();
}
