// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_DIALLING } from '@/lib/settings/dialling';
import { anOpenCall, aQueue, aState } from '../support/builders';
import { renderDesk } from '../support/desk';
import { aDialPlan } from '../support/questions';

afterEach(cleanup);

const button = (desk: ReturnType<typeof renderDesk>, name: string) =>
  desk.getByRole('button', { name });

it('says beforehand what will be dialled where that is not what was typed', async () => {
  const desk = renderDesk(aState());
  desk.plans['600 111 222'] = aDialPlan();
  const field = desk.getByLabelText('Phone number');
  fireEvent.input(field, { target: { value: '600 111 222 ' } });
  await waitFor(() => desk.getByText('Will dial +420 600 111 222 · Czechia'));
  expect(field.getAttribute('aria-describedby')).toBe('dial-preview');
  fireEvent.input(field, { target: { value: '' } });
  await waitFor(() => expect(desk.queryByText(/Will dial/)).toBeNull());
});

it('goes on saying so while the next key is being answered', async () => {
  const desk = renderDesk(aState());
  desk.plans['600 111 222'] = aDialPlan();
  const field = desk.getByLabelText('Phone number');
  fireEvent.input(field, { target: { value: '600 111 222' } });
  await waitFor(() => desk.getByText(/Will dial/));
  fireEvent.input(field, { target: { value: '600 111 222 3' } });
  expect(desk.queryByText(/Will dial/)).toBeTruthy();
  await waitFor(() => expect(desk.queryByText(/Will dial/)).toBeNull());
});

it('says nothing of a number that is dialled as it was typed', async () => {
  const desk = renderDesk(aState());
  const typed = '+420 600 111 222';
  desk.plans[typed] = aDialPlan();
  fireEvent.input(desk.getByLabelText('Phone number'), { target: { value: typed } });
  await act(async () => {});
  expect(desk.queryByText(/Will dial/)).toBeNull();
});

it('says nothing of a plan that is overtaken by what was typed since', async () => {
  const desk = renderDesk(aState());
  desk.plans['600 111 222'] = aDialPlan();
  const field = desk.getByLabelText('Phone number');
  fireEvent.input(field, { target: { value: '600 111 222' } });
  fireEvent.input(field, { target: { value: '600 111 222 3' } });
  await act(async () => {});
  expect(desk.queryByText(/Will dial/)).toBeNull();
});

describe('the queue to call through', () => {
  const outbound = aQueue({ name: '4001', title: 'Outbound', type: 'out' });
  const surveys = aQueue({ name: '4002', title: 'Surveys', type: 'out' });

  it('is no question while there is one', () => {
    const desk = renderDesk(aState({ queues: [aQueue(), outbound] }));
    expect(desk.queryByLabelText('Call through')).toBeNull();
  });

  it('is left to Daktela until one of several is chosen, and the choice is kept', () => {
    const desk = renderDesk(aState({ queues: [outbound, surveys] }));
    const select = desk.getByLabelText('Call through');
    expect(select).toHaveProperty('value', '');
    fireEvent.change(select, { target: { value: '4002' } });
    expect(desk.settings.value.dialling.queue).toBe('4002');
    fireEvent.change(select, { target: { value: '' } });
    expect(desk.settings.value.dialling.queue).toBeNull();
  });

  it('is not one the agent has left', () => {
    const desk = renderDesk(aState({ queues: [outbound, surveys] }));
    act(() => {
      const { settings } = desk;
      settings.value = { ...settings.value, dialling: { ...DEFAULT_DIALLING, queue: '4003' } };
    });
    expect(desk.getByLabelText('Call through')).toHaveProperty('value', '');
  });
});

it('an unconfirmed call that is there now is no news any more', async () => {
  const desk = renderDesk(aState());
  desk.answerNext({ ok: false, error: { kind: 'unknownOutcome', messages: [] } });
  fireEvent.input(desk.getByLabelText('Phone number'), { target: { value: '600 111 222' } });
  fireEvent.click(button(desk, 'Call'));
  await waitFor(() => desk.getByRole('alert'));
  act(() => desk.pulled(aState({ activities: [anOpenCall({ direction: 'out' })] })));
  await waitFor(() => expect(desk.queryByRole('alert')).toBeNull());
});
