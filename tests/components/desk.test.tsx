// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { AgentState } from '@/lib/agent/state';
import {
  aChannel,
  aDevice,
  anActivity,
  anActivityQueue,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  aStatus,
  aWhoim,
  NOW_MS,
} from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const button = (desk: ReturnType<typeof renderDesk>, name: string) =>
  desk.getByRole('button', { name }) as HTMLButtonElement;

const unready = () => aState({ extension: anExtension({ state: 'Session' }) });

it('names the agent, the state and the connection', () => {
  const desk = renderDesk(aState());
  expect(desk.getByRole('heading', { name: 'Anna Nováková' })).toBeTruthy();
  expect(desk.getByText('Ready')).toBeTruthy();
  expect(desk.getByText('Connected')).toBeTruthy();
});

it('never says Ready when the last pull is older than half a minute', () => {
  const desk = renderDesk(aState({ pulledAtMs: NOW_MS - 31_000 }));
  expect(desk.queryByText('Ready')).toBeNull();
  expect(desk.getByText('State unknown')).toBeTruthy();
  expect(desk.getByText('Reconnecting')).toBeTruthy();
  expect(desk.getByText(/Last heard from Daktela 0:31 ago\./)).toBeTruthy();
});

it('goes ready with one click', () => {
  const desk = renderDesk(unready());
  fireEvent.click(button(desk, 'Go ready'));
  expect(desk.sent).toEqual([{ type: 'agent.ready', device: null }]);
});

it('goes ready on the chosen device when the agent has none of their own', () => {
  const mobile = aDevice({ name: '721322422', title: 'Mobile', model: 'externalNumbers' });
  const desk = renderDesk({
    ...unready(),
    whoim: aWhoim({ devices: [] }),
    availableDevices: [aDevice(), mobile],
  });
  fireEvent.change(desk.getByRole('combobox', { name: 'Device' }), {
    target: { value: 'externalNumbers/721322422' },
  });
  fireEvent.click(button(desk, 'Go ready'));
  expect(desk.sent).toEqual([{ type: 'agent.ready', device: mobile }]);
});

it('does not go ready before a device can be named', () => {
  const desk = renderDesk({ ...unready(), whoim: aWhoim({ devices: [] }) });
  expect(button(desk, 'Go ready').disabled).toBe(true);
});

it('keeps a control pending until a pull has brought the truth', async () => {
  const desk = renderDesk(unready());
  fireEvent.click(button(desk, 'Go ready'));
  await waitFor(() => expect(button(desk, 'Go ready').getAttribute('aria-busy')).toBe('true'));
  fireEvent.click(button(desk, 'Go ready'));
  expect(desk.sent).toHaveLength(1);
  act(() => desk.pulled(aState()));
  await waitFor(() => expect(button(desk, 'Go unready').disabled).toBe(false));
});

it('sends one request for a double click', () => {
  const desk = renderDesk(unready());
  fireEvent.click(button(desk, 'Go ready'));
  fireEvent.click(button(desk, 'Go ready'));
  expect(desk.sent).toHaveLength(1);
});

it('shows the words of the server in an alert and gives the control back', async () => {
  const desk = renderDesk(unready());
  desk.answerNext({ ok: false, error: { kind: 'refused', messages: ['Vyberte zařízení'] } });
  fireEvent.click(button(desk, 'Go ready'));
  await waitFor(() => expect(desk.getByRole('alert').textContent).toContain('Vyberte zařízení'));
  expect(button(desk, 'Go ready').disabled).toBe(false);
});

it('offers the own pauses and not those of the system', () => {
  const lunch = aPause();
  const wrap = aPause({ name: 'wrap', title: 'Wrap-up', kind: 'wrap' });
  const desk = renderDesk(aState({ whoim: aWhoim({ pauses: [lunch, wrap] }) }));
  fireEvent.click(button(desk, 'Pause'));
  expect(desk.queryByRole('button', { name: 'Wrap-up' })).toBeNull();
  fireEvent.click(button(desk, 'Lunch'));
  expect(desk.sent).toEqual([{ type: 'pause.start', pause: 'lunch' }]);
});

it('warns a ready agent whose device cannot ring', () => {
  const desk = renderDesk(aState({ extension: anExtension({ device: 'Unavailable' }) }));
  expect(
    desk.getByText(/^Your device is not reachable. Calls cannot ring. Check that/),
  ).toBeTruthy();
});

it('accepts a ringing call', () => {
  const desk = renderDesk(aState({ activities: [anActivity()] }));
  const card = within(desk.getByRole('article'));
  fireEvent.click(card.getByRole('button', { name: 'Accept' }));
  expect(desk.sent).toEqual([
    { type: 'activity.accept', activity: 'activities_1.1', device: null },
  ]);
});

it('takes a call on the chosen one of several devices', () => {
  const devices = [aDevice(), aDevice({ name: '306', title: 'Headset' })];
  const desk = renderDesk(aState({ whoim: aWhoim({ devices }), activities: [anActivity()] }));
  fireEvent.change(desk.getByRole('combobox', { name: 'Device' }), { target: { value: '306' } });
  fireEvent.click(button(desk, 'Accept'));
  expect(desk.sent).toMatchObject([{ device: '306' }]);
});

it('rejects a ringing call', () => {
  const desk = renderDesk(aState({ activities: [anActivity()] }));
  fireEvent.click(button(desk, 'Reject'));
  expect(desk.sent).toEqual([{ type: 'activity.reject', activity: 'activities_1.1' }]);
});

it('takes an activity that waits for anybody', () => {
  const desk = renderDesk(aState({ activities: [anActivity({ action: 'NEW', user: null })] }));
  const list = within(desk.getByRole('list', { name: 'Waiting' }));
  fireEvent.click(list.getByRole('button', { name: 'Accept' }));
  expect(desk.sent).toMatchObject([{ type: 'activity.accept' }]);
});

it('counts the talk and hangs up', () => {
  const desk = renderDesk(aState({ activities: [anOpenCall()] }));
  expect(desk.getByText('Talking 0:10')).toBeTruthy();
  desk.nowMs.value = NOW_MS + 5_000;
  return waitFor(() => expect(desk.getByText('Talking 0:15')).toBeTruthy()).then(() => {
    fireEvent.click(button(desk, 'Hang up'));
    expect(desk.sent).toEqual([{ type: 'activity.hangUp', activity: 'activities_1.1' }]);
  });
});

const ended = (overrides: Partial<AgentState> = {}, multipleStatuses = false) =>
  aState({
    activities: [
      anOpenCall({
        channels: [aChannel({ state: 'Closed' })],
        queue: anActivityQueue({ multipleStatuses }),
      }),
    ],
    queueStatuses: { 3001: [aStatus(), aStatus({ name: 'statuses_sold', title: 'Sold' })] },
    ...overrides,
  });

it('does not offer to close a call that is still going on', () => {
  const desk = renderDesk(aState({ activities: [anOpenCall()] }));
  expect(desk.queryByRole('button', { name: /^Close/ })).toBeNull();
});

it('closes with the one status that was chosen', () => {
  const desk = renderDesk(ended());
  expect(button(desk, 'Close activity').disabled).toBe(true);
  fireEvent.click(desk.getByRole('radio', { name: 'Resolved' }));
  fireEvent.click(desk.getByRole('radio', { name: 'Sold' }));
  fireEvent.click(button(desk, 'Close activity'));
  expect(desk.sent).toEqual([
    { type: 'activity.close', activity: 'activities_1.1', statuses: ['statuses_sold'] },
  ]);
});

it('closes with several statuses where the queue allows it', () => {
  const desk = renderDesk(ended({}, true));
  fireEvent.click(desk.getByRole('checkbox', { name: 'Resolved' }));
  fireEvent.click(desk.getByRole('checkbox', { name: 'Sold' }));
  fireEvent.click(button(desk, 'Close activity'));
  expect(desk.sent).toMatchObject([{ statuses: ['statuses_resolved', 'statuses_sold'] }]);
});

it('closes without a status where the queue has none', () => {
  const desk = renderDesk(ended({ queueStatuses: { 3001: [] } }));
  fireEvent.click(button(desk, 'Close'));
  expect(desk.sent).toMatchObject([{ type: 'activity.close', statuses: [] }]);
});

it('offers both hanging up and closing when the channels stay unknown', () => {
  const desk = renderDesk({
    ...ended({ queueStatuses: { 3001: [] } }),
    activities: [anOpenCall({ channels: null })],
  });
  expect(button(desk, 'Hang up')).toBeTruthy();
  expect(button(desk, 'Close')).toBeTruthy();
});

it('dials what was pasted and empties the field once the call is there', async () => {
  const desk = renderDesk(aState());
  const field = desk.getByLabelText('Phone number');
  fireEvent.input(field, { target: { value: 'Tel.: +420 777 123 456' } });
  fireEvent.click(button(desk, 'Call'));
  expect(desk.sent).toEqual([{ type: 'dial', id: 'dial-1', text: 'Tel.: +420 777 123 456' }]);
  await act(async () => desk.pulled(aState()));
  await waitFor(() => expect(field).toHaveProperty('value', ''));
});

it('keeps a number that could not be dialled and says why', async () => {
  const desk = renderDesk(aState());
  desk.answerNext({ ok: false, error: { kind: 'alreadyCalling', messages: [] } });
  fireEvent.input(desk.getByLabelText('Phone number'), { target: { value: '777123456' } });
  fireEvent.click(button(desk, 'Call'));
  await waitFor(() =>
    expect(desk.getByRole('alert').textContent).toContain('already being called'),
  );
  expect(desk.getByLabelText('Phone number')).toHaveProperty('value', '777123456');
});

it('says that a text holds no number before anything is sent', () => {
  const desk = renderDesk(aState());
  fireEvent.input(desk.getByLabelText('Phone number'), { target: { value: 'hello' } });
  fireEvent.click(button(desk, 'Call'));
  expect(desk.getByRole('alert').textContent).toContain('no phone number');
  expect(desk.sent).toEqual([]);
});

it('tells of a call that failed while no popup was open, until it is dismissed', () => {
  const failure = { kind: 'refused', messages: ['Not in a queue'] } as const;
  const desk = renderDesk(aState({ notice: { id: '1', number: '+420777123456', failure } }));
  expect(desk.getByRole('alert').textContent).toContain('Calling +420777123456:Not in a queue');
  fireEvent.click(button(desk, 'Dismiss'));
  expect(desk.sent).toEqual([{ type: 'notice.dismiss' }]);
});

it('announces a ringing call to a screen reader', () => {
  const desk = renderDesk(aState({ activities: [anActivity()] }));
  const announced = desk.container.querySelector('[aria-live=assertive]');
  expect(announced?.textContent).toContain('is ringing');
});

it('logs out from the menu, which Escape closes', () => {
  const desk = renderDesk(aState());
  fireEvent.click(button(desk, 'Menu'));
  fireEvent.keyDown(document, { key: 'Escape' });
  expect(desk.queryByRole('button', { name: 'Log out' })).toBeNull();
  fireEvent.click(button(desk, 'Menu'));
  fireEvent.click(button(desk, 'Log out'));
  expect(desk.sent).toEqual([{ type: 'session.signOut' }]);
});

it.each([
  ['ready', aState()],
  ['ringing', aState({ activities: [anActivity()] })],
  ['talking', aState({ activities: [anOpenCall()] })],
  ['statuses', ended()],
  ['signed out', null],
])('has nothing that axe would object to: %s', async (_name, state) => {
  const desk = renderDesk(
    state ?? { ...aState(), signIn: { phase: 'signedOut', ended: null, failure: null } },
  );
  const { violations } = await axe.run(desk.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
