import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Rung } from '@/lib/settings/alerts';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { closePopup, deskPlaces, notificationsOf, setRungs } from './support/notifications';

const CALLER = '+420601234567';

describe.each(['chromium', 'firefox'] as const)('a call rings at the agent in %s', (name) => {
  let centre: ContactCentre;
  let page: Page;
  let desk: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
  });
  afterAll(() => centre?.close());

  beforeEach(async () => {
    centre.startAnew();
    ({ page, view: desk } = await centre.openDesk());
    await choose({ tone: true, repeat: true });
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterEach(async () => {
    await centre.logOut(desk);
    await alertIsOver();
    await desk.close();
  });

  const choose = (rungs: Partial<Record<Rung, boolean>>) => setRungs(page, { CALL: rungs });
  const ring = (number = CALLER) =>
    centre.daktela.world.ringAgent({ agent: ANNA.username, number, queue: '3001' });
  const notified = (ids: readonly string[], withinMs?: number) =>
    eventually(async () => expect(await notificationsOf(page)).toEqual(ids), withinMs);
  const sounds = (states: readonly string[], withinMs?: number) =>
    eventually(async () => expect(await centre.browser.audioStates()).toEqual(states), withinMs);
  async function alertIsOver(withinMs?: number): Promise<void> {
    await notified([], withinMs);
    await sounds([], withinMs);
  }

  it('shows one notification and sounds until the caller hangs up', async () => {
    const call = ring();
    await notified([`ring:${call}`]);
    await sounds(['running']);
    centre.daktela.world.callerHangsUp(call);
    await alertIsOver(3_000);
  });

  it('is silent with a notification on a desk phone, unless the agent wants otherwise', async () => {
    await setRungs(page, {});
    const call = ring();
    await notified([`ring:${call}`]);
    expect(await centre.browser.audioStates()).toEqual([]);
    await choose({ tone: true, repeat: true });
    await sounds(['running']);
    centre.daktela.world.callerHangsUp(call);
  });

  it('stops the moment it is answered', async () => {
    ring();
    await sounds(['running']);
    await desk.click('button', 'Accept');
    await alertIsOver(3_000);
    await desk.see('button', 'Hang up');
  });

  it('three calls are told of by one notification', async () => {
    const calls = [ring('+420601000001'), ring('+420601000002')];
    await notified(calls.map((call) => `ring:${call}`).sort());
    calls.push(ring('+420601000003'));
    await notified(['rings']);
    for (const call of calls) centre.daktela.world.callerHangsUp(call);
  });

  it('goes on, and is not alerted twice, when the worker is killed while it rings', async () => {
    const call = ring();
    await notified([`ring:${call}`]);
    await sounds(['running']);
    await centre.browser.killWorker();
    await (await centre.openDesk()).view.close();
    await eventually(async () => expect(await centre.browser.workerIsRunning()).toBe(true));
    await notified([`ring:${call}`]);
    await sounds(['running']);
    centre.daktela.world.callerHangsUp(call);
    await alertIsOver(3_000);
  });

  it('ends when the caller hung up while the worker was dead', async () => {
    const call = ring();
    await sounds(['running']);
    await centre.browser.killWorker();
    centre.daktela.world.callerHangsUp(call);
    await alertIsOver(35_000);
  });

  it('has the desk open by itself, once, when the agent wants that', async () => {
    await choose({ window: true });
    await desk.close();
    const settings = await centre.browser.openExtensionPage('options.html');
    const call = ring();
    const placesAre = (places: readonly string[]) =>
      eventually(async () => expect(await deskPlaces(settings)).toEqual(places));
    await placesAre(['/popup.html']);
    await closePopup(settings);
    await placesAre([]);
    const other = ring('+420601000002');
    await eventually(async () =>
      expect(await notificationsOf(settings)).toContain(`ring:${other}`),
    );
    expect(await deskPlaces(settings)).toEqual([]);
    ({ page, view: desk } = await centre.openDesk());
    await settings.close();
    for (const name of [call, other]) centre.daktela.world.callerHangsUp(name);
  });

  it('tells of an automatic pause, and the desk offers the way back', async () => {
    centre.daktela.world.startPause(ANNA.username, 'inactive');
    await notified(['pause:inactive']);
    await desk.click('button', 'I’m back');
    await notified([]);
    expect(commandsOf(centre.daktela).at(-1)).toBe('POST usersSession {"pause":null}');
  });
});
