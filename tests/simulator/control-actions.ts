import { isInPool, runningChannels } from './activity-facts';
import { readFault } from './control-faults';
import { type ControlInput, given } from './control-input';
import type { Faults } from './faults';
import { type Activity, activityTypes } from './model';
import type { RecordedRequest } from './recorded-request';
import { createSwitches, type Switches } from './switches';
import type { World } from './world';

export interface ControlTarget {
  world: World;
  switches: Switches;
  faults: Faults;
  requests: RecordedRequest[];
}

type Action = (target: ControlTarget, input: ControlInput) => unknown;

/** The activity named, or the newest one the action makes sense for. */
function chosen(
  { world }: ControlTarget,
  input: ControlInput,
  fits: (activity: Activity) => boolean,
  what: string,
): string {
  const name = input.optionalText('activity');
  if (name !== undefined) return name;
  const newest = [...world.activities.values()].reverse().find(fits);
  if (newest === undefined) throw new Error(`There is no ${what}`);
  return newest.name;
}

const isWaitingCall = ({ call, action }: Activity) =>
  call !== null && (action === '' || action === 'WAIT');
const isRunning = (activity: Activity) =>
  activity.action === 'OPEN' && runningChannels(activity).length > 0;
const isDialling = (activity: Activity) =>
  activity.call?.direction === 'out' &&
  runningChannels(activity).some(({ state }) => state === 'Ringing');

const isSpeaking = (activity: Activity) =>
  runningChannels(activity).some(({ state }) => state === 'Speaking');
const isOnHold = (activity: Activity) =>
  runningChannels(activity).some(({ state }) => state === 'On Hold');

const incoming = (input: ControlInput) =>
  given({
    queue: input.optionalText('queue'),
    type: input.optionalChoice('type', activityTypes),
    contact: input.optionalText('contact'),
    subject: input.optionalText('subject'),
    ticket: input.optionalText('ticket'),
  });

const calls: Record<string, Action> = {
  'ring-agent': ({ world }, input) => {
    const activity = world.ringAgent({
      agent: input.text('agent'),
      number: input.optionalText('number') ?? '+420600100200',
      ...incoming(input),
    });
    return { activity };
  },
  'ring-pool': ({ world }, input) => {
    const activity = world.ringPool({
      number: input.optionalText('number') ?? '+420600100300',
      ...incoming(input),
    });
    return { activity };
  },
  'hold-call': (target, input) => {
    const name = chosen(target, input, isSpeaking, 'call in which an agent speaks');
    return { activity: target.world.holdCall(name) };
  },
  'take-back': (target, input) => {
    const name = chosen(target, input, isOnHold, 'call on hold');
    return { activity: target.world.takeBack(name) };
  },
  'caller-hangs-up': (target, input) => {
    const fits = (activity: Activity) => isWaitingCall(activity) || isRunning(activity);
    const name = chosen(target, input, fits, 'waiting or running call');
    return { activity: target.world.callerHangsUp(name) };
  },
  'answer-outgoing': (target, input) => {
    const name = chosen(target, input, isDialling, 'dialled call that still rings');
    return { activity: target.world.answerOutgoing(name) };
  },
  'end-call': (target, input) => {
    const name = chosen(target, input, isRunning, 'running call');
    return { activity: target.world.endCall(name) };
  },
  steal: (target, input) => {
    const name = chosen(target, input, isInPool, 'activity waiting for anyone');
    return { activity: target.world.stealFromPool(name, input.text('agent')) };
  },
};

const agents: Record<string, Action> = {
  'start-pause': ({ world }, input) => ({
    agent: world.startPause(input.text('agent'), input.optionalText('pause') ?? 'coffee'),
  }),
  'end-pause': ({ world }, input) => ({ agent: world.endPause(input.text('agent')) }),
  'go-ready': ({ world }, input) => ({
    agent: world.goReady(input.text('agent'), input.optionalText('device')),
  }),
  'go-unready': ({ world }, input) => ({ agent: world.goUnready(input.text('agent')) }),
  'device-reachable': ({ world }, input) => ({
    agent: world.setDeviceReachable(input.text('agent'), input.optionalFlag('reachable') ?? true),
  }),
  'reload-user': ({ world }, input) => ({ agent: world.bumpReloadUser(input.text('agent')) }),
  'add-agents': ({ world }, input) => ({ agents: world.addAgents(input.number('count')) }),
  announce: ({ world }, input) => {
    world.announce(input.text('text'), input.optionalText('title'));
    return {};
  },
  'withdraw-announcements': ({ world }) => {
    world.withdrawAnnouncements();
    return {};
  },
};

const network: Record<string, Action> = {
  'break-connection': ({ world, faults }, input) => {
    const forMs = input.optionalNumber('forMs');
    const untilMs = input.optionalNumber('untilMs');
    faults.breakConnection(forMs === undefined ? (untilMs ?? 'forever') : world.now() + forMs);
    return {};
  },
  'restore-connection': ({ faults }) => {
    faults.restoreConnection();
    return {};
  },
  'forget-hashes': ({ world }) => {
    world.forgetHashes();
    return {};
  },
  'expire-tokens': ({ world }, input) => {
    const refreshToo = input.optionalFlag('refreshToo');
    world.expireTokens(given({ refreshToo, permanentToo: input.optionalFlag('permanentToo') }));
    return {};
  },
  'add-fault': ({ faults }, input) => {
    const fault = readFault(input);
    input.done();
    return { fault: faults.add(fault) };
  },
  'remove-fault': ({ faults }, input) => {
    faults.remove(input.number('fault'));
    return {};
  },
  'clear-faults': ({ faults }) => {
    faults.clear();
    return {};
  },
  reset: ({ world, switches, faults, requests }) => {
    Object.assign(switches, createSwitches());
    faults.clear();
    faults.restoreConnection();
    requests.length = 0;
    world.reset();
    return {};
  },
};

/** POST /_sim/<name>: what each does. Fields are checked before anything happens. */
export const controlActions: Record<string, Action> = { ...calls, ...agents, ...network };
