import { describe, expect, it } from 'vitest';
import {
  type AlertContext,
  type Alerts,
  alertsOf,
  NO_ALERTS,
  NO_MEMORY,
  toldBy,
  withoutPast,
} from '@/lib/agent/alerts';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import { ENGLISH } from '@/lib/i18n/english';
import { DEFAULT_ALERTS, type Rung } from '@/lib/settings/alerts';
import {
  aDevice,
  anActivity,
  anActivityQueue,
  anEmail,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  COLLEAGUE,
  NOW_MS,
} from '../../support/builders';

const context: AlertContext = {
  settings: DEFAULT_ALERTS,
  memory: NO_MEMORY,
  rings: {},
  words: ENGLISH,
};
const inBrowser = anExtension({ devices: [aDevice({ name: '350', model: 'webrtcDevices' })] });

/** The state of an agent with a phone in the browser. */
function ringing(activities: AgentState['activities'], overrides: Partial<AgentState> = {}) {
  return aState({ extension: inBrowser, activities, ...overrides });
}

function alerts(state: AgentState, changes: Partial<AlertContext> = {}, nowMs = NOW_MS): Alerts {
  const all = alertsOf(state, { ...context, ...changes }, nowMs);
  if (all === null) throw new Error('Nobody can say.');
  return all;
}

const choosing = (reach: 'own' | 'pool', rungs: Partial<Record<Rung, boolean>>) => ({
  settings: {
    ...DEFAULT_ALERTS,
    rungs: { own: {}, pool: {}, [reach]: { CALL: rungs, EMAIL: rungs } },
  },
});
const idsOf = ({ notes }: Alerts) => notes.map(({ id }) => id);

const call = anActivity({ name: 'c1' });
const second = anActivity({ name: 'c2', waitingSinceMs: NOW_MS - 1_000 });
const third = anActivity({ name: 'c3', waitingSinceMs: NOW_MS });
const pooled = anActivity({ name: 'p1', action: 'NEW', user: null });

describe('a call that rings at the agent', () => {
  it('is shown with who, what and where, and can be taken from there', () => {
    expect(alerts(ringing([call])).notes).toEqual([
      {
        id: 'ring:c1',
        title: '+420600111222',
        message: 'Incoming call · Support',
        buttons: ['Accept', 'Reject'],
        stays: true,
        silent: true,
      },
    ]);
  });

  it('tells how long it rings where that is known', () => {
    const known = { ...call, queue: anActivityQueue({ ringTimeMs: 20_000 }) };
    expect(alerts(ringing([known])).notes[0]?.message).toContain('rings for 20 seconds');
  });

  it('is heard until it is over', () => {
    expect(alerts(ringing([call])).sound).toMatchObject({
      key: 'ring',
      tone: 'bells',
      volume: 0.8,
      repeat: true,
      spoken: null,
    });
  });

  it('is told aloud when the agent wants that', () => {
    const settings = { ...DEFAULT_ALERTS, spoken: true };
    expect(alerts(ringing([call]), { settings }).sound?.spoken).toEqual({
      text: '+420600111222 is ringing in Support',
      language: 'en',
    });
  });

  it('on a desk phone is shown in silence and does not stay', () => {
    const { notes, sound } = alerts(aState({ activities: [call] }));
    expect(notes).toMatchObject([{ id: 'ring:c1', stays: false, silent: true }]);
    expect(sound).toBeNull();
  });

  it('on a desk phone is heard as anywhere when the agent wants no quiet there', () => {
    const settings = { ...DEFAULT_ALERTS, quietOnTelephone: false };
    expect(alerts(aState({ activities: [call] }), { settings }).sound).not.toBeNull();
  });

  it('in quiet hours is shown and not heard', () => {
    const settings = { ...DEFAULT_ALERTS, quietHours: { from: 0, to: 1_439 } };
    const { notes, sound } = alerts(ringing([call]), { settings });
    expect(notes).toHaveLength(1);
    expect(sound).toBeNull();
  });

  it('opens the desk only when the agent wants that', () => {
    expect(alerts(ringing([call])).openFor).toEqual([]);
    expect(alerts(ringing([call]), choosing('own', { window: true })).openFor).toEqual(['ring:c1']);
  });

  it.each<[string, Partial<AgentState>]>([
    ['answered', { activities: [anOpenCall({ name: 'c1' })] }],
    ['cancelled', { activities: [] }],
    ['ringing at a colleague', { activities: [{ ...call, user: COLLEAGUE }] }],
    ['back in the pool', { activities: [{ ...call, action: 'NEW', user: null }] }],
  ])('and is then %s is neither seen nor heard', (_, change) => {
    expect(alerts(ringing([call], change))).toEqual(NO_ALERTS);
  });

  it('and that the agent has noticed is neither seen nor heard', () => {
    const memory = { ...NO_MEMORY, noticed: ['ring:c1'] };
    expect(alerts(ringing([call]), { memory })).toEqual(NO_ALERTS);
  });
});

describe('several calls', () => {
  it('are shown one by one as long as they are two, and heard as one', () => {
    const { sound, ...rest } = alerts(ringing([call, second]));
    expect(rest.notes.map(({ id }) => id)).toEqual(['ring:c1', 'ring:c2']);
    expect(sound?.key).toBe(alerts(ringing([second])).sound?.key);
  });

  it('from three on are told of by one notification', () => {
    const all = alerts(ringing([call, second, third]));
    expect(idsOf(all)).toEqual(['rings']);
    expect(all.notes[0]).toMatchObject({ buttons: [], stays: true });
    expect(toldBy('rings', ringing([call, second, third]))).toEqual([
      'ring:c1',
      'ring:c2',
      'ring:c3',
    ]);
  });

  it('are not told of by one notification because of one that is most likely over', () => {
    const state = ringing([call, second, third], { unconfirmed: ['c1'] });
    const memory = { ...NO_MEMORY, shown: ['ring:c1', 'ring:c2'] };
    expect(idsOf(alerts(state, { memory }))).toEqual(['ring:c1', 'ring:c2', 'ring:c3']);
  });

  it('stay told of by one notification until it is known for sure that they are fewer', () => {
    const state = ringing([call, second, third], { unconfirmed: ['c1'] });
    const memory = { ...NO_MEMORY, shown: ['rings'] };
    expect(idsOf(alerts(state, { memory }))).toEqual(['rings']);
  });

  it('of which one is most likely over do not have it shown anew', () => {
    const state = ringing([call, second], { unconfirmed: ['c1'] });
    expect(idsOf(alerts(state))).toEqual(['ring:c2']);
  });
});

it('an e-mail offered to the agent is shown in silence', () => {
  const { notes, sound } = alerts(ringing([anEmail()]));
  expect(notes).toMatchObject([
    { title: 'jana@example.com', message: 'E-mail · Support · My invoice' },
  ]);
  expect(sound).toBeNull();
});

it('a chat is heard once: the newest of those that ring', () => {
  const chat = anActivity({ name: 'chat', type: 'CHAT' });
  const newer = { ...chat, name: 'newer', waitingSinceMs: NOW_MS };
  expect(alerts(ringing([chat])).sound).toMatchObject({ key: 'ring:chat', repeat: false });
  expect(alerts(ringing([chat, newer])).sound).toMatchObject({ key: 'ring:newer' });
});

describe('what waits for anybody', () => {
  it('alerts nobody by default', () => {
    expect(alerts(ringing([pooled]))).toEqual(NO_ALERTS);
  });

  it('can be shown, heard and taken when the agent wants that', () => {
    const { notes, sound } = alerts(
      ringing([pooled]),
      choosing('pool', { notification: true, tone: true }),
    );
    expect(notes).toMatchObject([{ id: 'wait:p1', buttons: ['Accept'], stays: false }]);
    expect(sound).toMatchObject({ key: 'wait:p1', repeat: false });
  });

  it('is another alert when it then rings at the agent', () => {
    const taken = ringing([{ ...call, name: 'p1' }]);
    expect(idsOf(alerts(taken, choosing('pool', { notification: true })))).toEqual(['ring:p1']);
  });
});

describe('an agent who has left the computer', () => {
  const left = {
    to: { kind: 'unready' },
    atMs: NOW_MS,
    computer: 'locked',
    isSeen: true,
  } as const;
  const extension = anExtension({ state: 'Session' });

  it('is told why the state is what it is, and offered the way back', () => {
    expect(alerts(aState({ extension, leftIdle: left })).notes).toEqual([
      {
        id: `left:${NOW_MS}`,
        title: 'Unready',
        message: expect.stringMatching(/^Since .*, as the computer was locked\.$/),
        buttons: ['I’m back'],
        stays: true,
        silent: true,
      },
    ]);
  });

  it('is told which pause it is', () => {
    const to = { kind: 'pause', pause: 'lunch' } as const;
    const [note] = alerts(aState({ leftIdle: { ...left, to, computer: 'idle' } })).notes;
    expect(note).toMatchObject({ title: 'Paused: Lunch' });
    expect(note?.message).toContain('nobody was at the computer');
    const [gone] = alerts(aState({ leftIdle: { ...left, to: { ...to, pause: 'gone' } } })).notes;
    expect(gone).toMatchObject({ title: 'Paused: gone' });
  });

  it('is told nothing before Daktela has done it', () => {
    expect(alerts(aState({ leftIdle: { ...left, isSeen: false } })).notes).toEqual([]);
  });
});

describe('an automatic pause', () => {
  const lajdak = aPause({ name: 'inactive', kind: 'lajdak' });
  const paused = aState({ extension: anExtension({ state: 'Paused', pause: lajdak }) });

  it('is told with its reason and a way back', () => {
    expect(alerts(paused).notes).toEqual([
      {
        id: 'pause:inactive',
        title: 'You are paused',
        message: 'Daktela has paused you because an activity was not taken.',
        buttons: ['I’m back'],
        stays: true,
        silent: false,
      },
    ]);
  });

  it.each(['own', 'wrap', 'dnd'] as const)('of the kind %s is none', (kind) => {
    const other = aState({
      extension: anExtension({ state: 'Paused', pause: { ...lajdak, kind } }),
    });
    expect(alerts(other).notes).toEqual([]);
  });

  it('is not told when the agent does not want that', () => {
    const settings = { ...DEFAULT_ALERTS, autoPause: false };
    expect(alerts(paused, { settings }).notes).toEqual([]);
  });
});

describe('what failed while nobody was there to see it', () => {
  const failed = (messages: string[]) =>
    aState({ notice: { id: 'n1', asked: 'accept', failure: { kind: 'refused', messages } } });

  it("is told in the server's words, without their markup", () => {
    expect(alerts(failed(['<b>Taken</b> by<br>a <i>colleague</i>'])).notes).toMatchObject([
      { id: 'notice:n1', title: 'Accepting did not work', message: 'Taken by a colleague' },
    ]);
  });

  it('is told in our words where the server has none', () => {
    expect(alerts(failed(['<br>'])).notes[0]?.message).toBe(
      'Daktela refused the request without saying why.',
    );
  });
});

describe('without contact', () => {
  const trouble = {
    failure: { kind: 'network' as const, messages: [] },
    sinceMs: NOW_MS,
    retryAtMs: NOW_MS,
    notBeforeMs: NOW_MS,
  };
  const lost = ringing([call], { link: 'reconnecting', trouble });

  it('nothing is shown or heard any more of a call that rang before', () => {
    expect(alerts(lost, {}, NOW_MS + 30_001)).toMatchObject({ notes: [], openFor: [] });
  });

  it('for less than half a minute everything goes on', () => {
    expect(alerts(lost, {}, NOW_MS + 29_000).sound?.key).toBe('ring');
  });

  it.each([
    [31_000, 'lost:0'],
    [200_000, 'lost:0'],
    [211_000, 'lost:1'],
    [600_000, 'lost:3'],
  ])('for %d ms the tone %s is heard, once', (ms, key) => {
    expect(alerts(lost, {}, NOW_MS + ms).sound).toMatchObject({ key, tone: 'lost', repeat: false });
  });

  it.each<[string, Partial<AgentState>]>([
    ['unready', { extension: anExtension({ state: 'Session' }) }],
    ['paused', { extension: anExtension({ state: 'Paused' }) }],
  ])('an agent who is %s hears nothing of it', (_, change) => {
    expect(alerts({ ...lost, ...change }, {}, NOW_MS + 60_000).sound).toBeNull();
  });

  it('nothing is heard of it in quiet hours or when the agent does not want that', () => {
    for (const change of [{ quietHours: { from: 0, to: 1_439 } }, { lostTone: false }]) {
      const settings = { ...DEFAULT_ALERTS, ...change };
      expect(alerts(lost, { settings }, NOW_MS + 60_000).sound).toBeNull();
    }
  });

  it('a computer that has slept for hours does not shout before it has asked', () => {
    const woken = { ...lost, trouble: { ...trouble, sinceMs: NOW_MS + 3_600_000 } };
    expect(alerts(woken, {}, NOW_MS + 3_600_500).sound).toBeNull();
  });
});

it('a background that has just woken with an old state leaves everything as it is', () => {
  expect(alertsOf(ringing([call]), context, NOW_MS + 60_000)).toBeNull();
  const resumed = ringing([call], { link: 'connecting' });
  expect(alertsOf(resumed, context, NOW_MS + 60_000)).toBeNull();
});

it('nothing is shown or heard while nobody is signed in', () => {
  expect(alerts(SIGNED_OUT)).toEqual(NO_ALERTS);
});

describe('what has been done about an alert', () => {
  const done = {
    shown: ['ring:c1'],
    noticed: ['ring:c1', 'wait:p1'],
    heard: ['ring:c1', 'lost:0'],
    opened: ['ring:c1'],
  };

  it('is remembered while it rings, stale or not', () => {
    const state = ringing([call, pooled], { pulledAtMs: NOW_MS - 600_000 });
    expect(withoutPast(done, state)).toEqual({ ...done, heard: ['ring:c1'] });
  });

  it('is forgotten when it is over, so that it rings anew when it comes back', () => {
    expect(withoutPast(done, ringing([{ ...pooled, name: 'c1' }]))).toEqual({
      ...NO_MEMORY,
      shown: ['ring:c1'],
    });
  });
});
