// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import type { AgentState } from '@/lib/agent/state';
import type { Activity, ActivityType } from '@/lib/daktela/activity';
import { activityTypes } from '../simulator/model';
import {
  aChannel,
  aDevice,
  anActivity,
  anActivityQueue,
  anEmail,
  anOpenCall,
  aState,
  aStatus,
  aWhoim,
  NOW_MS,
} from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Desk = ReturnType<typeof renderDesk>;

const withPieces = (...activities: Activity[]) => renderDesk(aState({ activities }));
const button = (desk: Desk, name: string) =>
  desk.getByRole('button', { name }) as HTMLButtonElement;
const list = (desk: Desk, name: string) => within(desk.getByRole('list', { name }));
const namesIn = (desk: Desk, name: string) =>
  list(desk, name)
    .getAllByRole('article')
    .map((article) => article.getAttribute('aria-label'));

/** An empty type is one that no client knows. */
const TYPES: ActivityType[] = activityTypes
  .filter((type) => type !== 'CALL')
  .map((type) => type || 'OTHER');

it.each(TYPES)('a %s is accepted, rejected and closed, and never rings', (type) => {
  const desk = withPieces(anEmail({ type }));
  expect(desk.getByText('Waiting for you 0:05')).toBeTruthy();
  expect(desk.container.textContent).not.toContain('inging');
  fireEvent.click(button(desk, 'Accept'));
  fireEvent.click(button(desk, 'Reject'));
  const open = anEmail({ type, action: 'OPEN', openedAtMs: NOW_MS - 7_000, queue: null });
  act(() => desk.pulled(aState({ activities: [open] })));
  expect(desk.getByText('Open 0:07')).toBeTruthy();
  expect(desk.queryByRole('button', { name: 'Hang up' })).toBeNull();
  fireEvent.click(button(desk, 'Close'));
  expect(desk.sent.map((request) => request.type)).toEqual([
    'activity.accept',
    'activity.reject',
    'activity.close',
  ]);
});

it('every type has a picture of its own', () => {
  const pictures = [...TYPES, 'CALL' as const].map((type) => {
    const desk = withPieces(anEmail({ type, direction: null }));
    const picture = desk.container.querySelector('.activity-icon svg')?.innerHTML;
    cleanup();
    return picture;
  });
  expect(new Set(pictures).size).toBe(pictures.length);
});

it('an e-mail is named by its sender and tells its subject', () => {
  const desk = withPieces(anEmail());
  expect(desk.getByRole('article', { name: 'jana@example.com, Support' })).toBeTruthy();
  expect(desk.getByText('My invoice')).toBeTruthy();
  expect(desk.getByText('E-mail · Support')).toBeTruthy();
});

it('a call is told with contact, account, number, direction and queue', () => {
  const contact = { name: 'c', title: 'Eva Malá' };
  const desk = withPieces(anActivity({ contact, account: 'Plyn a.s.' }));
  expect(desk.getByRole('heading', { name: 'Eva Malá' })).toBeTruthy();
  expect(desk.getByText('Plyn a.s. · +420600111222')).toBeTruthy();
  expect(desk.getByText('Incoming call · Support')).toBeTruthy();
});

it('nothing is said twice', () => {
  const desk = withPieces(anEmail({ address: null, title: 'My invoice' }));
  expect(desk.getAllByText('My invoice')).toHaveLength(1);
});

it('a call that waited before it rang says for how long', () => {
  const desk = withPieces(
    anActivity({ createdAtMs: NOW_MS - 65_000, waitingSinceMs: NOW_MS - 5_000 }),
  );
  expect(desk.getByText('Ringing 0:05')).toBeTruthy();
  expect(desk.getByText('Waited 1:05')).toBeTruthy();
});

it('an open call says how long the caller had waited', () => {
  const desk = withPieces(
    anOpenCall({ createdAtMs: NOW_MS - 40_000, openedAtMs: NOW_MS - 12_000 }),
  );
  expect(desk.getByText('Waited 0:28')).toBeTruthy();
});

it('a call on hold counts since it went on hold, where that was seen', () => {
  const call = anOpenCall({ channels: [aChannel({ state: 'On Hold' })] });
  const desk = withPieces(call);
  expect(desk.getByText('On hold')).toBeTruthy();
  const heldSinceMs = { [call.name]: NOW_MS - 33_000 };
  act(() => desk.pulled(aState({ activities: [call], heldSinceMs })));
  expect(desk.getByText('On hold 0:33')).toBeTruthy();
  expect(button(desk, 'Hang up').disabled).toBe(false);
});

const ended = (overrides: Partial<Activity> = {}) =>
  anOpenCall({
    channels: [
      aChannel({
        state: 'Closed',
        speakingSinceMs: NOW_MS - 100_000,
        closedAtMs: NOW_MS - 8_000,
      }),
    ],
    ...overrides,
  });

it('after the call its work is counted and the talk has ended', () => {
  const desk = withPieces(ended({ queue: null }));
  expect(desk.getByText('After-call work 0:08')).toBeTruthy();
  expect(desk.getByText('Talk time 1:32')).toBeTruthy();
  expect(desk.queryByRole('button', { name: 'Hang up' })).toBeNull();
});

it.each([
  ['late', [aChannel()], 'Talking 0:10'],
  ['never', null, 'Open 0:12'],
])('hanging up stays where it is when channels come %s', (_, channels, words) => {
  const desk = withPieces(anOpenCall({ channels: null }));
  const hangUp = button(desk, 'Hang up');
  act(() => desk.pulled(aState({ activities: [anOpenCall({ channels })] })));
  expect(button(desk, 'Hang up')).toBe(hangUp);
  expect(desk.getByText(words)).toBeTruthy();
});

const statuses = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aStatus({ name: `s${index}`, title: `Outcome ${index}` }),
  );

function closing(
  count: number,
  queue: Parameters<typeof anActivityQueue>[0] = {},
  activity: Partial<Activity> = {},
): AgentState {
  return aState({
    activities: [ended({ queue: anActivityQueue(queue), ...activity })],
    queueStatuses: { 3001: statuses(count) },
  });
}

it('many statuses are searched, and what is chosen stays in sight', () => {
  const desk = renderDesk(closing(12));
  fireEvent.click(desk.getByRole('radio', { name: 'Outcome 3' }));
  fireEvent.input(desk.getByRole('searchbox', { name: 'Find a status' }), {
    target: { value: '11' },
  });
  expect(desk.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    'Outcome 3',
    'Outcome 11',
  ]);
});

it('Enter takes the one status that was found and does not close', () => {
  const desk = renderDesk(closing(12));
  const field = desk.getByRole('searchbox', { name: 'Find a status' });
  fireEvent.input(field, { target: { value: 'outcome 11' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(desk.getByRole('radio', { name: 'Outcome 11' })).toHaveProperty('checked', true);
  expect(desk.sent).toEqual([]);
});

it('Enter takes nothing while several statuses are found', () => {
  const desk = renderDesk(closing(12));
  fireEvent.keyDown(desk.getByRole('searchbox', { name: 'Find a status' }), { key: 'Enter' });
  expect(button(desk, 'Close activity').disabled).toBe(true);
});

it('few statuses are not searched', () => {
  expect(renderDesk(closing(7)).queryByRole('searchbox')).toBeNull();
});

it('a status that has a description tells it once it is chosen', () => {
  const desk = renderDesk({
    ...closing(0),
    queueStatuses: { 3001: [aStatus({ description: 'The customer is happy' })] },
  });
  expect(desk.queryByText('The customer is happy')).toBeNull();
  fireEvent.click(desk.getByRole('radio', { name: 'Resolved' }));
  expect(desk.getByText('The customer is happy')).toBeTruthy();
});

it.each([
  [true, true],
  [false, false],
])('what a status asks of a campaign record is told when there is one: %j', (hasRecord, told) => {
  const desk = renderDesk({
    ...closing(0, {}, { hasRecord }),
    queueStatuses: { 3001: [aStatus({ validation: true, nextCall: true })] },
  });
  fireEvent.click(desk.getByRole('radio', { name: 'Resolved' }));
  expect(desk.queryByText(/required fields are filled in/) !== null).toBe(told);
  expect(desk.queryByText(/next call has a date and time/) !== null).toBe(told);
});

it('a choice survives a popup that is closed and opened again', () => {
  const desk = renderDesk(closing(3));
  fireEvent.click(desk.getByRole('radio', { name: 'Outcome 2' }));
  const kept = desk.statusChoices.value;
  cleanup();
  const again = renderDesk(closing(3));
  act(() => {
    again.statusChoices.value = kept;
  });
  expect(again.getByRole('radio', { name: 'Outcome 2' })).toHaveProperty('checked', true);
  expect(button(again, 'Close activity').disabled).toBe(false);
});

it('a close that the server refuses keeps the choice', async () => {
  const desk = renderDesk(closing(3));
  desk.answerNext({ ok: false, error: { kind: 'refused', messages: ['Not now'] } });
  fireEvent.click(desk.getByRole('radio', { name: 'Outcome 2' }));
  fireEvent.click(button(desk, 'Close activity'));
  await waitFor(() => expect(desk.getByRole('alert').textContent).toContain('Not now'));
  expect(desk.getByRole('radio', { name: 'Outcome 2' })).toHaveProperty('checked', true);
});

it('a status the queue no longer has is neither shown nor sent', () => {
  const desk = renderDesk(closing(3, { multipleStatuses: true }));
  const { name } = anOpenCall();
  act(() => {
    desk.statusChoices.value = { [name]: ['gone', 's1'] };
  });
  fireEvent.click(button(desk, 'Close activity'));
  expect(desk.sent).toMatchObject([{ statuses: ['s1'] }]);
});

it('a queue known only by its title is closed without a status', () => {
  const desk = renderDesk(closing(3, { name: null, hasStatuses: null }));
  fireEvent.click(button(desk, 'Close'));
  expect(desk.sent).toMatchObject([{ type: 'activity.close', statuses: [] }]);
});

it('the most urgent piece stands first', () => {
  const desk = withPieces(
    anEmail({ name: 'e', address: 'open@example.com', action: 'OPEN', openedAtMs: NOW_MS }),
    anOpenCall({ name: 't', number: '2' }),
    anActivity({ name: 'r', number: '1' }),
  );
  expect(namesIn(desk, 'Activities')).toEqual([
    '1, Support',
    '2, Support',
    'open@example.com, Support',
  ]);
});

it('nothing changes places under a moving pointer, and all is in order once it rests', () => {
  const open = anEmail({ name: 'e', address: 'a@example.com', action: 'OPEN', openedAtMs: NOW_MS });
  const desk = withPieces(open);
  fireEvent.pointerMove(desk.getByRole('list', { name: 'Activities' }));
  act(() => desk.pulled(aState({ activities: [open, anActivity({ number: '1' })] })));
  expect(namesIn(desk, 'Activities')).toEqual(['a@example.com, Support', '1, Support']);
  act(() => {
    desk.nowMs.value = NOW_MS + 3_000;
  });
  expect(namesIn(desk, 'Activities')).toEqual(['1, Support', 'a@example.com, Support']);
});

it('nothing changes places while the pointer crosses the gap between two pieces', () => {
  const open = anEmail({ name: 'e', address: 'a@example.com', action: 'OPEN', openedAtMs: NOW_MS });
  const desk = withPieces(open);
  const list = desk.getByRole('list', { name: 'Activities' });
  fireEvent.pointerMove(list);
  fireEvent.pointerLeave(list);
  act(() => desk.pulled(aState({ activities: [open, anActivity({ number: '1' })] })));
  expect(namesIn(desk, 'Activities')).toEqual(['a@example.com, Support', '1, Support']);
});

it.each([
  ['its ticket', '9673', 'https://company.daktela.com/tickets/update/9673'],
  ['the front page', null, 'https://company.daktela.com/'],
])(
  'a piece is opened in Daktela at %s, by a link that tells Daktela nothing',
  (_, ticket, href) => {
    const link = withPieces(anActivity({ ticket })).getByRole('link', { name: 'Open in Daktela' });
    expect(link.getAttribute('href')).toBe(href);
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  },
);

it('copies the number, says so, and is quiet again after two seconds', async () => {
  vi.useFakeTimers();
  const desk = withPieces(anActivity());
  fireEvent.click(button(desk, 'Copy number'));
  await act(async () => {});
  expect(desk.copied).toEqual(['+420600111222']);
  expect(desk.getByText('Copied')).toBeTruthy();
  act(() => {
    vi.advanceTimersByTime(2_100);
  });
  expect(desk.queryByText('Copied')).toBeNull();
});

it('says what to do when the browser does not let the number be copied', async () => {
  const desk = withPieces(anActivity());
  desk.clipboard.open = false;
  fireEvent.click(button(desk, 'Copy number'));
  await waitFor(() => expect(desk.getByText(/Select it and copy it yourself/)).toBeTruthy());
});

it('there is no number to copy of an e-mail', () => {
  expect(withPieces(anEmail()).queryByRole('button', { name: 'Copy number' })).toBeNull();
});

const devices = [aDevice(), aDevice({ name: '306', title: 'Headset' })];

it('a call is taken on the device chosen last', () => {
  const state = aState({ whoim: aWhoim({ devices }), activities: [anActivity()] });
  const desk = renderDesk(state);
  act(() => {
    desk.settings.value = { ...desk.settings.value, acceptDevice: '306' };
  });
  fireEvent.click(button(desk, 'Accept'));
  expect(desk.sent).toMatchObject([{ device: '306' }]);
});

it('no device is asked for what is no call', () => {
  const desk = renderDesk(aState({ whoim: aWhoim({ devices }), activities: [anEmail()] }));
  expect(desk.queryByRole('combobox', { name: 'Device' })).toBeNull();
  fireEvent.click(button(desk, 'Accept'));
  expect(desk.sent).toMatchObject([{ device: null }]);
});

it('waiting pieces stand oldest first, with their age, and are counted', () => {
  const waits = (name: string, agoMs: number) =>
    anActivity({ name, number: name, user: null, createdAtMs: NOW_MS - agoMs });
  const desk = withPieces(waits('1', 5_000), waits('2', 125_000), anEmail({ user: null }));
  expect(namesIn(desk, 'Waiting')).toEqual([
    '2, Support',
    '1, Support',
    'jana@example.com, Support',
  ]);
  expect(list(desk, 'Waiting').getByText('2:05')).toBeTruthy();
  expect(desk.getByText('3 · oldest 2:05')).toBeTruthy();
});

it('one choice of device serves all waiting calls', () => {
  const waiting = ['1', '2'].map((name) => anActivity({ name, number: name, user: null }));
  const desk = renderDesk(aState({ whoim: aWhoim({ devices }), activities: waiting }));
  fireEvent.change(desk.getByRole('combobox', { name: 'Device' }), { target: { value: '306' } });
  fireEvent.click(
    within(desk.getByRole('article', { name: '2, Support' })).getByRole('button', {
      name: 'Accept',
    }),
  );
  expect(desk.sent).toMatchObject([{ activity: '2', device: '306' }]);
});

it.each([
  ['an e-mail', aState({ activities: [anEmail()] })],
  ['waiting pieces', aState({ activities: [anEmail({ user: null }), anActivity({ user: null })] })],
  ['many statuses', closing(12)],
])('has nothing that axe would object to: %s', async (_name, state) => {
  const desk = renderDesk(state);
  const { violations } = await axe.run(desk.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
