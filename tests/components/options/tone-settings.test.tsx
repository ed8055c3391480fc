// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_ALERTS } from '@/lib/settings/alerts';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

function renderTones(stored: Partial<typeof DEFAULT_ALERTS> = {}) {
  const page = renderSettings(ENGLISH, { alerts: { ...DEFAULT_ALERTS, ...stored } });
  const group = within(page.getByRole('region', { name: 'Ring tone' }));
  const button = (name: string) => group.getByRole('button', { name });
  return { ...page, group, button, kept: () => page.settings.value?.alerts ?? DEFAULT_ALERTS };
}

it('a tone is chosen and can be played as it would ring', async () => {
  const page = renderTones({ volume: 0.4, output: 'l' });
  fireEvent.click(page.radio('Wood'));
  await waitFor(() => expect(page.kept().tone).toBe('wood'));
  fireEvent.click(page.button('Play'));
  expect(page.alerts.sample?.sound).toEqual({
    key: 'sample',
    tone: 'wood',
    volume: 0.4,
    output: 'l',
    repeat: false,
    spoken: null,
  });
  act(() => page.alerts.sample?.ended());
  expect(page.button('Play')).toBeTruthy();
});

it('a tone that plays can be stopped, and says who calls when that is wanted', () => {
  const page = renderTones({ spoken: true });
  fireEvent.click(page.button('Play'));
  expect(page.alerts.sample?.sound.spoken).toEqual({ text: 'Jana Dvořáková', language: 'en' });
  fireEvent.click(page.button('Stop'));
  expect(page.alerts.sample).toBeNull();
});

it('the volume is shown while it is moved and kept when it is let go', async () => {
  const page = renderTones();
  const slider = page.group.getByRole('slider', { name: 'Volume' }) as HTMLInputElement;
  expect(slider.value).toBe('80');
  fireEvent.input(slider, { target: { value: '35' } });
  expect(page.group.getByText('35%')).toBeTruthy();
  expect(page.kept().volume).toBe(0.8);
  fireEvent.change(slider, { target: { value: '35' } });
  await waitFor(() => expect(page.kept().volume).toBe(0.35));
});

describe('the device to ring on', () => {
  const select = (page: ReturnType<typeof renderTones>) =>
    page.group.getByRole('combobox', { name: 'Ring on' }) as HTMLSelectElement;
  const options = (page: ReturnType<typeof renderTones>) =>
    [...select(page).options].map(({ text }) => text);

  it('is asked of the browser only in a click, and then chosen', async () => {
    const page = renderTones();
    expect(options(page)).toEqual(['What the system uses']);
    fireEvent.click(page.button('Show devices…'));
    await waitFor(() => expect(options(page)).toEqual(['What the system uses', 'Loudspeaker']));
    fireEvent.change(select(page), { target: { value: 'l' } });
    await waitFor(() => expect(page.kept().output).toBe('l'));
    fireEvent.change(select(page), { target: { value: '' } });
    await waitFor(() => expect(page.kept().output).toBeNull());
  });

  it('is told to be refused with what to do, when the browser does not allow it', async () => {
    const page = renderTones();
    page.alerts.allowsOutputs = false;
    fireEvent.click(page.button('Show devices…'));
    await waitFor(() =>
      expect(page.group.getByRole('alert').textContent).toContain('allow the microphone'),
    );
  });

  it('that is not connected stays chosen', () => {
    const page = renderTones({ output: 'headset' });
    expect(options(page)).toEqual(['What the system uses', 'A device that is not connected']);
    expect(select(page).value).toBe('headset');
  });

  it('cannot be chosen in a browser that rings where the system does, which is said', () => {
    const page = renderSettings(ENGLISH, {}, null, { canChooseOutput: false });
    const group = within(page.getByRole('group', { name: 'Ring on' }));
    expect(group.queryByRole('combobox')).toBeNull();
    expect(group.getByText(/sound settings of the system/)).toBeTruthy();
  });
});

describe('quiet hours', () => {
  const set = (page: ReturnType<typeof renderTones>, label: string, value: string) =>
    fireEvent.change(page.group.getByLabelText(label), { target: { value } });

  it('begin after work when they are switched on, and end with the switch', async () => {
    const page = renderTones();
    const toggle = page.getByRole('switch', { name: 'Quiet hours' });
    fireEvent.click(toggle);
    await waitFor(() => expect(page.kept().quietHours).toEqual({ from: 1080, to: 480 }));
    fireEvent.click(toggle);
    await waitFor(() => expect(page.kept().quietHours).toBeNull());
  });

  it('are from and to the minute that is entered, and an emptied field changes nothing', async () => {
    const page = renderTones({ quietHours: { from: 0, to: 61 } });
    expect((page.group.getByLabelText('To') as HTMLInputElement).value).toBe('01:01');
    set(page, 'From', '22:30');
    await waitFor(() => expect(page.kept().quietHours).toEqual({ from: 1350, to: 61 }));
    set(page, 'To', '');
    expect(page.kept().quietHours).toEqual({ from: 1350, to: 61 });
    expect((page.group.getByLabelText('To') as HTMLInputElement).value).toBe('01:01');
  });

  it('of no length are said to be none', () => {
    const page = renderTones({ quietHours: { from: 480, to: 480 } });
    expect(page.group.getByText(/never quiet/)).toBeTruthy();
  });
});

it.each([
  ['Say who calls', 'spoken', true],
  ['Tone when the connection stays lost', 'lostTone', false],
] as const)('“%s” is switched', async (name, key, next) => {
  const page = renderTones();
  fireEvent.click(page.getByRole('switch', { name }));
  await waitFor(() => expect(page.kept()[key]).toBe(next));
});
