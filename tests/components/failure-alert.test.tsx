// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { AgentState } from '@/lib/agent/state';
import type { Failure } from '@/lib/daktela/failure';
import { anActivity, anExtension, aState, aWhoim } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const unready = aState({ extension: anExtension({ state: 'Session' }) });
const withoutDevices = { ...unready, whoim: aWhoim({ devices: [] }), availableDevices: [] };

/** The desk after a click that failed. */
async function afterFailing(
  failure: Partial<Failure>,
  click = 'Go ready',
  state: AgentState = unready,
) {
  const desk = renderDesk(state);
  desk.answerNext({ ok: false, error: { kind: 'refused', messages: [], ...failure } });
  fireEvent.click(desk.getByRole('button', { name: click }));
  const alert = await waitFor(() => within(desk.getByRole('alert')));
  return { desk, alert };
}

it('names what was tried, what the server says and what to do', async () => {
  const { alert } = await afterFailing({ kind: 'forbidden', messages: ['K tomu nemáte právo'] });
  expect(alert.getByText('Going ready did not work:')).toBeTruthy();
  expect(alert.getByText('K tomu nemáte právo')).toBeTruthy();
  expect(alert.getByText('Ask your administrator.').className).toBe('hint');
});

it('lists several sentences', async () => {
  const { alert } = await afterFailing({ messages: ['number: Short', 'name: Long'] });
  expect(alert.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'number: Short',
    'name: Long',
  ]);
});

it('never takes the words of the server for markup', async () => {
  const { desk, alert } = await afterFailing({ messages: ['<img src=x onerror=alert(1)>Ne'] });
  expect(alert.getByText('Ne')).toBeTruthy();
  expect(desk.container.querySelector('[role=alert] img')).toBeNull();
});

it('names the caller, who may be gone by the time somebody else rings', async () => {
  const call = anActivity({ callerName: 'Eva Malá' });
  const state = aState({ activities: [call] });
  const { desk, alert } = await afterFailing(
    { messages: ['Activity is not open'] },
    'Accept',
    state,
  );
  act(() => desk.pulled(aState({ activities: [anActivity({ name: 'a2', callerName: 'Jan' })] })));
  expect(alert.getByText('Accepting did not work: Eva Malá')).toBeTruthy();
});

it('says why a call that is gone was refused', async () => {
  const state = aState({ activities: [anActivity()] });
  const { desk, alert } = await afterFailing(
    { messages: ['Activity is not open'] },
    'Accept',
    state,
  );
  const why = 'It may have been handled by somebody else.';
  expect(alert.queryByText(why)).toBeNull();
  act(() => desk.pulled(aState()));
  expect(alert.getByText('Activity is not open')).toBeTruthy();
  expect(alert.getByText(why)).toBeTruthy();
});

it('goes away when it is dismissed', async () => {
  const { desk, alert } = await afterFailing({});
  fireEvent.click(alert.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(desk.queryByRole('alert')).toBeNull());
});

it('offers to log in again when the session was not accepted', async () => {
  const { desk, alert } = await afterFailing({ kind: 'unauthorised' });
  fireEvent.click(alert.getByRole('button', { name: 'Log in again' }));
  expect(desk.sent.at(-1)).toEqual({ type: 'session.signOut' });
});

it('offers to try a harmless reading again', async () => {
  const { desk, alert } = await afterFailing({ kind: 'timeout' }, 'Look again', withoutDevices);
  fireEvent.click(alert.getByRole('button', { name: 'Try again' }));
  expect(desk.sent).toEqual([{ type: 'devices.load' }, { type: 'devices.load' }]);
});

it('never offers to try a command again', async () => {
  const { alert } = await afterFailing({ kind: 'timeout' });
  expect(alert.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('says why nobody could be logged in while no popup was open', () => {
  const failure = { kind: 'noToken', messages: [] } as const;
  const desk = renderDesk(aState({ signIn: { phase: 'signedOut', ended: null, failure } }));
  expect(desk.getByRole('alert').textContent).toContain('use an access token');
});

it('has nothing that axe would object to', async () => {
  const { desk } = await afterFailing({ kind: 'unauthorised', messages: ['One', 'Two'] });
  const { violations } = await axe.run(desk.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

it('says with whom a press on a notification failed, and that somebody else may have it', () => {
  const failure: Failure = { kind: 'refused', messages: [] };
  const activity = anActivity({ callerName: 'Eva Malá' });
  const desk = renderDesk({ ...unready, notice: { id: 'n', asked: 'accept', failure, activity } });
  const alert = within(desk.getByRole('alert'));
  expect(alert.getByText('Accepting did not work: Eva Malá')).toBeTruthy();
  expect(alert.getByText('It may have been handled by somebody else.')).toBeTruthy();
});

it('says what failed after a press on a notification', () => {
  const failure: Failure = { kind: 'missing', messages: [] };
  const desk = renderDesk({ ...unready, notice: { id: 'n', asked: 'accept', failure } });
  const alert = within(desk.getByRole('alert'));
  expect(alert.getByText('Accepting did not work:')).toBeTruthy();
  expect(alert.getByText('It may have been handled by somebody else.')).toBeTruthy();
});
