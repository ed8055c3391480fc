// @vitest-environment happy-dom
import { act, cleanup, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Activity } from '@/lib/daktela/activity';
import { anActivity, anActivityQueue, aState, NOW_MS } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

async function renderRinging(overrides: Partial<Activity> = {}, rings = {}) {
  const queue = anActivityQueue({ ringTimeMs: 20_000 });
  const desk = renderDesk(aState({ activities: [anActivity({ queue, ...overrides })] }));
  desk.rings.value = rings;
  const card = within(desk.getByRole('list', { name: 'Activities' }));
  await waitFor(() => expect(card.getByText('Ringing 0:05')).toBeTruthy());
  await act(() => new Promise<void>((resolve) => void setImmediate(resolve)));
  const bar = () => desk.container.querySelector<HTMLElement>('.ring-bar > span');
  const after = (ms: number) =>
    act(() => {
      desk.nowMs.value = NOW_MS + ms;
    });
  return { desk, card, bar, after };
}

it('shows the seconds that are left and a bar that grows short', async () => {
  const { card, bar, after } = await renderRinging();
  await waitFor(() => expect(card.getByText('15 seconds left')).toBeTruthy());
  expect(bar()?.style.scale).toBe('0.75 1');
  await after(5_000);
  expect(card.getByText('10 seconds left', { selector: '.activity-fact' })).toBeTruthy();
  expect(bar()?.style.scale).toBe('0.5 1');
});

it('tells a screen reader once, when there is little left', async () => {
  const { card, after } = await renderRinging();
  await waitFor(() => expect(card.getByRole('status').textContent).toBe(''));
  await after(5_000);
  expect(card.getByRole('status').textContent).toBe('10 seconds left');
  await after(9_000);
  expect(card.getByRole('status').textContent).toBe('10 seconds left');
});

it('goes by what was learned of the queue, where Daktela does not say', async () => {
  const rings = { 3001: [30_000, 30_200, 30_400] };
  const { card } = await renderRinging({ queue: anActivityQueue() }, rings);
  await waitFor(() => expect(card.getByText('26 seconds left')).toBeTruthy());
});

it('is not there when nobody knows, nor when it rings longer than was thought', async () => {
  const { bar } = await renderRinging({ queue: anActivityQueue() });
  expect(bar()).toBeNull();
  cleanup();
  const late = await renderRinging();
  await waitFor(() => expect(late.bar()).not.toBeNull());
  await late.after(15_000);
  expect(late.bar()).toBeNull();
});
