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

  /** Clicks on what is at one place, then and 200 ms later; how long the browser had between, in milliseconds. */
  function clickTwice(name: string): Promise<number> {
    return page.evaluate(async (words) => {
      const buttons = [...document.querySelectorAll('button')];
      const first = buttons.find(({ innerText }) => innerText.trim() === words) as Element;
      const { left, top, width, height } = first.getBoundingClientRect();
      const place = { clientX: left + width / 4, clientY: top + height / 2 };
      const click = (element: Element | null) => {
        const event = new MouseEvent('click', {
          ...place,
          detail: 1,
          bubbles: true,
          cancelable: true,
        });
        element?.dispatchEvent(event);
        return event.timeStamp;
      };
      const atMs = click(first);
      await new Promise((later) => setTimeout(later, 200));
      return click(document.elementFromPoint(place.clientX, place.clientY)) - atMs;
    }, name);
  }

  /** What is sent for a double click. A machine too busy to make one in time tries again. */
  async function sentForDoubleClick(name: string, prepare: () => Promise<void>): Promise<string[]> {
    for (;;) {
      await prepare();
      // A button that has just come takes no click.
      await pause(600);
      sent();
      const gapMs = await clickTwice(name);
      await pause(600);
      if (gapMs < 400) return sent();
    }
  }

  it('goes unready once with a double click', async () => {
    const commands = await sentForDoubleClick('Go unready', async () => {
      centre.daktela.world.goReady(ANNA.username);
      await desk.see('button', 'Go unready');
    });
    expect(commands).toEqual(['POST usersSession {"setReady":false}']);
  });

  it('goes ready with a double click, and opens no list of pauses', async () => {
    const commands = await sentForDoubleClick('Go ready', async () => {
      centre.daktela.world.goUnready(ANNA.username);
      await desk.see('button', 'Go ready');
    });
    expect(commands).toEqual(['POST usersSession {"setReady":true}']);
    await desk.see('button', 'Go unready');
    await desk.missing('list', 'Pause');
  });

  it('rejects one of two calls with a double click', async () => {
    const { world } = centre.daktela;
    const ring = (number: string) =>
      world.ringAgent({ agent: ANNA.username, number, queue: '3003' });
    const hangUpAll = () => {
      for (const call of [...world.activities.keys()]) world.callerHangsUp(call);
    };
    const commands = await sentForDoubleClick('Reject', async () => {
      hangUpAll();
      await desk.read('No activity right now');
      ring('+420601234567');
      await desk.see('article', /234567/);
      ring('+420601234999');
      await desk.see('article', /234999/);
    });
    expect(commands).toEqual([expect.stringMatching(/^PUT activities.*"reject":true/)]);
    await desk.see('article', /234999/);
    // A rejected caller goes on waiting for somebody.
    hangUpAll();
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
