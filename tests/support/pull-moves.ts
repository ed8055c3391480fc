import fc from 'fast-check';
import type { Fault } from '../simulator/faults';
import type { Switches } from '../simulator/switches';
import { ANNA, type SessionWorld } from './session-world';

type Move = (bench: SessionWorld) => void;

const mine = ({ world }: SessionWorld, action: string) =>
  world.activitiesOf(world.agent(ANNA)).find((one) => one.action === action && one.user === ANNA);

const waiting = ({ world }: SessionWorld) =>
  world.activitiesOf(world.agent(ANNA)).find(({ user }) => user === null);

function beReady({ world }: SessionWorld): void {
  if (world.agent(ANNA).state === 'Session') world.goReady(ANNA);
}

const fault =
  (what: Fault): Move =>
  ({ faults }) => {
    faults.add({ times: 1, match: { path: '/appPullData' }, ...what });
  };

/** What may happen between two looks at the desk: on the phones, on the wire, to the worker. */
const moves = {
  'a call rings': (bench) => {
    beReady(bench);
    bench.world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3001' });
  },
  'a call waits for anyone': ({ world }) => {
    world.ringPool({ number: '+420600333444', queue: '3001' });
  },
  'a colleague takes a waiting call': (bench) => {
    const call = waiting(bench);
    if (call) bench.world.stealFromPool(call.name, 'eva.static');
  },
  'the caller gives up': (bench) => {
    const call = mine(bench, 'WAIT') ?? waiting(bench);
    if (call) bench.world.callerHangsUp(call.name);
  },
  'the agent accepts': (bench) => {
    const call = mine(bench, 'WAIT') ?? waiting(bench);
    if (!call) return;
    const { name } = call;
    void bench.session.command(`accept ${name}`, (client) => client.acceptActivity(name, '305'));
  },
  'the agent rejects': (bench) => {
    const call = mine(bench, 'WAIT');
    if (!call) return;
    const { name } = call;
    void bench.session.command(`reject ${name}`, (client) => client.rejectActivity(name));
  },
  'the agent hangs up and closes': (bench) => {
    const call = mine(bench, 'OPEN');
    if (!call) return;
    const { name } = call;
    void bench.session.command(`close ${name}`, async (client) => {
      await client.hangUp(name);
      await client.closeActivity(name, ['statuses_resolved']);
    });
  },
  'the agent goes unready': ({ world }) => {
    world.goUnready(ANNA);
  },
  'a pause begins': (bench) => {
    beReady(bench);
    bench.world.startPause(ANNA, 'lunch');
  },
  'whoim changes': ({ world }) => {
    world.bumpReloadUser(ANNA);
  },
  'something is announced': ({ world }) => world.announce('<p>Oběd</p>', 'Kuchyně'),
  'nothing is announced any more': ({ world }) => world.withdrawAnnouncements(),
  'the device is lost': ({ world }) => {
    world.setDeviceReachable(ANNA, false);
  },

  'the server forgets every hash': ({ world }) => world.forgetHashes(),
  'a reply is lost': fault({ kind: 'cut', handled: true }),
  'a reply breaks off': fault({ kind: 'cutBody' }),
  'a reply comes empty': fault({ kind: 'emptyBody' }),
  'a reply is a page': fault({ kind: 'html', status: 502 }),
  'a reply is late': fault({ kind: 'delay', ms: 2_000 }),
  'a poll is refused': fault({ kind: 'status', status: 400 }),
  'a poll is one too many': fault({ kind: 'rateLimit', retryAfterSeconds: 2 }),
  'the command is lost': ({ faults }) => {
    faults.add({ kind: 'cut', times: 1, match: { method: 'PUT' } });
  },
  'the token expires': ({ world }) => world.expireTokens(),

  'the worker is killed': ({ killWorker }) => killWorker(),
  'the network is back': (bench) => void bench.session.networkBack(),
  'the agent looks': (bench) => void bench.session.hurry(),
} satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

export interface Step {
  readonly move: MoveName;
  readonly thenWaitMs: number;
}

/** Sequences of moves with pauses in between, from none to longer than a poll is held. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    move: fc.constantFrom(...(Object.keys(moves) as MoveName[])),
    thenWaitMs: fc.constantFrom(0, 0, 50, 300, 1_500, 16_000),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The ways in which servers may differ in their pull data. */
export const anyStyle: fc.Arbitrary<Partial<Switches>> = fc.record({
  activitiesShape: fc.constantFrom('list', 'keyed', 'delta'),
  brokenRecord: fc.boolean(),
  extraFields: fc.boolean(),
  hashPlace: fc.constantFrom('result', 'top'),
  hashType: fc.constantFrom('string', 'number'),
  unknownHash: fc.constantFrom('full', 'refuse'),
  loggedOutExtension: fc.constantFrom('object', 'list', 'null', 'false'),
  pauseTimeField: fc.constantFrom('on_pause', 'onpause', 'both'),
  idPause: fc.constantFrom('object', 'name'),
  pullQueues: fc.constantFrom('list', 'keyed', 'names'),
  missedChannelsAs: fc.constantFrom('number', 'text', 'list', 'keyed'),
  announcementsShape: fc.constantFrom('titled', 'text', 'strings', 'keyed'),
  reloadUserAs: fc.constantFrom('boolean', 'number', 'counter', 'sticky'),
  queueNames: fc.constantFrom('integer', 'string'),
  poolAction: fc.constantFrom('empty', 'WAIT'),
  channels: fc.constantFrom('late', 'atOnce', 'never'),
  callItem: fc.constantFrom('object', 'id', 'null'),
  othersRinging: fc.boolean(),
});

export function makeMove(bench: SessionWorld, move: MoveName): void {
  moves[move](bench);
}
