import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browsers/find';
import { startCrm } from '../crm/serve';
import type { View } from '../e2e/driver/view';
import { AGENT_DAY, type Scene } from '../e2e/support/agent-day';
import { openContactCentre } from '../e2e/support/contact-centre';

const OUTPUT = 'demo-output';
/** The popup as wide as browsers show it; the page beside it as a CRM is used. */
const POPUP = { width: 380, height: 600 };

/** Files in the order of the story: `03-ringing.png`. */
function createPictures(folder: string) {
  let count = 0;
  return async (of: View | Page, name: string): Promise<void> => {
    count += 1;
    const file = join(folder, `${String(count).padStart(2, '0')}-${name}.png`);
    if ('goto' in of) await of.screenshot({ path: file as `${string}.png` });
    else await of.screenshot(file);
  };
}

async function openScene(name: BrowserName, colorScheme: 'light' | 'dark', folder: string) {
  const crm = await startCrm();
  const centre = await openContactCentre(name, { colorScheme });
  await centre.browser.allowOrigins(['http://crm.localhost/*']);
  const page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
  await page.setViewport({ width: 1100, height: 640 });
  const desk = await centre.openDesk();
  await desk.page.setViewport(POPUP);
  const scene: Scene = { centre, desk: desk.view, crm: page, picture: createPictures(folder) };
  const close = async () => {
    await centre.close();
    await crm.close();
  };
  return { scene, close };
}

/** Plays the whole day without a person; resolves false when a step fails. */
export async function playAgentDay(
  name: BrowserName,
  colorScheme: 'light' | 'dark',
): Promise<boolean> {
  const folder = join(OUTPUT, `${name}-${colorScheme}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const transcript: string[] = [];
  const tell = (line: string) => {
    transcript.push(line);
    console.log(line);
  };
  const { scene, close } = await openScene(name, colorScheme, folder);
  try {
    for (const [index, step] of AGENT_DAY.entries()) {
      const startedAt = performance.now();
      await step.play(scene);
      const { text, title } = await scene.centre.browser.badge();
      const tookMs = Math.round(performance.now() - startedAt);
      tell(`${index + 1}. ${step.title} (${tookMs} ms; badge "${text}", "${title}")`);
    }
    tell(`The day is over: ${AGENT_DAY.length} steps, pictures in ${relative('.', folder)}.`);
    return true;
  } catch (error) {
    tell(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    writeFileSync(join(folder, 'transcript.txt'), `${transcript.join('\n')}\n`);
    await close();
  }
}
