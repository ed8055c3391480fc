import { strict as assert } from 'node:assert';
import type { Page } from 'puppeteer-core';
import type { View } from '../driver/view';
import { ANNA, type ContactCentre, commandsOf } from './contact-centre';
import { eventually } from './eventually';
import { hoverNumber } from './page-numbers';

export interface Scene {
  readonly centre: ContactCentre;
  readonly desk: View;
  readonly crm: Page;
  /** A picture of what the agent looks at; the demo keeps them. */
  picture(of: View | Page, name: string): Promise<void>;
}

export interface Step {
  readonly title: string;
  play(scene: Scene): Promise<void>;
}

const CALLER = '+420601234567';

async function badgeReads({ centre }: Scene, text: string): Promise<void> {
  await eventually(async () => assert.equal((await centre.browser.badge()).text, text));
}

function ring({ centre }: Scene, contact?: string): void {
  centre.daktela.world.ringAgent({
    agent: ANNA.username,
    number: CALLER,
    queue: '3001',
    ...(contact === undefined ? {} : { contact }),
  });
}

/** The main job, from the first click to a number dialled from a page: played by the demo and by the tests. */
export const AGENT_DAY: readonly Step[] = [
  {
    title: 'The agent signs in; the badge says that calls do not ring yet',
    async play(scene) {
      const { centre, desk } = scene;
      await desk.see('button', 'Log in');
      await scene.picture(desk, 'sign-in');
      await centre.signIn(desk);
      await desk.read('Unready');
      await desk.read('Connected');
      await badgeReads(scene, 'off');
      await scene.picture(desk, 'unready');
    },
  },
  {
    title: 'The agent goes ready; an idle badge shows nothing',
    async play(scene) {
      await scene.centre.goReady(scene.desk);
      await badgeReads(scene, '');
      await scene.picture(scene.desk, 'ready');
    },
  },
  {
    title: 'A call rings on the badge and in the popup',
    async play(scene) {
      ring(scene, 'Eva Malá');
      await badgeReads(scene, '1');
      await eventually(async () =>
        assert.match((await scene.centre.browser.badge()).title, /Eva Malá is ringing/),
      );
      await scene.desk.see('article', 'Eva Malá, Support');
      await scene.desk.see('button', 'Accept');
      await scene.picture(scene.desk, 'ringing');
    },
  },
  {
    title: 'The agent accepts and talks',
    async play(scene) {
      await scene.desk.click('button', 'Accept');
      await scene.desk.see('button', 'Hang up');
      await scene.desk.read('On a call');
      await scene.desk.read('Talking');
      await badgeReads(scene, '');
      await scene.picture(scene.desk, 'talking');
    },
  },
  {
    title: 'The agent hangs up and the queue asks for a status',
    async play(scene) {
      await scene.desk.click('button', 'Hang up');
      await scene.desk.read('After-call work');
      await scene.desk.see('group', 'Statuses');
      await scene.picture(scene.desk, 'statuses');
    },
  },
  {
    title: 'The agent closes the activity with a status',
    async play(scene) {
      await scene.desk.click('radio', 'Call back');
      await scene.desk.click('button', 'Close activity');
      await scene.desk.missing('article', 'Eva Malá, Support');
      await scene.desk.read('No activity right now');
    },
  },
  {
    title: 'The agent takes a call from the waiting pool, hangs up and closes it',
    async play(scene) {
      scene.centre.daktela.world.ringPool({ number: '+420602345678', queue: '3001' });
      await scene.desk.see('list', 'Waiting');
      await scene.picture(scene.desk, 'waiting');
      await scene.desk.click('button', 'Accept');
      await scene.desk.missing('list', 'Waiting');
      await scene.desk.click('button', 'Hang up');
      await scene.desk.click('radio', 'Vyřešeno');
      await scene.desk.click('button', 'Close activity');
      await scene.desk.read('No activity right now');
    },
  },
  {
    title: 'The agent takes a break; the badge says so',
    async play(scene) {
      await scene.desk.click('button', 'Pause');
      await scene.picture(scene.desk, 'pauses');
      await scene.desk.click('button', 'Oběd');
      await scene.desk.read('Paused: Oběd');
      await badgeReads(scene, 'II');
      await scene.picture(scene.desk, 'paused');
      await scene.desk.click('button', 'End pause');
      await scene.desk.read('Ready');
      await badgeReads(scene, '');
    },
  },
  {
    title: 'The agent turns on click-to-call for the CRM from the toolbar popup',
    async play(scene) {
      const popup = await scene.centre.browser.openToolbarPopup(scene.crm);
      await popup.click('button', 'Turn on click-to-call on this site');
      await popup.read(`On for ${new URL(scene.crm.url()).host}`);
      await scene.picture(popup, 'click-to-call');
      await popup.close();
    },
  },
  {
    title: 'The agent calls a number on the CRM page with one click',
    async play(scene) {
      await callFromPage(scene);
      await scene.desk.read('Calling');
      await scene.picture(scene.desk, 'calling');
    },
  },
  {
    title: 'The customer answers; the agent hangs up, closes and logs out',
    async play(scene) {
      const { world } = scene.centre.daktela;
      const [activity] = [...world.activities.keys()];
      assert.ok(activity);
      world.answerOutgoing(activity);
      await scene.desk.read('Talking');
      await scene.desk.click('button', 'Hang up');
      await scene.desk.click('button', 'Close');
      await scene.desk.read('No activity right now');
      await scene.desk.click('button', 'Menu');
      await scene.desk.click('button', 'Log out');
      await scene.desk.see('button', 'Log in');
      await badgeReads(scene, '');
    },
  },
];

/** Points at the number, sees its card, and clicks it. */
async function callFromPage({ crm, centre, picture }: Scene): Promise<void> {
  const button = await hoverNumber(centre.browser, crm, '+420 777 123 456', '+420777123456');
  await picture(crm, 'crm-card');
  await crm.mouse.click(button.x, button.y);
  await eventually(() =>
    assert.deepEqual(commandsOf(centre.daktela).slice(-1), [
      `POST activities ${JSON.stringify({ type: 'CALL', number: '+420777123456' })}`,
    ]),
  );
  await picture(crm, 'crm-calling');
}
