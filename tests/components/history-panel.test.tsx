// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HistoryEntry, NO_HISTORY } from '@/lib/agent/history';
import type { Activity } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import { anActivity, anActivityQueue, aState, NOW_MS } from '../support/builders';
import { renderDesk } from '../support/desk';

const HOUR_MS = 3_600_000;
const noon = new Date(NOW_MS).setHours(12, 0, 0, 0);

let desk: ReturnType<typeof renderDesk>;

afterEach(cleanup);
beforeEach(() => {
  desk = renderDesk(aState({ missedCount: 2 }));
  act(() => {
    desk.nowMs.value = noon;
  });
});

const entry = (
  name: string,
  atMs: number,
  rest: Partial<HistoryEntry> = {},
  activity: Partial<Activity> = {},
): HistoryEntry => ({
  activity: anActivity({ name, number: `+42060000${name}`, ...activity }),
  atMs,
  durationMs: 65_000,
  outcome: 'handled',
  ...rest,
});

const panel = () => within(desk.getByRole('region', { name: 'History' }));
async function open(): Promise<void> {
  fireEvent.click(panel().getByRole('button', { name: /^History/ }));
  await waitFor(() => expect(desk.sent).toContainEqual({ type: 'history.load' }));
}
function show(entries: readonly HistoryEntry[], failure: Failure | null = null): void {
  act(() => {
    desk.history.value = { ...NO_HISTORY, entries, failure };
  });
}
const rows = () => panel().queryAllByRole('listitem');

describe('the history', () => {
  it('is folded at first and says how many were missed', async () => {
    expect(panel().getByText('2 missed')).toBeTruthy();
    expect(rows()).toEqual([]);
  });

  it("has Daktela's list read when it is opened", async () => {
    await open();
    expect(desk.sent).toEqual([{ type: 'history.load' }]);
  });

  it('has it read again when another one was missed', async () => {
    await open();
    act(() => {
      desk.state.value = aState({ missedCount: 3 });
    });
    expect(desk.sent).toHaveLength(2);
  });

  it('is grouped by day', async () => {
    await open();
    show([
      entry('1', noon - HOUR_MS),
      entry('2', noon - 24 * HOUR_MS),
      entry('3', noon - 72 * HOUR_MS),
    ]);
    const days = panel()
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(days.slice(0, 2)).toEqual(['Today', 'Yesterday']);
    expect(days[2]).toMatch(/2026/);
  });

  it('says who, when, how long and in which queue', async () => {
    await open();
    show([entry('1', noon, {}, { contact: { name: 'c', title: 'Jana Dlouhá' } })]);
    const text = rows()[0]?.textContent;
    for (const word of ['Jana Dlouhá', '12:00', '1:05', 'Support']) expect(text).toContain(word);
  });

  it('says of a missed call that it was not answered', async () => {
    await open();
    show([entry('1', noon, { outcome: 'missed' })]);
    expect(rows()[0]?.textContent).toContain('not answered');
  });

  it('shows missed ones alone when the agent wants that', async () => {
    await open();
    show([entry('1', noon), entry('2', noon, { outcome: 'missed' })]);
    fireEvent.click(panel().getByRole('radio', { name: 'Missed' }));
    expect(rows()).toHaveLength(1);
  });

  it('is searched by name, number and queue', async () => {
    await open();
    const others = Array.from({ length: 9 }, (_, index) => entry(`${index}`, noon));
    const billing = { queue: anActivityQueue({ title: 'Účtárna' }) };
    show([...others, entry('x', noon, {}, billing)]);
    const search = panel().getByRole('searchbox', { name: 'Search history' });
    fireEvent.input(search, { target: { value: 'uctarna' } });
    expect(rows()).toHaveLength(1);
    fireEvent.input(search, { target: { value: '600003' } });
    expect(rows()).toHaveLength(1);
  });

  it('calls a number again', async () => {
    await open();
    show([entry('1', noon, { outcome: 'missed' })]);
    fireEvent.click(panel().getByRole('button', { name: 'Call +420600001' }));
    expect(desk.sent.at(-1)).toEqual({ type: 'dial', id: 'dial-1', text: '+420600001' });
  });

  it('offers no call where there is no number', async () => {
    await open();
    show([entry('1', noon, {}, { type: 'EMAIL', number: null })]);
    expect(panel().queryByRole('button', { name: /^Call/ })).toBeNull();
  });

  it('shows the first of many, and more when asked', async () => {
    await open();
    show(Array.from({ length: 200 }, (_, index) => entry(`${index}`, noon - index)));
    expect(rows()).toHaveLength(30);
    fireEvent.click(panel().getByRole('button', { name: 'Show more' }));
    expect(rows()).toHaveLength(60);
  });

  it("says so when Daktela's list could not be read, and keeps what was seen", async () => {
    await open();
    show([entry('1', noon)], { kind: 'forbidden', messages: [] });
    expect(panel().getByText(/list could not be read/)).toBeTruthy();
    expect(rows().length).toBeGreaterThan(0);
  });

  it('says so when there is nothing', async () => {
    await open();
    expect(panel().getByText('Nothing yet.')).toBeTruthy();
    fireEvent.click(panel().getByRole('radio', { name: 'Missed' }));
    expect(panel().getByText('Nothing was missed.')).toBeTruthy();
  });
});
