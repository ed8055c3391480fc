import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultKind } from '../simulator/faults';
import type { View } from './driver/view';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

/** What goes wrong with going ready, and what the agent reads of it. */
const REFUSALS: [string, FaultKind, string[]][] = [
  [
    'a right that is missing',
    { kind: 'status', status: 403, message: 'K této akci nemáte oprávnění' },
    ['K této akci nemáte oprávnění', 'Ask your administrator.'],
  ],
  [
    'a payload the server does not take',
    { kind: 'status', status: 422, message: 'Zařízení <b>305</b> je obsazené' },
    ['Zařízení 305 je obsazené'],
  ],
  [
    'a server that is asked too often',
    { kind: 'rateLimit', retryAfterSeconds: 20 },
    ['Too many requests', 'Wait 20 seconds and try again.'],
  ],
  [
    'a proxy that has lost the server',
    { kind: 'html', status: 502 },
    ['Daktela has a problem of its own.', 'Try again in a moment.'],
  ],
  ['a page in place of the answer', { kind: 'html' }, ['The answer is not from a Daktela.']],
  ['a server that gave up waiting', { kind: 'emptyBody', status: 408 }, ['did not answer in time']],
  ['a refusal without words', { kind: 'emptyBody', status: 400 }, ['without saying why']],
  [
    'a connection that is cut',
    { kind: 'cut' },
    ['the connection broke off', 'Check your connection'],
  ],
];

describe.each(['chromium', 'firefox'] as const)('things go wrong in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;

  beforeAll(async () => {
    centre = await shareContactCentre(name);
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

  it.each(REFUSALS)(
    'tells of %s and what to do, until it is dismissed',
    async (_, fault, words) => {
      // Browsers themselves send once more what a reused connection has lost, or a 408 answers.
      centre.daktela.faults.add({ ...fault, match: { method: 'POST' } });
      await desk.click('button', 'Go ready');
      const alert = desk.within('alert');
      await alert.read('Going ready did not work:');
      for (const word of words) await alert.read(word);
      await alert.click('button', 'Dismiss');
      await desk.missing('alert');
      centre.daktela.faults.clear();
    },
  );

  it('lists the fields a server finds wrong', async () => {
    centre.daktela.switches.errorShape = 'nested';
    centre.daktela.faults.add({
      kind: 'status',
      status: 400,
      message: 'Vyberte zařízení',
      times: 1,
      match: { method: 'POST' },
    });
    await desk.click('button', 'Go ready');
    await desk.within('alert').read('list: Vyberte zařízení');
    await desk.within('alert').see('listitem');
    await desk.click('button', 'Dismiss');
    centre.daktela.switches.errorShape = 'list';
  });

  it('asks the server to speak the language of the browser', () => {
    const { headers } = centre.daktela.requests.at(-1) ?? {};
    expect(headers?.['accept-language']).toMatch(/^en/);
  });

  it('shows the words of the server when it refuses a call', async () => {
    await centre.goReady(desk);
    await desk.fill('textbox', 'Phone number', 'Tel.: +420 601 234 567');
    await desk.click('button', 'Call');
    await desk.read('outgoing');
  });

  it('says that there is no number in a text without one', async () => {
    await desk.fill('textbox', 'Phone number', 'hello');
    await desk.click('button', 'Call');
    await desk.read('There is no phone number to dial in this text.');
  });

  it('says so when the connection breaks, and when it is back, at once if the agent asks', async () => {
    centre.daktela.faults.breakConnection();
    await desk.read('Reconnecting');
    await badgeReads('…');
    centre.daktela.faults.restoreConnection();
    // By itself it comes back in a round of half a minute.
    await desk.click('button', 'Try now');
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
