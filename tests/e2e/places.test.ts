import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCrm } from '../crm/serve';
import type { PopupHandle } from './driver/desk';
import { type View, viewOf } from './driver/view';
import { ANNA, type ContactCentre, openContactCentre } from './support/contact-centre';
import {
  boundsOf,
  moveWindow,
  ownWindows,
  standingOut,
  togglesPanel,
  toolbarPopup,
} from './support/desk-window';
import { eventually } from './support/eventually';

const BOUNDS = { left: 60, top: 40, width: 700, height: 600 };
const POPUP_WIDTH = 380;
/** Room for the bar of what scrolls. */
const SCROLLBAR = 15;

/** For so long a popup that has opened takes on no other size. */
const AT_REST_MS = 500;

/** Each width that the popup takes on, once it stands as it opened. */
async function widthsFromNowOn(popup: View): Promise<() => Promise<number[]>> {
  await popup.evaluate(`{
    globalThis.widths = [];
    globalThis.restsSinceMs = performance.now();
    addEventListener('resize', () => {
      widths.push(innerWidth);
      restsSinceMs = performance.now();
    });
  }`);
  await eventually(async () =>
    expect(await popup.evaluate('performance.now() - restsSinceMs')).toBeGreaterThan(AT_REST_MS),
  );
  await popup.evaluate('widths = [innerWidth]');
  return () => popup.evaluate<number[]>('[...new Set(widths)]');
}

describe.each(['chromium', 'firefox'] as const)('the places of the desk in %s', (name) => {
  let centre: ContactCentre;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let front: Page;
  let panel: PopupHandle;
  let own: View;

  beforeAll(async () => {
    crm = await startCrm();
    centre = await openContactCentre(name, { freeWindows: true });
    front = await centre.browser.openPage(crm.origin);
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
  });

  const choose = async (desk: View, place: string) => {
    await desk.click('button', 'Menu');
    await desk.click('radio', place);
    await desk.click('button', 'Menu');
  };
  const theWindow = () =>
    eventually(async () => {
      const windows = await ownWindows(front);
      expect(windows).toHaveLength(1);
      return windows[0] as Page;
    });

  it('keeps the desk open beside the page, in the click that asks for it, and closes the popup', async () => {
    const popup = await centre.browser.openToolbarPopup(front);
    await centre.signIn(popup, { stay: true });
    await popup.click('button', 'Menu');
    await popup.click('button', 'Keep open');
    panel = await centre.browser.sidePanel();
    await eventually(async () => expect(await popup.isOpen()).toBe(false));
    await panel.see('heading', ANNA.title);
    await panel.see('button', 'Go ready');
  });

  it('does not offer the side panel in the side panel', async () => {
    await panel.click('button', 'Menu');
    await panel.see('button', 'Open in a window');
    await panel.missing('button', 'Keep open');
    await panel.click('button', 'Menu');
  });

  it('takes a ringing call in the side panel', async () => {
    await centre.goReady(panel);
    centre.daktela.world.ringAgent({ agent: ANNA.username, number: '+420601234567' });
    await panel.click('button', 'Accept');
    await panel.click('button', 'Hang up');
    await panel.click('button', 'Close');
    await panel.read('No activity right now');
  });

  it('offers click-to-call for the page in front as long as the browser tells which it is', async () => {
    await panel.see('button', 'Turn on click-to-call on this site');
    const other = await centre.browser.openPage(crm.origin.replace('crm.', 'elsewhere.'));
    await panel.missing('button', 'Turn on click-to-call on this site');
    await panel.read('To turn it on for one site, press the toolbar button on a page of it.');
    await other.close();
    await front.bringToFront();
    await panel.see('button', 'Turn on click-to-call on this site');
    await centre.browser.allowOrigins(['http://crm.localhost/*']);
    await panel.click('button', 'Turn on click-to-call on this site');
    await panel.read('On for crm.localhost');
  });

  it('stays open when a page is clicked', async () => {
    await viewOf(front).click('link', 'Contacts');
    expect(await panel.isOpen()).toBe(true);
    await panel.see('button', 'Go unready');
  });

  it('opens one window of its own, and brings it to the front the second time', async () => {
    await panel.click('button', 'Menu');
    await panel.click('button', 'Open in a window');
    own = viewOf(await theWindow());
    await own.see('heading', ANNA.title);
    await front.bringToFront();
    await panel.click('button', 'Menu');
    await panel.click('button', 'Open in a window');
    const page = await theWindow();
    await eventually(async () => expect(await page.evaluate(() => document.hasFocus())).toBe(true));
    expect(await ownWindows(front)).toHaveLength(1);
  });

  it('shows in every place what was done in one', async () => {
    await own.click('button', 'Go unready');
    await panel.see('button', 'Go ready');
    await own.see('button', 'Go ready');
  });

  it('knows the site of the last normal window in its own window', async () => {
    await own.read('On for crm.localhost');
  });

  it('fits into every width from 320 to 800 px, drawn twice as large too', async () => {
    const page = await centre.browser.openExtensionPage('sidepanel.html');
    const view = viewOf(page);
    for (const width of [320, 380, 500, 640, 800, 320 / 2, 500 / 2]) {
      await page.setViewport({ width, height: 700 });
      await view.click('button', 'Menu');
      await view.see('radio', 'Side panel');
      expect(await standingOut(page), `at ${width} px`).toEqual([]);
      await view.click('button', 'Menu');
    }
    await page.close();
  });

  it('opens the window by the toolbar button when the agent wants that', async () => {
    await choose(own, 'Window');
    await eventually(async () => expect(await toolbarPopup(await theWindow())).toBe(''));
    await moveWindow(await theWindow(), BOUNDS);
    await eventually(async () => expect(await boundsOf(await theWindow())).toEqual(BOUNDS));
    await eventually(async () => {
      const { settings } = (await own.evaluate(
        '(globalThis.browser ?? chrome).storage.local.get("settings")',
      )) as { settings: { windowBounds: unknown } };
      expect(settings.windowBounds).toEqual(BOUNDS);
    });
    await own.close();
    await centre.browser.killWorker();
    await centre.browser.clickToolbarButton(front);
    expect(await boundsOf(await theWindow())).toEqual(BOUNDS);
    await centre.browser.killWorker();
    await centre.browser.clickToolbarButton(front);
    await eventually(async () =>
      expect(await (await theWindow()).evaluate(() => document.hasFocus())).toBe(true),
    );
  });

  it('opens and closes the side panel by the toolbar button when the agent wants that', async () => {
    own = viewOf(await theWindow());
    await panel.close();
    await choose(own, 'Side panel');
    await eventually(async () => expect(await togglesPanel(await theWindow())).toBe(true));
    await own.close();
    await centre.browser.clickToolbarButton(front);
    panel = await centre.browser.sidePanel();
    await panel.see('heading', ANNA.title);
    await centre.browser.clickToolbarButton(front);
    await eventually(async () => expect(await panel.isOpen()).toBe(false));
    await centre.browser.clickToolbarButton(front);
    panel = await centre.browser.sidePanel();
    await panel.see('heading', ANNA.title);
  });

  it('opens the side panel by the toolbar button although the click has to wake the background', async () => {
    await panel.close();
    await centre.browser.killWorker();
    await centre.browser.clickToolbarButton(front);
    panel = await centre.browser.sidePanel();
    await panel.see('heading', ANNA.title);
  });

  it('opens the window where it stood after a restart of the browser', async () => {
    await choose(panel, 'Window');
    await panel.close();
    await centre.browser.restart();
    front = await centre.browser.openPage(crm.origin);
    const page = await centre.browser.openExtensionPage('popup.html');
    await eventually(async () => expect(await toolbarPopup(page)).toBe(''));
    await page.close();
    await centre.browser.clickToolbarButton(front);
    const window = await theWindow();
    expect(await boundsOf(window)).toEqual(BOUNDS);
    own = viewOf(window);
    await own.see('heading', ANNA.title);
  });

  it('opens the popup by the toolbar button when the agent wants that again', async () => {
    await choose(own, 'Popup');
    await eventually(async () => expect(await toolbarPopup(await theWindow())).toMatch(/popup/));
    const popup = await centre.browser.openToolbarPopup(front);
    await popup.see('heading', ANNA.title);
    await popup.close();
  });

  it('says in the popup that its button is hidden where the browser leaves that to the agent', async () => {
    const popup = await centre.browser.openToolbarPopup(front);
    await popup.see('button', 'Go ready');
    const HIDDEN = 'The toolbar hides this button';
    const told = await popup.evaluate<object>(
      '(globalThis.browser ?? chrome).action.getUserSettings()',
    );
    expect(told).toMatchObject({ isOnToolbar: name === 'firefox' });
    if (name === 'chromium') await popup.read(HIDDEN);
    else expect(await popup.text()).not.toContain(HIDDEN);
    await popup.close();
  });

  it('has a ringing call in view in the popup, however far it is scrolled, and no other in its place', async () => {
    const popup = await centre.browser.openToolbarPopup(front);
    await centre.goReady(popup);
    await popup.evaluate('scrollTo(0, 10_000)');
    const ring = (number: string) =>
      centre.daktela.world.ringAgent({ agent: ANNA.username, number });
    const first = ring('+420601234567');
    await popup.see('article', /234567/);
    const second = ring('+420601234999');
    await popup.see('article', /234999/);
    // What the agent would hit where the first call can be taken.
    const aimedAt = () =>
      popup.evaluate(() => {
        const button = document.querySelector('article .button-primary') as Element;
        const { left, top, width, height } = button.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return { call: hit?.closest('article')?.ariaLabel, scrolled: scrollY > 0 };
      });
    await eventually(async () =>
      expect(await aimedAt()).toEqual({
        call: expect.stringContaining('234567'),
        scrolled: true,
      }),
    );
    for (const call of [first, second]) centre.daktela.world.callerHangsUp(call);
    await popup.click('button', 'Go unready');
    await popup.see('button', 'Go ready');
    await popup.close();
  });

  it('keeps the popup as wide as it is while the agent works in it', async () => {
    const popup = await centre.browser.openToolbarPopup(front);
    const widths = await widthsFromNowOn(popup);
    await popup.click('button', 'Go ready');
    await popup.click('button', 'Pause');
    await popup.click('button', 'Menu');
    await popup.click('button', 'Menu');
    await popup.click('button', 'Go unready');
    await popup.see('button', 'Go ready');
    expect(await widths()).toEqual([await popup.evaluate(() => innerWidth)]);
    expect(await popup.evaluate(() => innerWidth)).toBeLessThanOrEqual(POPUP_WIDTH + SCROLLBAR);
    await popup.close();
  });
});
