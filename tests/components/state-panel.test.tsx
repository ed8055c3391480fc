// @vitest-environment happy-dom
import { act, cleanup, fireEvent, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentState } from '@/lib/agent/state';
import {
  aDevice,
  anActivity,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  aWhoim,
  NOW_MS,
} from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

type Desk = ReturnType<typeof renderDesk>;

const click = (desk: Desk, name: string) => fireEvent.click(desk.getByRole('button', { name }));
const pausesOf = (desk: Desk) =>
  within(desk.getByRole('list', { name: 'Pause' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

const lunch = aPause();
const coffee = aPause({ name: 'coffee', title: 'Coffee break', limitMs: 600_000 });
const pausedOn = (pause = coffee, sinceMs = NOW_MS - 120_000) =>
  anExtension({ state: 'Paused', pause, pausedSinceMs: sinceMs });
const withPauses = (overrides: Partial<AgentState> = {}) =>
  aState({ whoim: aWhoim({ pauses: [lunch, coffee] }), ...overrides });

describe('a running pause', () => {
  it('says how much of its limit is left', () => {
    const desk = renderDesk(withPauses({ extension: pausedOn() }));
    expect(desk.getByText('8:00 left of 10:00')).toBeTruthy();
  });

  it('says how far it is over its limit', () => {
    const desk = renderDesk(withPauses({ extension: pausedOn(coffee, NOW_MS - 660_000) }));
    expect(desk.getByText('1:00 over the limit of 10:00')).toBeTruthy();
  });

  it('has the limit that whoim tells when pull data has the name alone', () => {
    const bare = aPause({ name: 'coffee', title: null });
    const desk = renderDesk(withPauses({ extension: pausedOn(bare) }));
    expect(desk.getByText('8:00 left of 10:00')).toBeTruthy();
  });

  it('without a limit says nothing of one', () => {
    const desk = renderDesk(withPauses({ extension: pausedOn(lunch) }));
    expect(desk.queryByText(/ left of /)).toBeNull();
  });

  it.each([
    ['wrap', 'It ends by itself.'],
    ['lajdak', 'Daktela has paused you because an activity was not taken.'],
    ['dnd', 'Do not disturb was set on the phone.'],
  ] as const)('of the system explains itself: %s', (kind, words) => {
    const pause = aPause({ name: kind, title: 'Of the system', kind });
    const desk = renderDesk(withPauses({ extension: pausedOn(pause) }));
    expect(desk.getByText('Paused: Of the system')).toBeTruthy();
    expect(desk.getByText(new RegExp(words))).toBeTruthy();
  });

  it('that came because the agent was away is ended by saying so', () => {
    const pause = aPause({ name: 'inactive', kind: 'lajdak' });
    const desk = renderDesk(withPauses({ extension: pausedOn(pause) }));
    expect(desk.queryByRole('button', { name: 'End pause' })).toBeNull();
    click(desk, 'I’m back');
    expect(desk.sent).toEqual([{ type: 'pause.end' }]);
  });

  it('can be changed for another one', () => {
    const desk = renderDesk(withPauses({ extension: pausedOn() }));
    click(desk, 'Other pause');
    expect(pausesOf(desk)).toEqual(['Lunch']);
    click(desk, 'Lunch');
    expect(desk.sent).toEqual([{ type: 'pause.start', pause: 'lunch' }]);
  });
});

describe('many pauses', () => {
  const pauses = Array.from({ length: 12 }, (_, index) =>
    aPause({ name: `p${index}`, title: index === 7 ? 'Školení' : `Pause ${index}` }),
  );

  it('can be searched without accents', () => {
    const desk = renderDesk(aState({ whoim: aWhoim({ pauses }) }));
    click(desk, 'Pause');
    const search = desk.getByRole('searchbox', { name: 'Search pauses' });
    fireEvent.input(search, { target: { value: 'skol' } });
    expect(pausesOf(desk)).toEqual(['Školení']);
  });

  it('say so when none is found', () => {
    const desk = renderDesk(aState({ whoim: aWhoim({ pauses }) }));
    click(desk, 'Pause');
    const search = desk.getByRole('searchbox', { name: 'Search pauses' });
    fireEvent.input(search, { target: { value: 'xyz' } });
    expect(desk.getByText('Nothing found.')).toBeTruthy();
  });
});

describe('with a call in hand', () => {
  const onCall = withPauses({ activities: [anOpenCall()] });

  it('a pause is planned for after it', () => {
    const desk = renderDesk(onCall);
    click(desk, 'Pause');
    click(desk, 'Lunch');
    expect(desk.sent).toEqual([
      { type: 'nextState.choose', nextState: { kind: 'pause', pause: 'lunch' } },
    ]);
  });

  it('going unready is planned for after it', () => {
    const desk = renderDesk(onCall);
    click(desk, 'Pause');
    const list = desk.getByRole('list', { name: 'Pause' });
    fireEvent.click(within(list).getByRole('button', { name: 'Go unready' }));
    expect(desk.sent).toEqual([{ type: 'nextState.choose', nextState: { kind: 'unready' } }]);
  });

  it('a pause can be started at once all the same', () => {
    const desk = renderDesk(onCall);
    click(desk, 'Pause');
    fireEvent.click(desk.getByRole('radio', { name: 'Now' }));
    click(desk, 'Lunch');
    expect(desk.sent).toEqual([{ type: 'pause.start', pause: 'lunch' }]);
  });

  it('an agent without pauses of their own may still plan to go unready', () => {
    const desk = renderDesk(aState({ whoim: aWhoim({ pauses: [] }), activities: [anActivity()] }));
    click(desk, 'Pause');
    expect(pausesOf(desk)).toEqual(['Go unready']);
  });

  it('an agent with static login, who is always ready, may plan a pause only', () => {
    const whoim = aWhoim({ staticLogin: true, pauses: [lunch] });
    const desk = renderDesk(aState({ whoim, activities: [anOpenCall()] }));
    click(desk, 'Pause');
    expect(pausesOf(desk)).toEqual(['Lunch']);
  });

  it('an agent with static login and without pauses has nothing to plan', () => {
    const whoim = aWhoim({ staticLogin: true, pauses: [] });
    const desk = renderDesk(aState({ whoim, activities: [anOpenCall()] }));
    expect(desk.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('what is planned is said, and can be cancelled', () => {
    const desk = renderDesk({ ...onCall, nextState: { kind: 'pause', pause: 'lunch' } });
    expect(desk.getByText('After this call: Lunch')).toBeTruthy();
    click(desk, 'Cancel');
    expect(desk.sent).toEqual([{ type: 'nextState.choose', nextState: null }]);
  });

  it('going unready is said too', () => {
    const desk = renderDesk({ ...onCall, nextState: { kind: 'unready' } });
    expect(desk.getByText('After this call: unready')).toBeTruthy();
  });
});

it('without anything in hand a pause starts at once and nothing is planned', () => {
  const desk = renderDesk(withPauses());
  click(desk, 'Pause');
  expect(desk.queryByRole('radio', { name: 'After this call' })).toBeNull();
  expect(pausesOf(desk)).toEqual(['Lunch', 'Coffee break']);
});

describe('going ready with a device to choose', () => {
  const devices = [
    aDevice({ name: '305', title: 'Desk phone' }),
    aDevice({ name: '350', title: 'Browser', model: 'webrtcDevices' }),
    aDevice({ name: '721322422', title: 'Mobile', model: 'externalNumbers' }),
    aDevice({ name: '400', title: 'Teams', model: 'msteamsDevices' }),
    aDevice({ name: '500', title: 'Thing', model: 'somethingNew' }),
  ];
  const choosing = aState({
    extension: anExtension({ state: 'Session' }),
    whoim: aWhoim({ devices: [] }),
    availableDevices: devices,
  });

  it('groups the devices by kind', () => {
    const desk = renderDesk(choosing);
    const groups = [...desk.container.querySelectorAll('optgroup')].map(({ label }) => label);
    expect(groups).toEqual([
      'Phone',
      'Phone in the browser',
      'External number',
      'Microsoft Teams',
      'Device',
    ]);
  });

  it.each(devices)('sends the kind of device $model as its model', (device) => {
    const desk = renderDesk(choosing);
    fireEvent.change(desk.getByRole('combobox', { name: 'Device' }), {
      target: { value: `${device.model}/${device.name}` },
    });
    click(desk, 'Go ready');
    expect(desk.sent).toEqual([{ type: 'agent.ready', device }]);
  });

  it('offers the device of last time first', () => {
    const desk = renderDesk(choosing);
    fireEvent.change(desk.getByRole('combobox', { name: 'Device' }), {
      target: { value: 'externalNumbers/721322422' },
    });
    const { readyDevice } = desk.settings.value;
    cleanup();
    const again = renderDesk(choosing);
    act(() => {
      again.settings.value = { ...again.settings.value, readyDevice };
    });
    click(again, 'Go ready');
    expect(again.sent).toMatchObject([{ device: { name: '721322422' } }]);
  });
});

describe('the device gone ready with', () => {
  it('is remembered although the choice was left as it stood', () => {
    const desk = renderDesk(
      aState({
        extension: anExtension({ state: 'Session' }),
        whoim: aWhoim({ devices: [] }),
        availableDevices: [aDevice({ name: '350', model: 'webrtcDevices' })],
      }),
    );
    click(desk, 'Go ready');
    expect(desk.settings.value.readyDevice).toBe('webrtcDevices/350');
  });

  it('of an agent with devices of their own leaves the memory alone', () => {
    const desk = renderDesk(aState({ extension: anExtension({ state: 'Session' }) }));
    click(desk, 'Go ready');
    expect(desk.settings.value.readyDevice).toBeNull();
  });
});

it('a phone that is busy without an activity of ours is not called ready', () => {
  const desk = renderDesk(aState({ extension: anExtension({ device: 'Busy' }) }));
  expect(desk.queryByText('Ready')).toBeNull();
  expect(desk.getByText('On a call')).toBeTruthy();
});

it('nobody is told that a call will show up while no device can ring', () => {
  const promise = /The next call shows up here/;
  expect(renderDesk(aState()).getByText(promise)).toBeTruthy();
  cleanup();
  const desk = renderDesk(aState({ extension: anExtension({ device: 'Unavailable' }) }));
  expect(desk.queryByText(promise)).toBeNull();
});

describe('the open list of pauses', () => {
  const opened = () => {
    const desk = renderDesk(withPauses({ activities: [anActivity()] }));
    click(desk, 'Pause');
    return { desk, list: () => desk.queryByRole('list', { name: 'Pause' }) };
  };

  it('stays while the mouse is pressed elsewhere, so that nothing moves from under it', () => {
    const { desk, list } = opened();
    const accept = desk.getByRole('button', { name: 'Accept' });
    fireEvent.pointerDown(accept);
    act(() => accept.focus());
    expect(list()).not.toBeNull();
    fireEvent.click(accept);
    expect(desk.sent).toMatchObject([{ type: 'activity.accept' }]);
    expect(list()).toBeNull();
  });

  it('stays when what was clicked in it is gone with the click', () => {
    const { desk, list } = opened();
    fireEvent.click(desk.getByRole('radio', { name: 'Now' }));
    expect(list()).not.toBeNull();
  });

  it('closes when the keyboard leaves it', () => {
    const { desk, list } = opened();
    act(() => desk.getByRole('button', { name: 'Accept' }).focus());
    fireEvent.keyUp(document.activeElement as Element, { key: 'Tab' });
    expect(list()).toBeNull();
  });
});
