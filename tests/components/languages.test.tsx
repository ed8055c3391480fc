// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { FrontSite } from '@/components/desk-ports';
import { badgeOf } from '@/lib/agent/badge';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import de from '@/lib/i18n/locales/de.json';
import { wordsOf } from '@/lib/i18n/words';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { DEFAULT_SITES, type Sites } from '@/lib/settings/sites';
import {
  aChannel,
  aDevice,
  anActivity,
  anActivityQueue,
  anExtension,
  anOpenCall,
  aPause,
  aQueue,
  aState,
  aStatus,
  aWhoim,
  NOW_MS,
} from '../support/builders';
import { renderDesk } from '../support/desk';
import { aPage } from '../support/page-numbers';
import { PSEUDO, untranslatedIn, untranslatedPart } from '../support/pseudo-language';

afterEach(cleanup);

const unready = (overrides: Partial<AgentState> = {}) =>
  aState({ extension: anExtension({ state: 'Session' }), ...overrides });
const ended = (overrides: Partial<AgentState> = {}) =>
  aState({ activities: [anOpenCall({ channels: [aChannel({ state: 'Closed' })] })], ...overrides });
const homeless = (availableDevices: AgentState['availableDevices']) =>
  unready({ whoim: aWhoim({ devices: [] }), availableDevices });
const origin = 'https://company.daktela.com';

const DESKS: Readonly<Record<string, AgentState>> = {
  'nobody signed in': SIGNED_OUT,
  'a session that has expired': {
    ...SIGNED_OUT,
    signIn: { phase: 'signedOut', ended: 'expired', failure: null },
  },
  'a permission taken away': {
    ...SIGNED_OUT,
    signIn: { phase: 'signedOut', ended: 'permissionRemoved', failure: null },
  },
  'a login on its way': { ...SIGNED_OUT, signIn: { phase: 'loggingIn', origin } },
  "a login that waits for the browser's question": {
    ...SIGNED_OUT,
    signIn: { phase: 'awaitingPermission', origin },
  },
  'a ready agent': aState(),
  'a ready agent whose device cannot ring': aState({
    extension: anExtension({ device: 'Unavailable' }),
  }),
  'an unready agent': unready(),
  'an agent before the first pull': aState({ pulledAtMs: null }),
  'an agent whose last pull is old': aState({ pulledAtMs: NOW_MS - 60_000 }),
  'an agent offline': aState({ link: 'offline' }),
  'an agent at lunch': aState({
    extension: anExtension({ state: 'Paused', pause: aPause() }),
  }),
  'an agent on a pause without a name': aState({ extension: anExtension({ state: 'Paused' }) }),
  'an agent who waits for the devices': homeless(null),
  'an agent without any device': homeless([]),
  'an agent who chooses a device': homeless([aDevice()]),
  'a ringing call': aState({ activities: [anActivity()] }),
  'a ringing call from nobody knows whom': aState({
    activities: [anActivity({ title: '', number: null, queue: null })],
  }),
  'a ringing call for an agent with two devices': aState({
    whoim: aWhoim({ devices: [aDevice(), aDevice({ name: '306', title: 'Headset' })] }),
    activities: [anActivity()],
  }),
  'two ringing activities': aState({
    activities: [anActivity(), anActivity({ name: 'activities_2', type: 'CHAT' })],
  }),
  'a call that is being dialled': aState({
    activities: [anOpenCall({ direction: 'out', channels: [aChannel({ state: 'Ringing' })] })],
  }),
  'a talk': aState({ activities: [anOpenCall()] }),
  'a call on hold': aState({
    activities: [anOpenCall({ channels: [aChannel({ state: 'On Hold' })] })],
  }),
  'a call whose channels stay unknown': aState({ activities: [anOpenCall({ channels: null })] }),
  'an ended call whose statuses are loaded': ended(),
  'an ended call with statuses': ended({ queueStatuses: { 3001: [aStatus()] } }),
  'an ended call without statuses': ended({ queueStatuses: { 3001: [] } }),
  'an open e-mail': aState({
    activities: [anOpenCall({ type: 'EMAIL', queue: anActivityQueue({ hasStatuses: false }) })],
  }),
  'a waiting call': aState({ activities: [anActivity({ action: 'NEW', user: null })] }),
  'several queues': aState({ queues: [aQueue(), aQueue({ name: '3002', title: 'Sales' })] }),
  'a call that was refused while the popup was shut': aState({
    notice: {
      id: 'n',
      number: '+420777123456',
      failure: { kind: 'notANumber', messages: [] },
    },
  }),
};

const FAILURES = [
  'refused',
  'unauthorised',
  'forbidden',
  'missing',
  'rateLimited',
  'server',
  'notDaktela',
  'network',
  'timeout',
  'cancelled',
  'signedOut',
  'permission',
  'badCredentials',
  'badToken',
  'badAddress',
  'interrupted',
  'notANumber',
  'alreadyCalling',
  'unknownOutcome',
  'internal',
] as const;

describe('nothing on the screen is English by itself', () => {
  const untranslated = (desk: ReturnType<typeof renderDesk>) =>
    untranslatedIn(desk.container, desk.state.value);
  const press = (desk: ReturnType<typeof renderDesk>, name: string) =>
    fireEvent.click(desk.getByRole('button', { name: `[[${name}]]` }));

  it.each(Object.entries(DESKS))('with %s', (_, state) => {
    const desk = renderDesk(state, PSEUDO);
    expect(desk.container.textContent).toContain('[[');
    expect(untranslated(desk)).toEqual([]);
  });

  it.each(Object.entries(DESKS))('nor on the toolbar with %s', (_, state) => {
    const { text, title } = badgeOf(state, NOW_MS, PSEUDO.t);
    expect(title).toContain('[[');
    // Two bars are the sign of a pause.
    expect(untranslatedPart(`${text} ${title}`, [state, 'II'])).toBe('');
  });

  it.each(FAILURES)('with the failure %s', async (kind) => {
    const desk = renderDesk(unready(), PSEUDO);
    desk.answerNext({ ok: false, error: { kind, messages: [] } });
    press(desk, 'Go ready');
    await waitFor(() => expect(desk.getByRole('alert').textContent).toContain('[['));
    expect(untranslated(desk)).toEqual([]);
  });

  it('with the menu open', () => {
    const desk = renderDesk(aState(), PSEUDO);
    press(desk, 'Menu');
    expect(untranslated(desk)).toEqual([]);
  });

  it('with the pauses open', () => {
    const desk = renderDesk(aState(), PSEUDO);
    press(desk, 'Pause');
    expect(untranslated(desk)).toEqual([]);
  });

  it('with a text to dial that holds no number', async () => {
    const desk = renderDesk(aState(), PSEUDO);
    fireEvent.input(desk.getByLabelText('[[Phone number]]'), { target: { value: 'hello' } });
    press(desk, 'Call');
    await waitFor(() => desk.getByRole('alert'));
    expect(untranslated(desk)).toEqual([]);
  });

  it.each(['', 'hello world', 'http://a.example', 'ftp://a.example', 'https://me:pw@a.example'])(
    'with the address %j',
    async (address) => {
      const desk = renderDesk(SIGNED_OUT, PSEUDO);
      fireEvent.input(desk.getByLabelText('[[Daktela address]]'), { target: { value: address } });
      press(desk, 'Log in');
      await waitFor(() =>
        expect(desk.getByLabelText('[[Daktela address]]').getAttribute('aria-invalid')).toBe(
          'true',
        ),
      );
      expect(untranslated(desk)).toEqual([]);
    },
  );

  it('with the field for an access token', async () => {
    const desk = renderDesk(SIGNED_OUT, PSEUDO);
    press(desk, 'Use an access token');
    await waitFor(() => desk.getByLabelText('[[Access token]]'));
    expect(untranslated(desk)).toEqual([]);
  });

  const everySite = ['https://*/*', 'http://*/*'];
  const crm = 'https://crm.example/';
  it.each<[string, FrontSite, Partial<Sites>]>([
    ['off for this site', { address: crm, granted: [] }, {}],
    ['on for this site', { address: crm, granted: ['https://crm.example/*'] }, {}],
    ['on for all sites', { address: crm, granted: everySite }, { mode: 'all' }],
    ['off', { address: crm, granted: everySite }, { mode: 'off' }],
    ['paused', { address: crm, granted: everySite }, { blocked: ['crm.example'] }],
    ['not allowed', { address: crm, granted: [] }, { mode: 'all' }],
    ['left to Daktela', { address: `${origin}/`, granted: everySite }, {}],
    ['kept out by the browser', { address: 'about:addons', granted: [] }, {}],
  ])('with click-to-call %s', async (_, site, sites) => {
    const desk = renderDesk(aState(), PSEUDO);
    await act(async () => {
      desk.site.value = site;
      desk.settings.value = { ...DEFAULT_SETTINGS, sites: { ...DEFAULT_SITES, ...sites } };
      desk.pageNumbers.value = [aPage({ refused: [{ text: '12 34 56 78', rule: 'taught' }] })];
    });
    await waitFor(() => expect(desk.container.querySelector('.site')).toBeTruthy());
    for (const button of desk.container.querySelectorAll('.numbers-fold')) fireEvent.click(button);
    expect(untranslated(desk)).toEqual([]);
  });
});

it('finds what is English by itself', () => {
  const root = document.createElement('div');
  root.innerHTML = '<p>[[Ready]] since</p><button title="Close">[[x [[y]] Anna]]</button>Anna: 12';
  expect(untranslatedIn(root, { who: 'Anna' })).toEqual(['[[Ready]] since', 'Close']);
});

it('speaks another language the moment it is chosen, and loses nothing that was typed or is pending', async () => {
  const desk = renderDesk(unready());
  fireEvent.click(desk.getByRole('button', { name: 'Go ready' }));
  fireEvent.input(desk.getByLabelText('Phone number'), { target: { value: '777' } });
  await act(async () => {
    desk.words.value = wordsOf('de', de);
  });
  const button = await desk.findByRole('button', { name: 'Bereit melden' });
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(desk.getByLabelText('Telefonnummer')).toHaveProperty('value', '777');
  expect(desk.queryByText('Unready')).toBeNull();
});

it('shows nothing before the words are there', async () => {
  const desk = renderDesk(aState(), null);
  expect(desk.container.textContent).toBe('');
  await act(async () => {
    desk.words.value = wordsOf('de', de);
  });
  expect(desk.getByText('Bereit')).toBeTruthy();
});

it('opens the settings from the menu', () => {
  const desk = renderDesk(aState());
  fireEvent.click(desk.getByRole('button', { name: 'Menu' }));
  fireEvent.click(desk.getByRole('button', { name: 'Settings' }));
  expect(desk.asked).toEqual(['settings']);
});
