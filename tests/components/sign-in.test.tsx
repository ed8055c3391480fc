// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { SIGNED_OUT } from '@/lib/agent/state';
import { decodePolicy } from '@/lib/settings/managed-policy';
import { settingsInForce } from '@/lib/settings/policy';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

type Desk = ReturnType<typeof renderDesk>;

function fill(desk: Desk, label: string, value: string): void {
  fireEvent.input(desk.getByLabelText(label), { target: { value } });
}

function fillIn(desk: Desk, address = 'company.daktela.com'): void {
  fill(desk, 'Daktela address', address);
  fill(desk, 'Username', 'anna.novakova');
  fill(desk, 'Password', 'secret');
}

const logIn = (desk: Desk) => fireEvent.click(desk.getByRole('button', { name: 'Log in' }));

it('sends what was filled in and asks for the host in the same click', () => {
  const desk = renderDesk(SIGNED_OUT);
  fillIn(desk);
  fireEvent.click(desk.getByRole('checkbox', { name: 'Stay signed in' }));
  logIn(desk);
  expect(desk.sent).toEqual([
    {
      type: 'session.signIn',
      method: 'password',
      address: 'company.daktela.com',
      username: 'anna.novakova',
      password: 'secret',
      stay: true,
    },
  ]);
  expect(desk.asked).toEqual(['https://company.daktela.com']);
});

it('sends the request before it asks for the host, so that a popup closed by the prompt loses nothing', () => {
  const desk = renderDesk(SIGNED_OUT);
  fillIn(desk);
  const order: string[] = [];
  desk.sent.push = (...requests) => order.push(...requests.map(({ type }) => type));
  desk.asked.push = () => order.push('asked');
  logIn(desk);
  expect(order).toEqual(['session.signIn', 'asked']);
});

it('keeps a draft of everything but the password while it is typed', () => {
  const desk = renderDesk(SIGNED_OUT);
  fillIn(desk);
  expect(desk.saved.at(-1)).toEqual({
    address: 'company.daktela.com',
    username: 'anna.novakova',
    method: 'password',
    stay: false,
  });
  expect(JSON.stringify(desk.saved)).not.toContain('secret');
});

it('brings back a draft', async () => {
  const desk = renderDesk(SIGNED_OUT);
  desk.draft.value = {
    address: 'own.example:8443',
    username: 'petr',
    method: 'password',
    stay: true,
  };
  await waitFor(() => expect(desk.getByLabelText('Username')).toHaveProperty('value', 'petr'));
  expect(desk.getByLabelText('Daktela address')).toHaveProperty('value', 'own.example:8443');
});

it.each([
  ['', 'Enter the address of your Daktela.'],
  ['http://company.daktela.com', 'This address is not encrypted. Use https://.'],
  ['ftp://company.daktela.com', 'Only https:// addresses work here.'],
  ['company', 'This is not a web address.'],
  ['https://anna:x@company.daktela.com', 'Leave the name and password out of the address.'],
])('refuses the address "%s" with a reason and sends nothing', (address, reason) => {
  const desk = renderDesk(SIGNED_OUT);
  fillIn(desk, address);
  logIn(desk);
  expect(desk.getByText(reason, { exact: false })).toBeTruthy();
  expect(desk.getByLabelText('Daktela address').getAttribute('aria-invalid')).toBe('true');
  expect(desk.sent).toEqual([]);
  expect(desk.asked).toEqual([]);
});

it('asks for the fields that are empty', () => {
  const desk = renderDesk(SIGNED_OUT);
  fill(desk, 'Daktela address', 'company.daktela.com');
  logIn(desk);
  expect(desk.getAllByText('Fill this in.')).toHaveLength(2);
});

it('signs in with an access token instead', () => {
  const desk = renderDesk(SIGNED_OUT);
  fireEvent.click(desk.getByRole('button', { name: 'Use an access token' }));
  fill(desk, 'Daktela address', 'company.daktela.com');
  fill(desk, 'Access token', ' abc123 ');
  logIn(desk);
  expect(desk.sent).toMatchObject([{ method: 'token', token: 'abc123' }]);
});

it('shows the words of the server and keeps what was typed', async () => {
  const desk = renderDesk(SIGNED_OUT);
  desk.answerNext({ ok: false, error: { kind: 'badCredentials', messages: ['Špatné heslo'] } });
  fillIn(desk);
  logIn(desk);
  await waitFor(() => expect(desk.getByRole('alert').textContent).toContain('Špatné heslo'));
  expect(desk.getByLabelText('Password')).toHaveProperty('value', 'secret');
});

it('takes the sign-in back when the browser is not allowed to reach the host', async () => {
  const desk = renderDesk(SIGNED_OUT);
  desk.permission.granted = false;
  fillIn(desk);
  logIn(desk);
  await waitFor(() => expect(desk.sent.at(-1)).toEqual({ type: 'session.cancelSignIn' }));
});

it('offers the question again to a popup that was closed by it', () => {
  const origin = 'https://company.daktela.com';
  const desk = renderDesk({ ...SIGNED_OUT, signIn: { phase: 'awaitingPermission', origin } });
  fireEvent.click(desk.getByRole('button', { name: 'Allow access' }));
  expect(desk.asked).toEqual([origin]);
});

it('says why an ended session has ended', () => {
  const desk = renderDesk({
    ...SIGNED_OUT,
    signIn: { phase: 'signedOut', ended: 'expired', failure: null },
  });
  expect(desk.getByRole('alert').textContent).toContain('Your Daktela session has ended');
});

it('shows nothing before the stored state was read', () => {
  expect(renderDesk(null).container.textContent).toBe('');
});

const underPolicy = (desk: Desk, locked: boolean) =>
  act(async () => {
    desk.policy.value = decodePolicy({ daktelaAddress: { value: 'company.daktela.com', locked } });
    desk.settings.value = settingsInForce({}, desk.policy.value);
  });

const addressOf = (desk: Desk) => desk.getByLabelText('Daktela address') as HTMLInputElement;

it('has the address that the administrator has given filled in, to be changed', async () => {
  const desk = renderDesk(SIGNED_OUT);
  await underPolicy(desk, false);
  expect(addressOf(desk).value).toBe('https://company.daktela.com');
  expect(addressOf(desk).readOnly).toBe(false);
});

it('leaves what was typed when the administrator only gives an address', async () => {
  const desk = renderDesk(SIGNED_OUT);
  fill(desk, 'Daktela address', 'other.daktela.com');
  await underPolicy(desk, false);
  expect(addressOf(desk).value).toBe('other.daktela.com');
});

it('shows a locked address with the reason, over the draft, and signs in to no other', async () => {
  const desk = renderDesk(SIGNED_OUT);
  await underPolicy(desk, true);
  await act(async () => {
    desk.draft.value = {
      address: 'other.daktela.com',
      username: 'a',
      method: 'token',
      stay: false,
    };
  });
  const field = addressOf(desk);
  expect(field.readOnly).toBe(true);
  const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toBe('Set by your administrator');
  fill(desk, 'Access token', 'secret');
  logIn(desk);
  expect(desk.asked).toEqual(['https://company.daktela.com']);
  expect(desk.sent).toMatchObject([{ address: 'https://company.daktela.com' }]);
});

it('says why one is signed out when the administrator has locked another address', () => {
  const desk = renderDesk({
    ...SIGNED_OUT,
    signIn: { phase: 'signedOut', ended: 'addressLocked', failure: null },
  });
  expect(desk.getByRole('alert').textContent).toContain('has set another Daktela address');
});
