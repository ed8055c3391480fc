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

it('devices not known to be connected are not passed off as the word of the server either', () => {
  const desk = renderDesk(aState({ whoim: aWhoim({ devices: [] }), availableDevices: [headset] }));
  expect(desk.getByText(/does not say which devices are connected/)).toBeTruthy();
});

it('nothing is said of what is connected while unready, when nothing is', () => {
  const desk = renderDesk(aState({ whoim, extension: anExtension({ state: 'Session' }) }));
  expect(desk.queryByText(/does not say which devices are connected/)).toBeNull();
});

const many = Array.from({ length: 10 }, (_, index) =>
  aDevice({ name: `4${index}`, title: `Phone ${index}` }),
);

it('many devices can be searched by title, number and kind', () => {
  const mobile = aDevice({ name: '601000111', title: 'Příruční', model: 'externalNumbers' });
  const desk = renderDesk(aState({ whoim, availableDevices: [...many, mobile] }));
  const search = desk.getByRole('searchbox', { name: 'Search devices' });
  for (const typed of ['prirucni', '000111', 'external']) {
    fireEvent.input(search, { target: { value: typed } });
    const found = within(desk.getByRole('group', { name: 'Devices' })).getAllByRole('switch');
    expect(found.map(({ textContent }) => textContent)).toEqual([
      'Příruční (601000111)External number',
    ]);
  }
});

it('a search that finds no device says so', () => {
  const desk = renderDesk(aState({ whoim, availableDevices: many }));
  const search = desk.getByRole('searchbox', { name: 'Search devices' });
  fireEvent.input(search, { target: { value: 'xyz' } });
  expect(desk.getByText('Nothing found.')).toBeTruthy();
});

it('a few devices need no search', () => {
  const desk = renderDesk(aState({ whoim, availableDevices: [headset] }));
  expect(desk.queryByRole('searchbox', { name: 'Search devices' })).toBeNull();
});

it('an agent without any device is told so', () => {
  const desk = renderDesk(aState({ whoim: aWhoim({ devices: [] }) }));
  expect(desk.getByText('No device of yours is known.')).toBeTruthy();
});
