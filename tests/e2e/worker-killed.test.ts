import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

const CALLER = '+420601234567';

describe.each(['chromium', 'firefox'] as const)('the worker is killed in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
  });
  afterAll(() => centre?.close());

  beforeEach(async () => {
    centre.startAnew();
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterEach(async () => {
    await centre.logOut(desk);
    await desk.close();
  });

  const badgeReads = (text: string, withinMs?: number) =>
    eventually(async () => expect((await centre.browser.badge()).text).toBe(text), withinMs);
  /** The agent looks at the popup, which asks for the worker. */
  const wake = async () => (await centre.openDesk()).view.close();
  const ring = () =>
    centre.daktela.world.ringAgent({ agent: ANNA.username, number: CALLER, queue: '3001' });

  it('still rings after it was killed while a call rang, and the call can be taken', async () => {
    ring();
    await badgeReads('1');
    await centre.browser.killWorker();
    await badgeReads('1');
    await desk.click('button', 'Accept');
    await desk.see('button', 'Hang up');
    await desk.read('Talking');
    expect(commandsOf(centre.daktela).filter((command) => command.includes('OPEN'))).toHaveLength(
      1,
    );
  });

  it('comes back by its alarm within 31 s and shows a call that began to ring meanwhile', async () => {
    await centre.browser.killWorker();
    ring();
    await badgeReads('1', 31_000);
    await desk.see('button', 'Accept');
  });

  it('takes away the badge of a caller who hung up while it was dead', async () => {
    const activity = ring();
    await badgeReads('1');
    await centre.browser.killWorker();
    centre.daktela.world.callerHangsUp(activity);
    await badgeReads('', 31_000);
    await desk.read('No activity right now');
  });

  it('loses nothing when it is killed between a reply and the next poll', async () => {
    const pollsBefore = () =>
      centre.daktela.requests.filter(({ path }) => path.includes('appPullData')).length;
    for (const delayMs of [0, 2, 5, 10, 20, 40]) {
      await eventually(() =>
        expect(centre.daktela.requests.some(({ outcome }) => outcome === 'open')).toBe(true),
      );
      const before = pollsBefore();
      const activity = ring();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await centre.browser.killWorker();
      await wake();
      await badgeReads('1');
      await eventually(() => expect(pollsBefore()).toBeGreaterThan(before));
      centre.daktela.world.callerHangsUp(activity);
      await badgeReads('');
    }
  });

  it('keeps one poll at a time however often it is woken', async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      await centre.browser.killWorker();
      await Promise.all([wake(), wake(), wake()]);
    }
    await badgeReads('');
    await eventually(() => {
      const open = centre.daktela.requests.filter(({ outcome }) => outcome === 'open');
      expect(open).toHaveLength(1);
    });
  });
});
