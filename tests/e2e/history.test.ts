import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

const STORED = '(globalThis.browser ?? chrome).storage.session.get(null).then(JSON.stringify)';

describe.each(['chromium', 'firefox'] as const)('the history in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let history: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    desk = (await centre.openDesk()).view;
    history = desk.within('region', 'History');
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterAll(() => centre?.close());

  const ring = (number: string) =>
    centre.daktela.world.ringAgent({ agent: ANNA.username, number, queue: '3003' });

  it('has a call that was taken and closed', async () => {
    ring('+420601111111');
    await desk.click('button', 'Accept');
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
    await history.click('button', /^History/);
    await history.read('+420601111111');
    await history.read('Today');
  });

  it('has a call nobody took among the missed ones', async () => {
    const missed = ring('+420602222222');
    await desk.see('button', 'Accept');
    centre.daktela.world.callerHangsUp(missed);
    await history.click('radio', 'Missed');
    await history.read('+420602222222');
    await history.read('not answered');
    await history.read('1 missed');
    expect(await history.text()).not.toContain('+420601111111');
  });

  it('calls a missed number back', async () => {
    await history.click('button', 'Call +420602222222');
    await desk.see('button', 'Hang up');
    expect(commandsOf(centre.daktela).filter((command) => command.includes('"CALL"'))).toEqual([
      'POST activities {"type":"CALL","number":"+420602222222"}',
    ]);
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
  });

  it("has what is in Daktela's own list when nothing was seen here", async () => {
    await desk.evaluate('(globalThis.browser ?? chrome).storage.session.remove("history")');
    await history.read('Nothing was missed.');
    await eventually(async () => {
      await history.click('button', 'Refresh');
      expect(await history.text()).toContain('+420602222222');
    });
  });

  it('leaves nothing behind when the agent logs out', async () => {
    expect(await desk.evaluate<string>(STORED)).toContain('+420602222222');
    await centre.logOut(desk);
    await eventually(async () =>
      expect(await desk.evaluate<string>(STORED)).not.toContain('+420602222222'),
    );
  });
});
