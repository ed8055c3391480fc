import { expect, it, vi } from 'vitest';
import { SIGNED_OUT } from '@/lib/agent/state';
import type { DaktelaClient } from '@/lib/daktela/client';
import type { Failure } from '@/lib/daktela/failure';
import { PAGE_ENGLISH } from '@/lib/i18n/page-words';
import { dispatch } from '@/lib/messages/dispatch';
import type { PageAddress, Request, Sender } from '@/lib/messages/protocol';
import type { DialPlan } from '@/lib/messages/reply';
import type { Outcome } from '@/lib/session/command-gate';
import type { Session } from '@/lib/session/session';
import { aDevice, aState, aWhoim } from '../../support/builders';
import { aDialPlan, aQuestion, aRecognised, aVerdict } from '../../support/questions';

const SECRETS = ['the-password', 'the-token'];
const REFUSED = { ok: false, error: { kind: 'internal', messages: [] } };
const noDevice: Failure = { kind: 'refused', messages: ['No device'] };

function aClient() {
  const nothing = async () => undefined;
  return {
    whoim: vi.fn(async () => aWhoim()),
    pullData: vi.fn(async () => ({ hash: null, changes: {} })),
    logout: vi.fn(nothing),
    setReady: vi.fn(nothing),
    setUnready: vi.fn(nothing),
    startPause: vi.fn(nothing),
    endPause: vi.fn(nothing),
    addDevice: vi.fn(nothing),
    removeDevice: vi.fn(nothing),
    changeQueues: vi.fn(nothing),
    profileQueues: vi.fn(async () => []),
    availableDevices: vi.fn(async () => []),
    queueStatuses: vi.fn(async () => []),
    history: vi.fn(async () => []),
    acceptActivity: vi.fn(nothing),
    rejectActivity: vi.fn(nothing),
    hangUp: vi.fn(nothing),
    closeActivity: vi.fn(nothing),
    dial: vi.fn(async () => null),
  } satisfies DaktelaClient;
}

/** Everything behind dispatch, watched; every outcome of the session is the given one. */
function aDesk(outcome: Outcome = { ok: true }, state = aState()) {
  const client = aClient();
  const keys: string[] = [];
  const nothing = async () => undefined;
  const session = {
    state,
    resume: vi.fn(nothing),
    refresh: vi.fn(async () => undefined),
    checkIdle: vi.fn(async () => undefined),
    hurry: vi.fn(nothing),
    networkBack: vi.fn(nothing),
    signIn: vi.fn(async () => outcome),
    cancelSignIn: vi.fn(nothing),
    signOut: vi.fn(nothing),
    checkPermission: vi.fn(nothing),
    checkAddress: vi.fn(nothing),
    command: vi.fn(async (key: string, run: (on: DaktelaClient) => Promise<unknown>) => {
      keys.push(key);
      await run(client);
      return outcome;
    }),
    dial: vi.fn(async () => outcome),
    loadDevices: vi.fn(async () => outcome),
    notify: vi.fn(nothing),
    notifyAsked: vi.fn(nothing),
    dismissNotice: vi.fn(nothing),
    dismiss: vi.fn(nothing),
    dismissAnnouncements: vi.fn(nothing),
    addDevice: vi.fn(async () => outcome),
    removeDevice: vi.fn(async () => outcome),
    loadHistory: vi.fn(nothing),
    chooseNextState: vi.fn(async () => outcome),
  } satisfies Session;
  const recognise = vi.fn(async () => [RECOGNISED]);
  const hello = vi.fn(async () => HELLO);
  const teach = vi.fn(async (_host: string, text: string) => /\d{7}/.test(text));
  const plan = vi.fn((text: string) => PLANS[text] ?? null);
  const checkAlerts = vi.fn(nothing);
  const touched = () =>
    [...Object.entries(session), ...Object.entries(client), ...Object.entries({ recognise, teach })]
      .filter(([, part]) => vi.isMockFunction(part) && part.mock.calls.length > 0)
      .map(([name]) => name);
  const ask = (message: unknown, sender: Sender = 'extension') =>
    dispatch(
      message,
      sender,
      { session, recognise, plan, hello, teach, checkAlerts },
      sender === 'page' ? CRM_PAGE : null,
    );
  return { ask, checkAlerts, client, hello, keys, plan, recognise, session, teach, touched };
}

const HELLO = { words: PAGE_ENGLISH, look: { marks: 'shown', colour: 'teal' } } as const;
const CRM_PAGE: PageAddress = {
  url: 'https://crm.example:8443/frame',
  tabUrl: 'https://portal.example/',
};

const QUEUES = [
  { name: '4001', title: 'Outbound' },
  { name: '4002', title: 'Surveys' },
];
const PLANS: Record<string, DialPlan> = {
  '600111222': aDialPlan(),
  'one queue': aDialPlan({ queues: QUEUES.slice(0, 1), queue: '4001' }),
  'none chosen': aDialPlan({ queues: QUEUES }),
  'one chosen': aDialPlan({ queues: QUEUES, queue: '4002' }),
};

const RECOGNISED = aVerdict(aRecognised(0, 9, '600111222'));
const RECOGNISE = { type: 'recognise', language: 'cs', questions: [aQuestion('600111222')] };

const signIn = {
  type: 'session.signIn',
  method: 'password',
  address: 'company.daktela.com',
  username: 'anna',
  password: 'the-password',
  stay: true,
} satisfies Request;
const byToken = {
  type: 'session.signIn',
  method: 'token',
  address: 'company.daktela.com',
  token: 'the-token',
  stay: false,
} satisfies Request;

const commands: [Request, keyof DaktelaClient, unknown[]][] = [
  [{ type: 'agent.ready', device: null }, 'setReady', [null]],
  [{ type: 'agent.ready', device: aDevice() }, 'setReady', [aDevice()]],
  [{ type: 'agent.unready' }, 'setUnready', []],
  [{ type: 'pause.start', pause: 'lunch' }, 'startPause', ['lunch']],
  [{ type: 'pause.end' }, 'endPause', []],
  [
    { type: 'queues.change', queues: [{ name: '3001', login: true, penalty: '0' }] },
    'changeQueues',
    [[{ name: '3001', login: true, penalty: '0' }]],
  ],
  [{ type: 'activity.accept', activity: 'a', device: '305' }, 'acceptActivity', ['a', '305']],
  [{ type: 'activity.accept', activity: 'a', device: null }, 'acceptActivity', ['a', null]],
  [{ type: 'activity.reject', activity: 'a' }, 'rejectActivity', ['a']],
  [{ type: 'activity.hangUp', activity: 'a' }, 'hangUp', ['a']],
  [{ type: 'activity.close', activity: 'a', statuses: ['s'] }, 'closeActivity', ['a', ['s']]],
];

const errands: [Request, keyof Session][] = [
  [signIn, 'signIn'],
  [byToken, 'signIn'],
  [{ type: 'session.cancelSignIn' }, 'cancelSignIn'],
  [{ type: 'session.signOut' }, 'signOut'],
  [{ type: 'session.hurry' }, 'hurry'],
  [{ type: 'devices.load' }, 'loadDevices'],
  [{ type: 'notice.dismiss' }, 'dismissNotice'],
  [{ type: 'history.load' }, 'loadHistory'],
  [{ type: 'away.dismiss' }, 'dismiss'],
  [{ type: 'elsewhere.dismiss' }, 'dismiss'],
  [{ type: 'device.add', device: aDevice() }, 'addDevice'],
  [{ type: 'device.remove', device: '305' }, 'removeDevice'],
  [{ type: 'nextState.choose', nextState: { kind: 'unready' } }, 'chooseNextState'],
  [{ type: 'announcements.dismiss', announcements: ['a'] }, 'dismissAnnouncements'],
];

it.each(commands.map(([request, ...rest]) => [request.type, request, ...rest] as const))(
  'the command %s is one request to the server',
  async (_, request, method, args) => {
    const { ask, client, touched } = aDesk();
    expect(await ask(request)).toEqual({ ok: true, value: undefined });
    expect(touched()).toEqual(['command', method]);
    expect(client[method].mock.calls).toEqual([args]);
  },
);

it('the same command has the same key and another one has another', async () => {
  const { ask, keys } = aDesk();
  for (const activity of ['a', 'a', 'b']) await ask({ type: 'activity.reject', activity });
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[0]);
});

it.each(errands.map(([request, method]) => [request.type, request, method] as const))(
  'the errand %s goes to the session and nowhere else',
  async (_, request, method) => {
    const { ask, touched } = aDesk();
    expect(await ask(request)).toEqual({ ok: true, value: undefined });
    expect(touched()).toEqual([method]);
  },
);

it('what rings may ask whether it is to go on, and a page may not', async () => {
  const { ask, checkAlerts, touched } = aDesk();
  expect(await ask({ type: 'alerts.check' }, 'page')).toEqual(REFUSED);
  expect(checkAlerts).not.toHaveBeenCalled();
  expect(await ask({ type: 'alerts.check' })).toEqual({ ok: true, value: undefined });
  expect(checkAlerts).toHaveBeenCalledTimes(1);
  expect(touched()).toEqual([]);
});

it('what the agent filled in reaches the session whole', async () => {
  const { ask, session } = aDesk();
  await ask(signIn);
  expect(session.signIn).toHaveBeenCalledWith(signIn);
});

const notForPages = [...commands, ...errands].map(([request]) => [request.type, request] as const);

it.each(notForPages)('%s from a page is refused and reaches nobody', async (_, request) => {
  const { ask, touched } = aDesk();
  expect(await ask(request, 'page')).toEqual(REFUSED);
  expect(touched()).toEqual([]);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['an unknown type', { type: 'session.readToken' }],
  ['a type of every object', { type: '__proto__' }],
  ['a dial without an id', { type: 'dial', text: '600111222' }],
  ['an endless dial', { type: 'dial', id: 'd', text: '6'.repeat(100_000) }],
  [
    'a flood of candidates',
    {
      type: 'recognise',
      language: '',
      questions: Array.from({ length: 10_000 }, () => aQuestion('1')),
    },
  ],
])('%s is refused and reaches nobody, whoever sends it', async (_, message) => {
  const { ask, touched } = aDesk();
  expect([await ask(message, 'page'), await ask(message, 'extension')]).toEqual([REFUSED, REFUSED]);
  expect(touched()).toEqual([]);
});

it.each(['page', 'extension'] as const)(
  'a number dialled by the %s is dialled as it was planned',
  async (sender) => {
    const { ask, session } = aDesk();
    await ask({ type: 'dial', id: 'd1', text: '600111222' }, sender);
    expect(session.dial.mock.calls).toEqual([['d1', '+420600111222', null]]);
  },
);

it.each([
  ['the only queue is not told to Daktela', 'one queue', {}, null],
  ['one of several queues is not told unless it was chosen', 'none chosen', {}, null],
  ['one of several queues is told when it is chosen in the settings', 'one chosen', {}, '4002'],
  ['a queue chosen for this very call is told', 'one chosen', { queue: '4001' }, '4001'],
])('%s', async (_, text, chosen, queue) => {
  const { ask, session } = aDesk();
  await ask({ type: 'dial', id: 'd1', text, ...chosen }, 'page');
  expect(session.dial.mock.calls).toEqual([['d1', '+420600111222', queue]]);
});

it.each(['page', 'extension'] as const)(
  'the %s is told what will come of dialling, and nothing is dialled',
  async (sender) => {
    const { ask, session } = aDesk();
    expect(await ask({ type: 'plan', text: 'one chosen' }, sender)).toEqual({
      ok: true,
      value: PLANS['one chosen'],
    });
    expect(session.dial).not.toHaveBeenCalled();
  },
);

it('a plan for a text without a number says so', async () => {
  const { ask } = aDesk();
  expect(await ask({ type: 'plan', text: 'call me' }, 'page')).toMatchObject({
    error: { kind: 'notANumber' },
  });
});

it('no plans are told while nobody is signed in', async () => {
  const { ask, plan } = aDesk({ ok: true }, SIGNED_OUT);
  expect(await ask({ type: 'plan', text: '600111222' }, 'page')).toMatchObject({
    error: { kind: 'signedOut' },
  });
  expect(plan).not.toHaveBeenCalled();
});

it('a text without a number is not dialled', async () => {
  const { ask, session } = aDesk();
  expect(await ask({ type: 'dial', id: 'd1', text: 'call me' }, 'page')).toMatchObject({
    error: { kind: 'notANumber' },
  });
  expect(session.dial).not.toHaveBeenCalled();
});

it('a page is told how to speak and look, by where the browser says it is', async () => {
  const { ask, hello, touched } = aDesk({ ok: true }, SIGNED_OUT);
  const asked = { type: 'words', url: 'https://pretended.example/' };
  expect(await ask(asked, 'page')).toEqual({ ok: true, value: HELLO });
  expect(hello).toHaveBeenCalledWith(CRM_PAGE);
  expect(touched()).toEqual([]);
});

it('a page teaches for its own site, whatever site it names', async () => {
  const { ask, teach } = aDesk();
  const lesson = { type: 'teach', text: '777 123456789', as: 'notPhone', host: 'bank.example' };
  expect(await ask(lesson, 'page')).toEqual({ ok: true, value: undefined });
  expect(teach.mock.calls).toEqual([['crm.example:8443', '777 123456789', 'notPhone']]);
});

it('a page of our own teaches for the site it names, and for none without a name', async () => {
  const { ask, teach } = aDesk();
  const lesson = { type: 'teach', text: '777123456', as: 'phone' };
  expect(await ask({ ...lesson, host: 'crm.example' })).toMatchObject({ ok: true });
  expect(await ask(lesson)).toEqual(REFUSED);
  expect(teach.mock.calls).toEqual([['crm.example', '777123456', 'phone']]);
});

it('teaching what can be no number is refused in words', async () => {
  const { ask } = aDesk();
  const lesson = { type: 'teach', text: 'linka 12', as: 'phone' };
  expect(await ask(lesson, 'page')).toMatchObject({ error: { kind: 'notANumber' } });
});

it('numbers are recognised for a page while an agent is signed in', async () => {
  const { ask, recognise } = aDesk();
  expect(await ask(RECOGNISE, 'page')).toEqual({
    ok: true,
    value: [RECOGNISED],
  });
  expect(recognise).toHaveBeenCalledWith([aQuestion('600111222')], 'cs', 'crm.example:8443');
});

it('numbers are not recognised while nobody is signed in', async () => {
  const { ask, recognise } = aDesk({ ok: true }, SIGNED_OUT);
  expect(await ask(RECOGNISE, 'page')).toMatchObject({
    ok: false,
    error: { kind: 'signedOut' },
  });
  expect(recognise).not.toHaveBeenCalled();
});

it('a worker that wakes for a page knows its agent before it answers', async () => {
  const { ask, session, recognise } = aDesk({ ok: true }, SIGNED_OUT);
  session.resume.mockImplementation(async () => {
    Object.assign(session, { state: aState() });
  });
  await ask(RECOGNISE, 'page');
  expect(recognise).toHaveBeenCalled();
});

it.each<[string, Request]>([
  ['a command', { type: 'pause.end' }],
  ['a dial', { type: 'dial', id: 'd', text: '600111222' }],
  ['a sign-in', signIn],
  ['reading devices', { type: 'devices.load' }],
])("%s that fails is answered with the server's words", async (_, request) => {
  const { ask } = aDesk({ ok: false, error: noDevice });
  expect(await ask(request)).toEqual({ ok: false, error: noDevice });
});

it.each<[string, Request, Outcome]>([
  ['a sign-in that worked', signIn, { ok: true }],
  ['a sign-in by token that worked', byToken, { ok: true }],
  ['a sign-in that failed', signIn, { ok: false, error: noDevice }],
  ['a sign-in by token that failed', byToken, { ok: false, error: noDevice }],
])('the answer to %s holds no secret', async (_, request, outcome) => {
  const { ask } = aDesk(outcome);
  const reply = JSON.stringify(await ask(request));
  for (const secret of SECRETS) expect(reply).not.toContain(secret);
});

it('an outcome tells no more than that it worked', async () => {
  const talkative = { ok: true, token: 'the-token' } as const;
  const { ask } = aDesk(talkative);
  expect(await ask({ type: 'dial', id: 'd', text: '600111222' }, 'page')).toEqual({
    ok: true,
    value: undefined,
  });
});
