import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCrm } from '../crm/serve';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, shareContactCentre } from './support/contact-centre';

/** Everything that code in a page could try to get hold of, as one text. */
const LOOT = `(async () => {
  const loot = {};
  const attempt = async (name, take) => {
    try { loot[name] = (await take()) ?? null; } catch (error) { loot[name] = 'refused: ' + error; }
  };
  const api = globalThis.browser ?? globalThis.chrome;
  await attempt('html', () => document.documentElement.outerHTML);
  await attempt('localStorage', () => JSON.stringify({ ...localStorage }));
  await attempt('sessionStorage', () => JSON.stringify({ ...sessionStorage }));
  await attempt('cookie', () => document.cookie);
  await attempt('databases', async () => JSON.stringify(await indexedDB.databases()));
  for (const area of ['session', 'local', 'sync', 'managed']) {
    await attempt('storage.' + area, async () => JSON.stringify(await api.storage[area].get(null)));
  }
  for (const request of [
    {
          type: 'recognise',
          language: '',
          questions: [{ text: '+420 777 123 456', label: '', inColumnOfOneShape: false }],
        },
    { type: 'session.hurry' },
    { type: 'session.signIn' },
    { type: 'snapshot' },
    { type: 'agent.unready' },
    { type: 'session.signOut' },
  ]) {
    await attempt('message ' + request.type, async () =>
      JSON.stringify(await api.runtime.sendMessage(request)));
  }
  return JSON.stringify(loot);
})()`;

describe.each(['chromium', 'firefox'] as const)('the secrets of the agent in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let page: Page;
  const closing: (() => Promise<void>)[] = [];
  const secrets = () => [
    ANNA.password,
    ...centre.daktela.requests.flatMap(({ query }) =>
      new URLSearchParams(query).getAll('accessToken'),
    ),
  ];

  beforeAll(async () => {
    const crm = await startCrm();
    closing.push(() => crm.close());
    centre = await shareContactCentre(name);
    closing.unshift(() => centre.close());
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk, { stay: true });
    await centre.browser.grantOrigins(['http://crm.localhost/*']);
    page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
    expect(secrets().length).toBeGreaterThan(1);
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it('are out of reach for the page', async () => {
    const loot = String(await page.evaluate(LOOT));
    expect(loot).toContain('"html"');
    for (const secret of secrets()) expect(loot).not.toContain(secret);
  });

  it('are out of reach for our own content script', async () => {
    const loot = await centre.browser.evaluateInContentWorld<string>(page, LOOT);
    expect(JSON.parse(loot)['message recognise']).toContain('+420777123456');
    expect(JSON.parse(loot)['storage.session']).toMatch(/^refused/);
    for (const secret of secrets()) expect(loot).not.toContain(secret);
  });

  // Firefox has no means for it yet.
  if (name === 'chromium') {
    it('are not alone: our own content script cannot reach the settings either', async () => {
      const loot = await centre.browser.evaluateInContentWorld<string>(page, LOOT);
      expect(JSON.parse(loot)['storage.local']).toMatch(/^refused/);
    });
  }

  it('cannot be used by a content script to act as the agent', async () => {
    const loot = JSON.parse(await centre.browser.evaluateInContentWorld<string>(page, LOOT));
    expect(JSON.parse(loot['message agent.unready'])).toMatchObject({ ok: false });
    expect(JSON.parse(loot['message session.signOut'])).toMatchObject({ ok: false });
    await desk.see('heading', ANNA.title);
  });

  it('lie in no storage that outlives the browser but the origin’s own database', async () => {
    const { page: own, view } = await centre.openDesk();
    const local = String(
      await own.evaluate(
        `(globalThis.browser ?? chrome).storage.local.get(null).then((all) => JSON.stringify(all))`,
      ),
    );
    for (const secret of secrets()) expect(local).not.toContain(secret);
    await view.close();
  });

  it('are not in the text of any screen of the popup', async () => {
    const html = await (await centre.openDesk()).page.evaluate(
      () => document.documentElement.outerHTML,
    );
    for (const secret of secrets()) expect(html).not.toContain(secret);
  });
});
