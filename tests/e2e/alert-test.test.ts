import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type View, viewOf } from './driver/view';
import { type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { deskPlaces, notificationsOf } from './support/notifications';

const TEST_NOTE = expect.stringMatching(/^ring:test-/);

describe.each(['chromium', 'firefox'] as const)('an agent tests the alerts in %s', (name) => {
  let centre: ContactCentre;
  let page: Page;
  let settings: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    const desk = await centre.openDesk();
    await centre.signIn(desk.view);
    await desk.view.close();
  });
  afterAll(() => centre?.close());

  beforeEach(async () => {
    page = await centre.browser.openExtensionPage('options.html');
    settings = viewOf(page);
  });

  const notified = (ids: readonly unknown[], of = page) =>
    eventually(async () => expect(await notificationsOf(of)).toEqual(ids));
  const sounds = (states: readonly string[]) =>
    eventually(async () => expect(await centre.browser.audioStates()).toEqual(states));
  const desksAre = (places: readonly string[]) =>
    eventually(async () => expect(await deskPlaces(page)).toEqual(places));

  it('is notified, hears the tone and sees the desk, one after the other, and nothing is left of it', async () => {
    const before = commandsOf(centre.daktela);
    await settings.click('button', 'Start the test');
    await notified([TEST_NOTE]);
    expect(await centre.browser.audioStates()).toEqual([]);
    await settings.click('button', 'I see it');
    await sounds(['running']);
    await notified([]);
    await settings.click('button', 'I hear it');
    await sounds([]);
    await desksAre(['/popup.html']);
    await settings.click('button', 'It opened');
    await desksAre([]);
    await settings.see('button', 'Set keys…');
    await settings.click('button', 'Close');
    await settings.see('button', 'Start the test');
    expect(commandsOf(centre.daktela)).toEqual(before);
    await settings.close();
  });

  it('closes the page while it rings, which ends it', async () => {
    const other = await centre.browser.openExtensionPage('options.html');
    await settings.click('button', 'Start the test');
    await settings.click('button', 'I see it');
    await sounds(['running']);
    await settings.close();
    await sounds([]);
    await notified([], other);
    await other.close();
  });
});
