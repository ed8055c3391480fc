import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

/** What has the keyboard now, and whether one can see that it has. */
const FOCUSED = `(() => {
  const { activeElement: at } = document;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const label = at.labels?.[0]?.textContent ?? at.ariaLabel ?? at.textContent;
  return {
    tag: at.tagName,
    name: (label ?? '').trim(),
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
  };
})()`;

const MOST_STEPS = 60;

describe.each(['chromium', 'firefox'] as const)('without a mouse, in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let page: Page;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    ({ view: desk, page } = await centre.openDesk());
    // Without a screen, notifications that Firefox draws itself take the focus from the desk.
    const settings = { alerts: { rungs: { own: { CALL: { notification: false } } } } };
    await desk.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ settings: ${JSON.stringify(settings)} })`,
    );
  });
  afterAll(() => centre?.close());

  const press = (key: KeyInput) => page.keyboard.press(key);
  const focused = () =>
    page.evaluate(FOCUSED) as Promise<{ tag: string; name: string; seen: boolean }>;

  /** Goes on with Tab, or back with it, until that control has the keyboard; every stop on the way must be visible. */
  async function tabTo(wanted: string, back = false): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const at = await focused();
      if (at.name === wanted) return;
      if (at.tag !== 'BODY' && at.tag !== 'HTML')
        expect(at.seen, `${at.tag} ${at.name} after ${passed}`).toBe(true);
      passed.push(at.name);
      if (back) await page.keyboard.down('Shift');
      await press('Tab');
      if (back) await page.keyboard.up('Shift');
    }
    throw new Error(`Tab does not lead to ${wanted}. It passed: ${passed.join(', ')}`);
  }
  async function type(field: string, text: string): Promise<void> {
    await tabTo(field);
    await page.keyboard.type(text);
  }

  it('an agent signs in', async () => {
    await type('Daktela address', centre.address);
    await type('Username', ANNA.username);
    await type('Password', ANNA.password);
    await press('Enter');
    await desk.see('heading', ANNA.title);
  });

  it('goes ready and keeps the place', async () => {
    await tabTo('Go ready');
    await press('Enter');
    await desk.see('button', 'Go unready');
    await eventually(async () => expect((await focused()).name).toBe('Pause'));
  });

  it('opens the pauses and shuts them again', async () => {
    await tabTo('Pause');
    await press('Enter');
    await desk.see('list', 'Pause');
    await press('Escape');
    await desk.missing('list', 'Pause');
    expect((await focused()).name).toBe('Pause');
  });

  it('takes a call, hangs up and closes it, the keyboard always on its card', async () => {
    centre.daktela.world.ringAgent({
      agent: ANNA.username,
      number: '+420601234567',
      queue: '3003',
    });
    await desk.see('button', 'Accept');
    await tabTo('Accept');
    await press('Enter');
    await desk.see('button', 'Hang up');
    await eventually(async () => expect((await focused()).tag).not.toBe('BODY'));
    await tabTo('Hang up');
    await press(' ');
    await desk.see('button', 'Close');
    await tabTo('Close');
    await press('Enter');
    await desk.read('No activity right now');
    await eventually(async () => expect((await focused()).tag).toBe('BUTTON'));
    expect(commandsOf(centre.daktela).filter((command) => command.includes('OPEN'))).toHaveLength(
      1,
    );
  });

  it('turns a queue off', async () => {
    await tabTo('Queues3 of 5');
    await press('Tab');
    await press(' ');
    await desk.read('2 of 5');
    expect((await focused()).name).toContain('Outbound');
  });

  it('logs out by the menu', async () => {
    await tabTo('Menu', true);
    await press('Enter');
    await tabTo('Log out');
    await press('Enter');
    await desk.see('button', 'Log in');
  });
});
