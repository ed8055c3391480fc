import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

const CALLER = '+420601234567';

/** Accepts and says whether a mouse reaches the new Hang up as it appears, and a moment later. */
function acceptAndReachForHangUp(desk: View): Promise<unknown> {
  return desk.evaluate(`new Promise((resolve) => {
    const find = (name) =>
      [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === name);
    const reach = (button) => getComputedStyle(button).pointerEvents;
    const observer = new MutationObserver(() => {
      const hangUp = find('Hang up');
      if (!hangUp) return;
      observer.disconnect();
      const first = reach(hangUp);
      setTimeout(() => resolve([first, reach(hangUp)]), 700);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    find('Accept').click();
  })`);
}

describe.each(['chromium', 'firefox'] as const)('an agent with all kinds of work in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let call: string;

  const ring = (rest: object = {}) =>
    centre.daktela.world.ringAgent({ agent: ANNA.username, number: CALLER, ...rest });
  const card = (label: string) => desk.within('article', label);

  beforeAll(async () => {
    centre = await shareContactCentre(name);
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterAll(() => centre?.close());

  it('is offered an e-mail in words that fit an e-mail', async () => {
    ring({ type: 'EMAIL', number: 'jana@example.com', subject: 'My bill', ticket: 9673 });
    await desk.see('article', 'jana@example.com');
    await desk.read('Waiting for you');
    await desk.read('My bill');
    await eventually(async () =>
      expect((await centre.browser.badge()).title).toContain('E-mail from jana@example.com'),
    );
  });

  it('takes the e-mail without a device', async () => {
    await desk.click('button', 'Accept');
    await desk.see('button', 'Close');
    expect(commandsOf(centre.daktela).at(-1)).toMatch(/ \{"action":"OPEN"\}$/);
  });

  it('finds the ticket of the e-mail in Daktela', async () => {
    await desk.see('link', 'Open in Daktela');
    const href = await desk.evaluate(
      () => document.querySelector<HTMLAnchorElement>('a[target="_blank"]')?.href,
    );
    expect(href).toBe(`${centre.address}/tickets/update/9673`);
  });

  it('sees a ringing call above the open e-mail', async () => {
    call = ring({ queue: '3001', contact: 'Eva Malá' });
    await desk.see('article', 'Eva Malá, Support');
    await eventually(async () =>
      expect(await desk.text('list', 'Activities')).toMatch(/Eva Malá[\s\S]*jana@example.com/),
    );
  });

  it('copies the number of the caller', async () => {
    await card('Eva Malá, Support').click('button', 'Copy number');
    await desk.read('Copied');
  });

  it('cannot hang up with the second half of a double click on Accept', async () => {
    await desk.see('button', 'Accept');
    expect(await acceptAndReachForHangUp(desk)).toEqual(['none', 'auto']);
  });

  it('sees the call go on hold and come back', async () => {
    await desk.read('Talking');
    centre.daktela.world.holdCall(call);
    await desk.read(/On hold 0:0\d/);
    centre.daktela.world.takeBack(call);
    await desk.read('Talking');
  });

  it('chooses a status that is still chosen when the desk is closed and opened again', async () => {
    await desk.click('button', 'Hang up');
    await desk.read('After-call work');
    await desk.click('radio', 'Call back');
    await eventually(async () => expect(await desk.isChecked('radio', 'Call back')).toBe(true));
    const { view } = await centre.openDesk();
    await desk.close();
    desk = view;
    await desk.see('radio', 'Call back');
    await eventually(async () => expect(await desk.isChecked('radio', 'Call back')).toBe(true));
  });

  it('keeps the status when the server refuses to close', async () => {
    centre.daktela.faults.add({
      kind: 'status',
      status: 400,
      message: 'Fill in the record first',
      match: { method: 'PUT', path: 'activities' },
      times: 1,
    });
    await desk.click('button', 'Close activity');
    await desk.read('Fill in the record first');
    expect(await desk.isChecked('radio', 'Call back')).toBe(true);
  });

  it('closes the call with the status and the e-mail without', async () => {
    await desk.click('button', 'Close activity');
    await desk.missing('article', 'Eva Malá, Support');
    expect(commandsOf(centre.daktela).at(-1)).toContain('"statuses":["statuses_callback"]');
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
  });

  it('closes without a status where statuses must not be read, and is told what the server says', async () => {
    Object.assign(centre.daktela.switches, { statusesReadable: false });
    ring({ queue: '3002' });
    await desk.click('button', 'Accept');
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    await desk.read('Choose a status');
  });

  it('hangs up and closes a call of which the server tells nothing', async () => {
    Object.assign(centre.daktela.switches, { channels: 'never', callItem: 'null' });
    ring({ number: '+420777000111' });
    const unknown = card('+420777000111');
    await unknown.click('button', 'Accept');
    await unknown.click('button', 'Hang up');
    await unknown.click('button', 'Close');
    await desk.missing('article', '+420777000111');
  });

  it('finds dial and waiting side by side although many pieces wait', async () => {
    const kinds = ['CALL', 'EMAIL', 'CHAT', 'SMS', 'WAP'] as const;
    for (let index = 0; index < 50; index += 1) {
      const type = kinds[index % kinds.length] ?? 'CALL';
      centre.daktela.world.ringPool({ type, number: `waiting ${index}`, queue: '3001' });
    }
    await desk.read('50 · oldest');
    const heightPx = await desk.evaluate(
      () => document.querySelector('ul.waiting')?.getBoundingClientRect().height,
    );
    expect(heightPx).toBeLessThan(400);
    await desk.within('article', 'waiting 49, Support').click('button', 'Accept');
    await desk.within('list', 'Activities').see('article', 'waiting 49, Support');
  });
});
