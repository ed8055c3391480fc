// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AlertSettings, DEFAULT_ALERTS } from '@/lib/settings/alerts';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime(new Date(2026, 0, 12, 10, 0));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Clicks, and lets come what comes of it. */
function pressed(button: HTMLElement): Promise<void> {
  return act(async () => {
    fireEvent.click(button);
    await new Promise((resolve) => setImmediate(resolve));
  });
}

type World = ReturnType<typeof renderSettings>['alerts'];

async function startTest(
  stored: Partial<AlertSettings> = {},
  prepare: (world: World) => void = () => {},
) {
  const page = renderSettings(ENGLISH, { alerts: { ...DEFAULT_ALERTS, ...stored } });
  prepare(page.alerts);
  const group = within(page.getByRole('region', { name: 'Test my alerts' }));
  const press = (name: string) => pressed(group.getByRole('button', { name }));
  await press('Start the test');
  const step = (name: string) =>
    group.getByRole('heading', { name: new RegExp(`^${name} `) }).closest('li') as HTMLElement;
  const stateOf = (name: string) => step(name).querySelector('.test-state')?.textContent;
  return { ...page, group, press, step, stateOf, world: page.alerts };
}

it('walks from the permission to the keys, ringing in one way after the other, and ends by itself', async () => {
  const { world, press, stateOf, group } = await startTest();
  expect(stateOf('Toolbar button')).toBe('Works');
  expect(stateOf('Permission')).toBe('Works');
  expect(world.ringing?.rungs).toEqual(['notification', 'repeat']);
  await press('I see it');
  expect(world.ringing?.rungs).toEqual(['tone', 'repeat']);
  await press('I hear it');
  expect(world.ringing?.rungs).toEqual(['window']);
  expect(stateOf('Shortcuts')).toBe('Not tried yet');
  await press('It opened');
  expect(world.ringing).toBeNull();
  expect(['Notification', 'Sound', 'Desk', 'Shortcuts'].map(stateOf)).toEqual(
    Array(4).fill('Works'),
  );
  expect(group.getByText('Everything reaches you.')).toBeTruthy();
  await press('Close');
  expect(group.getByRole('button', { name: 'Start the test' })).toBeTruthy();
});

it('a press on the notification says that it was seen', async () => {
  const { world, stateOf } = await startTest();
  await act(() => world.ringing?.noticed());
  expect(stateOf('Notification')).toBe('Works');
  expect(world.ringing?.rungs).toEqual(['tone', 'repeat']);
});

it('a press on it while the sound is tried answers nothing', async () => {
  const { world, press, stateOf } = await startTest();
  await press('I see it');
  await act(() => world.ringing?.noticed());
  expect(stateOf('Sound')).toBe('Now');
});

describe('what does not reach the agent', () => {
  it.each([
    ['windows', 'Windows: in Settings, System, Notifications'],
    ['mac', 'macOS: in System Settings, Notifications'],
    ['chromeos', 'ChromeOS: open the quick settings'],
    ['other', 'Allow notifications of Chrome in the settings of your desktop'],
  ] as const)('is told how to let through on %s, and can be tried again', async (system, words) => {
    const { world, press, step } = await startTest({}, (prepared) => {
      prepared.system = system;
    });
    await press('I see nothing');
    expect(world.ringing).toBeNull();
    expect(step('Notification').textContent).toContain(words);
    await press('Try again');
    expect(world.ringing?.rungs).toEqual(['notification', 'repeat']);
    expect(world.rings).toBe(2);
  });

  it('is counted at the end, with what to do beside it', async () => {
    const { press, stateOf, step, group } = await startTest();
    await press('I see nothing');
    await press('Go on');
    await press('I hear nothing');
    await press('Go on');
    await press('It opened');
    expect(stateOf('Notification')).toBe('Does not work yet');
    expect(step('Sound').textContent).toContain('Turn up your computer');
    expect(group.getByText(/^2 things do not work yet/)).toBeTruthy();
  });

  it('may be kept back by what was chosen here', async () => {
    const { press, step } = await startTest({ volume: 0, output: 'l' });
    await press('I see it');
    await press('I hear nothing');
    expect(step('Sound').textContent).toContain('volume of the ring tone above is zero');
    expect(step('Sound').textContent).toContain('device you have chosen above');
  });

  it('may be the badge of a button that the toolbar hides', async () => {
    const { stateOf, step } = await startTest({}, (prepared) => {
      prepared.isButtonPinned = false;
    });
    expect(stateOf('Toolbar button')).toBe('Does not work yet');
    expect(step('Toolbar button').textContent).toContain('pin Agent Widget for Daktela');
  });

  it('is known of the browser itself before anything rings', async () => {
    const { stateOf, step } = await startTest({}, (prepared) => {
      prepared.notificationsAllowed = false;
    });
    expect(stateOf('Permission')).toBe('Does not work yet');
    expect(step('Permission').textContent).toContain('Chrome blocks notifications');
  });
});

describe('what a real call would do otherwise', () => {
  it('is said where the agent has switched it off or chosen quiet hours', async () => {
    const { press, step } = await startTest({
      rungs: { own: { CALL: { notification: false } }, pool: {} },
      quietHours: { from: 9 * 60, to: 11 * 60 },
    });
    await press('I see it');
    await press('I hear it');
    expect(step('Notification').textContent).toContain('For calls you have this switched off');
    expect(step('Sound').textContent).toContain('These are quiet hours');
  });

  it('is said where calls ring on a telephone', async () => {
    const { press, step } = await startTest({}, (world) => {
      world.onTelephone.value = true;
    });
    await press('I see it');
    await press('I hear it');
    expect(step('Sound').textContent).toContain('Your calls ring on a telephone now');
  });
});

describe('the test call', () => {
  it('ends by itself and can ring again', async () => {
    const { world, press, group } = await startTest();
    await act(() => void vi.advanceTimersByTime(20_000));
    expect(world.ringing).toBeNull();
    expect(group.getByRole('status').textContent).toBe('The test call has ended by itself.');
    await press('Ring again');
    expect(world.ringing).not.toBeNull();
    expect(group.queryByRole('status')).toBeNull();
  });

  it('ends when something real rings, which is said', async () => {
    const { world, group } = await startTest();
    await act(() => world.ringing?.stopped());
    expect(world.ringing).toBeNull();
    expect(group.getByRole('status').textContent).toContain('Something real rang');
  });

  it('ends with the test', async () => {
    const { world, press } = await startTest();
    await press('End the test');
    expect(world.ringing).toBeNull();
  });
});

it('keys are told with what they do, and are set in the browser', async () => {
  const { world, press, step, stateOf } = await startTest({}, (prepared) => {
    prepared.shortcuts = [
      { name: 'call-selection', title: 'Call the selection', keys: '', suggested: null },
    ];
  });
  for (const answer of ['I see it', 'I hear it', 'It opened']) await press(answer);
  expect(stateOf('Shortcuts')).toBe('no keys');
  expect(within(step('Shortcuts')).getByRole('listitem').textContent).toBe(
    'Call the selectionno keys',
  );
  await press('Set keys…');
  expect(world.shortcutPages).toBe(1);
});

it('the focus goes to the next question, and to the result at the end', async () => {
  const { press } = await startTest();
  const focused = () => document.activeElement?.textContent;
  await waitFor(() => expect(focused()).toContain('Do you see it?'));
  await press('I see it');
  await waitFor(() => expect(focused()).toContain('Do you hear it?'));
  await press('I hear it');
  await press('It opened');
  await waitFor(() => expect(focused()).toBe('Everything reaches you.'));
});

it('says nothing in English by itself, and has no barriers that axe knows of', async () => {
  const page = renderSettings(PSEUDO, { alerts: { ...DEFAULT_ALERTS, volume: 0 } });
  const region = page.getByRole('region', { name: '[[Test my alerts]]' });
  const press = (name: string) =>
    pressed(within(region).getByRole('button', { name: `[[${name}]]` }));
  await press('Start the test');
  await press('I see nothing');
  expect(untranslatedIn(region, 'Chrome')).toEqual([]);
  await press('Go on');
  await press('I hear nothing');
  await press('Go on');
  await press('It opened');
  expect(untranslatedIn(region, ['Chrome', 'Call the selection', 'Alt+Shift+C'])).toEqual([]);
  vi.useRealTimers();
  const { violations } = await axe.run(region, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
