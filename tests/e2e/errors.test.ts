import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { type ContactCentre, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

describe.each(['chromium', 'firefox'] as const)('things go wrong in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;

  beforeAll(async () => {
    centre = await openContactCentre(name);
    desk = (await centre.openDesk()).view;
  });
  afterAll(() => centre?.close());

  const badgeReads = (text: string) =>
    eventually(async () => expect((await centre.browser.badge()).text).toBe(text));

  async function fillIn(address: string, username: string, password: string): Promise<void> {
    await desk.fill('textbox', 'Daktela address', address);
    await desk.fill('textbox', 'Username', username);
    await desk.fill('password', 'Password', password);
    await desk.click('button', 'Log in');
  }

  it('says what is wrong with the address and sends nothing', async () => {
    await fillIn('http://company.daktela.com', 'dana', 'x');
    await desk.read('This address is not encrypted. Use https://.');
  });

  it('shows the words of the server for a wrong password and keeps what was typed', async () => {
    await fillIn(`${centre.address}/tickets/`, 'dana.dotted.name', 'wrong');
    await desk.see('alert', '');
    await desk.fill('password', 'Password', 'dana-heslo');
    await desk.click('button', 'Log in');
    await desk.see('button', 'Go ready');
  });

  it('shows the words of the server when it refuses a call', async () => {
    await desk.click('button', 'Go ready');
    await desk.see('button', 'Go unready');
    await desk.fill('textbox', 'Phone number', 'Tel.: +420 601 234 567');
    await desk.click('button', 'Call');
    await desk.read('outgoing');
  });

  it('says that there is no number in a text without one', async () => {
    await desk.fill('textbox', 'Phone number', 'hello');
    await desk.click('button', 'Call');
    await desk.read('There is no phone number to dial in this text.');
  });

  it('says so when the connection breaks, and when it is back', async () => {
    centre.daktela.faults.breakConnection();
    await desk.read('Reconnecting');
    await badgeReads('…');
    centre.daktela.faults.restoreConnection();
    await desk.read('Connected');
    await badgeReads('');
  });

  it('ends the session in words when the token has expired', async () => {
    centre.daktela.world.expireTokens({ refreshToo: true });
    // Ends the poll that is held with the old token.
    centre.daktela.world.startPause('dana.dotted.name', 'lunch');
    await desk.read('Your Daktela session has ended.');
    await desk.see('button', 'Log in');
  });
});
