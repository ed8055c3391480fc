import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

describe.each(['chromium', 'firefox'] as const)('state, queues and devices in %s', (name) => {
  let centre: ContactCentre;
  let page: Page;
  let desk: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    centre.daktela.switches.extensionDevices = 'extensions';
    ({ page, view: desk } = await centre.openDesk());
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterAll(() => centre?.close());

  const anna = () => centre.daktela.world.agent(ANNA.username);
  const sent = () => {
    const commands = commandsOf(centre.daktela);
    centre.daktela.requests.length = 0;
    return commands;
  };
  const queue = (title: string) => desk.within('group', 'Queues').isChecked('switch', title);

  async function takeACall(): Promise<void> {
    centre.daktela.world.ringAgent({
      agent: ANNA.username,
      number: '+420601234567',
      queue: '3003',
    });
    await desk.click('button', 'Accept');
    await desk.see('button', 'Hang up');
  }
  async function endTheCall(): Promise<void> {
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
  }

  async function clickTwice(name: string, gapMs: number): Promise<void> {
    const { x, y } = await page.evaluate((words) => {
      const buttons = [...document.querySelectorAll('button')];
      const button = buttons.find(({ innerText }) => innerText.trim() === words);
      const { left, top, width, height } = (button as Element).getBoundingClientRect();
      return { x: left + width / 4, y: top + height / 2 };
    }, name);
    for (const clickCount of [1, 2]) {
      await page.mouse.click(x, y, { clickCount, count: 1 });
      if (clickCount === 1) await pause(gapMs);
    }
  }

  it.each([120, 250])('does once what is double-clicked, with %i ms between', async (gapMs) => {
    await desk.see('button', 'Go unready');
    sent();
    await clickTwice('Go unready', gapMs);
    await desk.see('button', 'Go ready');
    await pause(500);
    expect(sent()).toEqual(['POST usersSession {"setReady":false}']);
    await clickTwice('Go ready', gapMs);
    await desk.see('button', 'Go unready');
    await pause(500);
    expect(sent()).toEqual(['POST usersSession {"setReady":true}']);
    await desk.missing('list', 'Pause');
  });

  it('rejects one of two calls with a double click', async () => {
    const ring = (number: string) =>
      centre.daktela.world.ringAgent({ agent: ANNA.username, number, queue: '3003' });
    const first = ring('+420601234567');
    await desk.see('article', /234567/);
    const second = ring('+420601234999');
    await desk.see('article', /234999/);
    // A button that has just come takes no click.
    await pause(600);
    sent();
    await clickTwice('Reject', 200);
    await desk.missing('article', /234567/);
    await pause(500);
    expect(sent()).toHaveLength(1);
    await desk.see('article', /234999/);
    // A rejected caller goes on waiting for somebody.
    for (const call of [first, second]) centre.daktela.world.callerHangsUp(call);
    await desk.read('No activity right now');
  });

  it('takes a call with the first click while the list of pauses is open', async () => {
    await desk.click('button', 'Pause');
    await desk.see('list', 'Pause');
    await takeACall();
    await endTheCall();
    await desk.read('No activity right now');
  });

  it('logs out of a queue and in to it again', async () => {
    sent();
    await desk.within('group', 'Queues').click('switch', 'Sales');
    await eventually(async () => expect(await queue('Sales')).toBe(false));
    await desk.within('group', 'Queues').click('switch', 'Sales');
    await eventually(async () => expect(await queue('Sales')).toBe(true));
    expect(sent()).toEqual([
      'POST usersSession {"queues":[{"name":"3002","login":false}]}',
      'POST usersSession {"queues":[{"name":"3002","login":true,"penalty":"0"}]}',
    ]);
  });

  it('logs in to all queues at once', async () => {
    await desk.click('button', 'Log in to all');
    await desk.read('5 of 5');
    expect([...anna().queues.keys()].sort()).toEqual(['3001', '3002', '3003', '4001', '5001']);
  });

  it('offers the outgoing queue that a refused call lacks, and calls then', async () => {
    await desk.within('group', 'Queues').click('switch', 'Outbound');
    await eventually(async () => expect(await queue('Outbound')).toBe(false));
    await desk.fill('textbox', 'Phone number', '+420 601 234 567');
    await desk.click('button', 'Call');
    await desk.read('outgoing call queue');
    await desk.click('button', 'Log in to Outbound');
    await desk.missing('button', 'Log in to Outbound');
    expect(await desk.value('textbox', 'Phone number')).toBe('+420 601 234 567');
    await desk.click('button', 'Call');
    await desk.see('button', 'Hang up');
    await endTheCall();
    await desk.read('No activity right now');
  });

  it('adds a device and removes it', async () => {
    await desk.click('button', 'Find more devices');
    const devices = desk.within('group', 'Devices');
    await devices.click('switch', 'Headset 310');
    await eventually(async () =>
      expect(await devices.isChecked('switch', 'Headset 310')).toBe(true),
    );
    await devices.click('switch', 'Headset 310');
    await eventually(async () =>
      expect(await devices.isChecked('switch', 'Headset 310')).toBe(false),
    );
    expect(anna().devices).toEqual(['305', '306']);
  });

  it('says in the words of the server why the last device cannot be removed', async () => {
    const devices = desk.within('group', 'Devices');
    await devices.click('switch', 'Softphone 306');
    await eventually(async () =>
      expect(await devices.isChecked('switch', 'Softphone 306')).toBe(false),
    );
    await devices.click('switch', 'Desk phone 305');
    await desk.read('User is logged in to queues which require at least one device');
    expect(await devices.isChecked('switch', 'Desk phone 305')).toBe(true);
    await desk.click('button', 'Dismiss');
  });

  it('says when the device cannot be reached', async () => {
    centre.daktela.world.setDeviceReachable(ANNA.username, false);
    await desk.read('Your device is not reachable.');
    centre.daktela.world.setDeviceReachable(ANNA.username, true);
    await desk.read('Reachable');
  });

  it('starts a pause with a limit, changes to another one and ends it', async () => {
    await desk.click('button', 'Pause');
    await desk.within('list', 'Pause').click('button', 'Coffee break');
    await desk.read('Paused: Coffee break');
    await desk.read('left of 10:00');
    await desk.click('button', 'Other pause');
    await desk.within('list', 'Pause').click('button', 'Oběd');
    await desk.read('Paused: Oběd');
    await desk.click('button', 'End pause');
    await desk.see('button', 'Pause');
  });

  it('pauses after the call, although the worker is killed meanwhile', async () => {
    await takeACall();
    await desk.click('button', 'Pause');
    await desk.within('list', 'Pause').click('button', 'Oběd');
    await desk.read('After this call: Oběd');
    sent();
    await centre.browser.killWorker();
    await endTheCall();
    await desk.read('Paused: Oběd');
    await desk.missing('button', 'Cancel');
    expect(sent().filter((command) => command.includes('pause'))).toEqual([
      'POST usersSession {"pause":"lunch"}',
    ]);
    await desk.click('button', 'End pause');
    await desk.see('button', 'Pause');
  });

  it('tells in the words of the server when the pause after the call is refused, and asks once', async () => {
    await takeACall();
    await desk.click('button', 'Pause');
    await desk.within('list', 'Pause').click('button', 'Doctor');
    await desk.read('After this call: Doctor');
    anna().pausesTaken.set('doctor', 1);
    sent();
    await endTheCall();
    await desk.read('Starting the pause after the call did not work');
    await desk.missing('button', 'Cancel');
    expect(anna().state).toBe('Idle');
    expect(sent().filter((command) => command.includes('pause'))).toEqual([
      'POST usersSession {"pause":"doctor"}',
    ]);
    await desk.click('button', 'Dismiss');
  });

  it('stays ready after the call when the agent thinks better of it', async () => {
    await takeACall();
    await desk.click('button', 'Pause');
    await desk.within('list', 'Pause').click('button', 'Go unready');
    await desk.read('After this call: unready');
    await desk.click('button', 'Cancel');
    await desk.missing('button', 'Cancel');
    await endTheCall();
    await desk.read('No activity right now');
    expect(anna().state).toBe('Idle');
  });
});
