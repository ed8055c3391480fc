// @vitest-environment happy-dom
import { cleanup, fireEvent, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { aDevice, anExtension, aState, aWhoim } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const phone = aDevice({ name: '305', title: 'Desk phone' });
const headset = aDevice({ name: '310', title: 'Headset' });
const whoim = aWhoim({ devices: [phone] });

type Desk = ReturnType<typeof renderDesk>;
const deviceSwitch = (desk: Desk, name: string) =>
  within(desk.getByRole('group', { name: 'Devices' })).getByRole('switch', { name });

it('each device is one switch, on while it is connected', () => {
  const extension = anExtension({ devices: [phone] });
  const desk = renderDesk(aState({ whoim, extension, availableDevices: [headset] }));
  expect(deviceSwitch(desk, 'Desk phone (305)').getAttribute('aria-checked')).toBe('true');
  expect(deviceSwitch(desk, 'Headset (310)').getAttribute('aria-checked')).toBe('false');
});

it('a device is added', () => {
  const desk = renderDesk(aState({ whoim, availableDevices: [headset] }));
  fireEvent.click(deviceSwitch(desk, 'Headset (310)'));
  expect(desk.sent).toEqual([{ type: 'device.add', device: headset }]);
});

it('a device is removed', () => {
  const desk = renderDesk(aState({ whoim }));
  fireEvent.click(deviceSwitch(desk, 'Desk phone (305)'));
  expect(desk.sent).toEqual([{ type: 'device.remove', device: '305' }]);
});

it('other devices are looked for when the agent wants it', () => {
  const desk = renderDesk(aState({ whoim }));
  fireEvent.click(desk.getByRole('button', { name: 'Find more devices' }));
  expect(desk.sent).toEqual([{ type: 'devices.load' }]);
});

it('what only follows from going ready is not passed off as the word of the server', () => {
  const desk = renderDesk(aState({ whoim }));
  expect(desk.getByText(/does not say which devices are connected/)).toBeTruthy();
});

it('the word of the server needs no such remark', () => {
  const desk = renderDesk(aState({ whoim, extension: anExtension({ devices: [phone] }) }));
  expect(desk.queryByText(/does not say which devices are connected/)).toBeNull();
});

it.each([
  ['Idle', 'Reachable'],
  ['Busy', 'In a call'],
  ['Unavailable', 'Not reachable'],
] as const)('the heading says whether calls can ring: %s', (device, words) => {
  const desk = renderDesk(aState({ whoim, extension: anExtension({ device }) }));
  expect(desk.getByRole('heading', { name: /^Devices/ }).textContent).toContain(words);
});

it('an agent without any device is told so', () => {
  const desk = renderDesk(aState({ whoim: aWhoim({ devices: [] }) }));
  expect(desk.getByText('No device of yours is known.')).toBeTruthy();
});
