import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { type ContactCentre, commandsOf, PETR, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

describe.each(['chromium', 'firefox'] as const)(
  'an agent without a device of his own in %s',
  (name) => {
    let centre: ContactCentre;
    let desk: View;

    beforeAll(async () => {
      centre = await shareContactCentre(name);
      desk = (await centre.openDesk()).view;
      await centre.signIn(desk, { person: PETR });
    });
    afterAll(() => centre?.close());

    /** As a person picks an entry of the list. */
    async function choose(value: string): Promise<void> {
      await desk.see('combobox', 'Device');
      await desk.evaluate(`(() => {
        const list = document.querySelector('#ready-device');
        list.value = ${JSON.stringify(value)};
        list.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    }

    it('goes ready on the device he is offered', async () => {
      await desk.see('combobox', 'Device');
      await centre.goReady(desk);
      expect(commandsOf(centre.daktela).at(-1)).toMatch(
        /^POST usersSession \{"setReady":true,"extension":"[^"]+","model":"[^"]+"\}$/,
      );
    });

    it('rejects a call, which then waits for anybody', async () => {
      centre.daktela.world.ringAgent({
        agent: PETR.username,
        number: '+420601234567',
        queue: '3001',
      });
      await desk.click('button', 'Reject');
      await desk.missing('button', 'Reject');
      await eventually(async () => expect((await centre.browser.badge()).text).toBe(''));
      await desk.see('list', 'Waiting');
    });

    it('is told in the words of the server when a colleague was faster', async () => {
      const [activity] = [...centre.daktela.world.activities.keys()];
      centre.daktela.faults.add({
        kind: 'status',
        status: 400,
        message: 'The activity was taken by somebody else',
        match: { method: 'PUT', path: 'activities' },
        times: 1,
      });
      await desk.click('button', 'Accept');
      await desk.read('The activity was taken by somebody else');
      centre.daktela.world.stealFromPool(String(activity), 'eva.static');
      await desk.missing('list', 'Waiting');
    });

    it('goes unready again', async () => {
      await desk.click('button', 'Go unready');
      await desk.see('button', 'Go ready');
      await desk.see('combobox', 'Device');
    });

    it.each([
      ['externalNumbers', '601000111'],
      ['webrtcDevices', '350'],
      ['genericDevices', '360'],
      ['msteamsDevices', '370'],
    ])(
      'goes ready on a device of the kind %s, which is offered first next time',
      async (model, device) => {
        await choose(`${model}/${device}`);
        await centre.goReady(desk);
        expect(commandsOf(centre.daktela).at(-1)).toBe(
          `POST usersSession {"setReady":true,"extension":"${device}","model":"${model}"}`,
        );
        await desk.click('button', 'Go unready');
        await desk.see('button', 'Go ready');
        const { view: again } = await centre.openDesk();
        await again.see('combobox', 'Device');
        expect(await again.value('combobox', 'Device')).toBe(`${model}/${device}`);
        await again.close();
      },
    );

    it('sees the device gone ready with as connected, although the server does not list it', async () => {
      await choose('sipDevices/308');
      await centre.goReady(desk);
      const devices = desk.within('group', 'Devices');
      await eventually(async () => {
        expect(await devices.isChecked('switch', 'Desk phone 308')).toBe(true);
      });
      expect(await devices.isChecked('switch', 'Desk phone 307')).toBe(false);
    });
  },
);
