import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { type ContactCentre, commandsOf, openContactCentre, PETR } from './support/contact-centre';
import { eventually } from './support/eventually';

describe.each(['chromium', 'firefox'] as const)(
  'an agent without a device of his own in %s',
  (name) => {
    let centre: ContactCentre;
    let desk: View;

    beforeAll(async () => {
      centre = await openContactCentre(name);
      desk = (await centre.openDesk()).view;
      await centre.signIn(desk, { person: PETR });
    });
    afterAll(() => centre?.close());

    it('goes ready on the device he is offered', async () => {
      await desk.see('combobox', 'Device');
      await desk.click('button', 'Go ready');
      await desk.see('button', 'Go unready');
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
  },
);
