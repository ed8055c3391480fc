import { afterAll, beforeAll, describe, it } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, shareContactCentre } from './support/contact-centre';

/** Moves what the browser has stored ten minutes into the past, as a computer that slept finds it. */
const SLEEP_FOR_TEN_MINUTES = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const { snapshot } = await api.storage.session.get('snapshot');
  const { state } = snapshot;
  const slept = { ...state, pulledAtMs: state.pulledAtMs - 600_000, changedAtMs: state.changedAtMs - 600_000 };
  await api.storage.session.set({ snapshot: { ...snapshot, state: slept } });
})()`;

describe.each(['chromium', 'firefox'] as const)('the link to Daktela in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterAll(() => centre?.close());

  it('tells when the next attempt is, and goes on at once when the agent wants it', async () => {
    centre.daktela.faults.add({ kind: 'status', status: 503, match: { path: 'appPullData' } });
    centre.daktela.world.startPause(ANNA.username, 'coffee');
    await desk.within('region', 'Connection').read('Next attempt in');
    centre.daktela.faults.clear();
    await desk.click('button', 'Try now');
    await desk.read('Paused: Coffee break');
    await desk.missing('region', 'Connection');
  });

  it('says that a state was changed elsewhere', async () => {
    await desk.read('A pause was started at');
    await desk.read('Perhaps you are signed in twice');
    await desk.click('button', 'Dismiss');
    await desk.missing('button', 'Dismiss');
  });

  it('says what was missed while the computer slept', async () => {
    await centre.browser.killWorker();
    const missed = centre.daktela.world.ringAgent({
      agent: ANNA.username,
      number: '+420601234567',
    });
    centre.daktela.world.callerHangsUp(missed);
    await desk.evaluate(SLEEP_FOR_TEN_MINUTES);
    await (await centre.openDesk()).view.close();
    await desk.read('1 call missed while the computer slept');
    await desk.click('button', 'Dismiss');
    await desk.missing('button', 'Dismiss');
  });

  it('explains a session that was ended by a second sign-in of the same user', async () => {
    centre.daktela.switches.secondLogin = 'endsFirst';
    await fetch(`${centre.address}/api/v6/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: ANNA.username, password: ANNA.password }),
    });
    // Ends the poll that is held with the old token.
    centre.daktela.world.endPause(ANNA.username);
    await desk.read('when the same user logs in elsewhere');
    await desk.see('button', 'Log in');
  });
});
