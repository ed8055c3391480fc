import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, openContactCentre } from './support/contact-centre';

describe.each(['chromium', 'firefox'] as const)('the main job in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;

  beforeAll(async () => {
    centre = await openContactCentre(name);
    desk = (await centre.openDesk()).view;
  });
  afterAll(() => centre?.close());

  const badge = async (text: string) =>
    vi.waitFor(async () => expect((await centre.browser.badge()).text).toBe(text), {
      timeout: 10_000,
      interval: 50,
    });

  it('signs the agent in and shows the state Unready', async () => {
    await centre.signIn(desk);
    await desk.read('Unready');
    await desk.read('Connected');
    await badge('off');
  });

  it('goes ready, and an idle badge shows nothing', async () => {
    await desk.click('button', 'Go ready');
    await desk.see('button', 'Go unready');
    await badge('');
  });

  it('shows a ringing call on the badge and in the popup', async () => {
    centre.daktela.world.ringAgent({
      agent: ANNA.username,
      number: '+420601234567',
      queue: '3001',
    });
    await badge('1');
    await desk.see('button', 'Accept');
    expect((await centre.browser.badge()).title).toContain('+420601234567 is ringing');
  });

  it('accepts the call, and the badge no longer rings', async () => {
    await desk.click('button', 'Accept');
    await desk.see('button', 'Hang up');
    await desk.read('On a call');
    await badge('');
  });

  it('hangs up, asks for the statuses of the queue, and closes the activity', async () => {
    await desk.click('button', 'Hang up');
    await desk.see('group', 'Statuses');
  });
});
