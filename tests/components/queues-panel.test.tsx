// @vitest-environment happy-dom
import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentState } from '@/lib/agent/state';
import { aQueue, aState, aWhoim } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const support = aQueue({ name: '3001', title: 'Support', login: 'auto' });
const sales = aQueue({ name: '3002', title: 'Sales', type: 'chat', direction: null });
const fixed = aQueue({ name: '3003', title: 'Emergency', login: 'fix' });
const outbound = aQueue({ name: '4001', title: 'Outbound', type: 'out', direction: 'out' });
const queues = [support, sales, fixed, outbound];

const inQueues = (joined: AgentState['queues'], overrides: Partial<AgentState> = {}) =>
  aState({ whoim: aWhoim({ queues }), queues: joined, ...overrides });

type Desk = ReturnType<typeof renderDesk>;
const group = (desk: Desk) => within(desk.getByRole('group', { name: 'Queues' }));
const queueSwitch = (desk: Desk, name: string) =>
  group(desk).getByRole('switch', { name }) as HTMLButtonElement;
const names = (desk: Desk) =>
  group(desk)
    .getAllByRole('switch')
    .map((control) => control.querySelector('.switch-words > span')?.textContent);

describe('the queues', () => {
  it('are one switch each, on where the agent is logged in', () => {
    const desk = renderDesk(inQueues([support]));
    expect(queueSwitch(desk, 'Support').getAttribute('aria-checked')).toBe('true');
    expect(queueSwitch(desk, 'Sales').getAttribute('aria-checked')).toBe('false');
  });

  it('are logged in to with their penalty', () => {
    const desk = renderDesk(
      aState({ whoim: aWhoim({ queues: [{ ...sales, penalty: '3' }] }), queues: [] }),
    );
    fireEvent.click(queueSwitch(desk, 'Sales'));
    expect(desk.sent).toEqual([
      { type: 'queues.change', queues: [{ name: '3002', login: true, penalty: '3' }] },
    ]);
  });

  it('are left one by one', () => {
    const desk = renderDesk(inQueues([support, sales]));
    fireEvent.click(queueSwitch(desk, 'Support'));
    expect(desk.sent).toMatchObject([{ queues: [{ name: '3001', login: false }] }]);
  });

  it('stay as they are until pull data shows the change', async () => {
    const desk = renderDesk(inQueues([]));
    fireEvent.click(queueSwitch(desk, 'Support'));
    expect(queueSwitch(desk, 'Support').getAttribute('aria-checked')).toBe('false');
    expect(queueSwitch(desk, 'Support').getAttribute('aria-busy')).toBe('true');
    desk.pulled(inQueues([support]));
    await waitFor(() =>
      expect(queueSwitch(desk, 'Support').getAttribute('aria-checked')).toBe('true'),
    );
  });

  it('that are pending do not hold up others', () => {
    const desk = renderDesk(inQueues([]));
    fireEvent.click(queueSwitch(desk, 'Support'));
    expect(queueSwitch(desk, 'Sales').disabled).toBe(false);
  });

  it('that are fixed cannot be left, and say why', () => {
    const desk = renderDesk(inQueues([fixed]));
    const control = queueSwitch(desk, 'Emergency');
    expect(control.disabled).toBe(true);
    expect(control.textContent).toContain('always on');
  });

  it('say what they are for and how one gets into them', () => {
    const desk = renderDesk(inQueues([]));
    expect(queueSwitch(desk, 'Support').textContent).toContain(
      'Incoming calls · joined when ready',
    );
    expect(queueSwitch(desk, 'Sales').textContent).toContain('Chat · by choice');
  });

  it('say the penalty when it is not 0', () => {
    const desk = renderDesk(
      inQueues([
        { ...support, penalty: '2' },
        { ...sales, penalty: '0' },
      ]),
    );
    expect(queueSwitch(desk, 'Support').textContent).toContain('priority 2');
    expect(queueSwitch(desk, 'Sales').textContent).not.toContain('priority');
  });

  it('are counted in the heading', () => {
    const desk = renderDesk(inQueues([support]));
    expect(desk.getByRole('heading', { name: /^Queues/ }).textContent).toContain('1 of 4');
  });

  it('are all joined at once', () => {
    const desk = renderDesk(inQueues([support]));
    fireEvent.click(desk.getByRole('button', { name: 'Log in to all' }));
    expect(desk.sent).toMatchObject([
      { queues: [{ name: '3003' }, { name: '4001' }, { name: '3002', login: true }] },
    ]);
  });

  it('are all left at once but for the fixed ones', () => {
    const desk = renderDesk(inQueues(queues));
    fireEvent.click(desk.getByRole('button', { name: 'Log out of all' }));
    expect(desk.sent).toMatchObject([
      { queues: [{ name: '4001' }, { name: '3002' }, { name: '3001', login: false }] },
    ]);
  });

  it('can be searched when there are many', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      aQueue({ name: String(index), title: index === 30 ? 'Účtárna' : `Queue ${index}` }),
    );
    const desk = renderDesk(aState({ whoim: aWhoim({ queues: many }), queues: [] }));
    const search = desk.getByRole('searchbox', { name: 'Search queues' });
    fireEvent.input(search, { target: { value: 'uctar' } });
    expect(names(desk)).toEqual(['Účtárna']);
  });

  it('say that they are loading before they are known', () => {
    const desk = renderDesk(aState({ whoim: null, queues: [] }));
    expect(desk.getByText('Loading queues…')).toBeTruthy();
  });

  it('say so when there are none', () => {
    const desk = renderDesk(
      aState({ whoim: aWhoim({ queues: [] }), profileQueues: [], queues: [] }),
    );
    expect(desk.getByText(/no queue you could log in to/)).toBeTruthy();
  });
});

describe('dialling without an outgoing queue', () => {
  it('is met by an offer to log in to one', () => {
    const desk = renderDesk(inQueues([support]));
    fireEvent.click(desk.getByRole('button', { name: 'Log in to Outbound' }));
    expect(desk.sent).toEqual([
      { type: 'queues.change', queues: [{ name: '4001', login: true, penalty: '0' }] },
    ]);
  });

  it('keeps the number when the call is refused, so that it can be called again', async () => {
    const desk = renderDesk(inQueues([support]));
    const field = desk.getByRole('textbox', { name: 'Phone number' }) as HTMLInputElement;
    fireEvent.input(field, { target: { value: '+420 601 234 567' } });
    desk.answerNext({ ok: false, error: { kind: 'refused', messages: ['No outgoing queue'] } });
    fireEvent.click(desk.getByRole('button', { name: 'Call' }));
    await waitFor(() => expect(desk.getByRole('alert').textContent).toContain('No outgoing queue'));
    expect(field.value).toBe('+420 601 234 567');
    expect(desk.getByRole('button', { name: 'Log in to Outbound' })).toBeTruthy();
  });

  it('says whom to ask when there is none to log in to', () => {
    const desk = renderDesk(aState({ whoim: aWhoim({ queues: [support] }), queues: [support] }));
    expect(desk.getByText(/no queue for outgoing calls/)).toBeTruthy();
  });

  it('is no matter once the agent is in one', () => {
    const desk = renderDesk(inQueues([outbound]));
    expect(desk.queryByText(/outgoing calls\. /)).toBeNull();
    expect(desk.queryByRole('button', { name: 'Log in to Outbound' })).toBeNull();
  });
});
