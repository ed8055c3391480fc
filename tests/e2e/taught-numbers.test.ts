import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCrm } from '../crm/serve';
import { type View, viewOf } from './driver/view';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { markedTexts } from './support/marked-numbers';

const API = '(globalThis.browser ?? chrome)';

describe.each(['chromium', 'firefox'] as const)('taught numbers in %s', (name) => {
  let centre: ContactCentre;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let settings: View;
  let page: Page;

  const marks = (check: (texts: string[]) => void, of = page) =>
    eventually(async () => check(await markedTexts(of)));
  /** As the card in the page does. */
  const teach = (text: string, as: string, host?: string) =>
    centre.browser.evaluateInContentWorld<{ ok: boolean }>(
      page,
      `${API}.runtime.sendMessage(${JSON.stringify({ type: 'teach', text, as, host })})`,
    );

  beforeAll(async () => {
    crm = await startCrm();
    centre = await shareContactCentre(name);
    await centre.signIn((await centre.openDesk()).view);
    settings = viewOf(await centre.browser.openExtensionPage('options.html'));
    page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
    await page.evaluate(() => {
      const line = document.createElement('p');
      line.id = 'order';
      line.textContent = 'objednávka č. 608333444';
      document.querySelector('main')?.append(line);
    });
    await centre.browser.grantOrigins(['http://crm.localhost/*', 'http://other.localhost/*']);
    await marks((texts) => expect(texts).toContain('545 123 789'));
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
  });

  it('that are none lose their marks at once, on this site only', async () => {
    expect(await teach('545 123 789', 'notPhone', 'other.localhost')).toMatchObject({ ok: true });
    await marks((texts) => expect(texts).not.toContain('545 123 789'));
    const other = await centre.browser.openPage(
      `${crm.origin.replace('crm.', 'other.')}/contacts/1`,
    );
    await marks((texts) => expect(texts).toContain('545 123 789'), other);
    await other.close();
  });

  if (name === 'firefox') {
    it('are taught by the menu of selected text too', async () => {
      expect(await markedTexts(page)).not.toContain('608333444');
      await centre.browser.clickContextMenuOnSelection(page, '#order', /^This is a phone number$/);
      await marks((texts) => expect(texts).toContain('608333444'));
    });
  } else {
    it('that are some get a mark where a rule refuses them', async () => {
      expect(await markedTexts(page)).not.toContain('608333444');
      await teach('608333444', 'phone');
      await marks((texts) => expect(texts).toContain('608333444'));
    });
  }

  it('still hold when the page is loaded anew and the worker is killed', async () => {
    await centre.browser.killWorker();
    await page.reload();
    await marks((texts) => expect(texts.length).toBeGreaterThan(0));
    expect(await markedTexts(page)).not.toContain('545 123 789');
  });

  it('are listed in the settings, and forgotten there', async () => {
    const host = new URL(crm.origin).host;
    await settings.within('list', 'Taught numbers').read('545 123 789');
    await settings.click('button', `Forget 545 123 789 on ${host}`);
    await marks((texts) => expect(texts).toContain('545 123 789'));
  });
});
