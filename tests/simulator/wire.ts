import type { ApiCall } from './api-call';
import { instant } from './instant';
import type { Agent, Device, LoginRight, Pause, Profile, Queue, Status } from './model';

/** Wire shapes of the standing records (fact sheet, sections 1.3, 2.6 and 5). */
export const time = (call: ApiCall, ms: number | null): string | null =>
  ms === null ? null : instant(ms, call.zone);

export const sys = (model: string, hash: string | null = null) => ({ model, hash });

export function emptyMap(call: ApiCall): unknown {
  const { emptyMaps } = call.world.switches;
  if (emptyMaps === 'null') return null;
  return emptyMaps === 'list' ? [] : {};
}

export function wireQueueName(call: ApiCall, name: string): string | number {
  return call.world.switches.queueNames === 'integer' ? Number(name) : name;
}

export function wireQueue(call: ApiCall, queue: Queue) {
  const hasStatuses = queue.statuses.length > 0;
  const isCall = queue.type === 'in' || queue.type === 'out';
  return {
    name: wireQueueName(call, queue.name),
    title: queue.title,
    alias: queue.title,
    description: '',
    type: queue.type,
    direction: queue.direction,
    deactivated: queue.deactivated,
    options: isCall
      ? {
          _has_statuses: hasStatuses,
          multiple_statuses: queue.multipleStatuses,
          wrapuptime: queue.wrapUp ? Math.ceil(call.world.switches.wrapUpMs / 1000) : '',
          outboundcid: null,
        }
      : emptyMap(call),
    _sys: sys('queues'),
    _rdata: null as unknown,
  };
}

/** A queue in whoim, with the agent's right in _rdata unless a switch hides it. */
export function wireWhoimQueue(call: ApiCall, queue: Queue, login: LoginRight) {
  const { _rdata: nothing, ...wire } = wireQueue(call, queue);
  const { whoimRdata } = call.world.switches;
  if (whoimRdata === 'absent') return wire;
  return { ...wire, _rdata: whoimRdata === 'null' ? nothing : { login } };
}

/** A queue in profiles/{name}/queues. */
export function wireProfileQueue(call: ApiCall, queue: Queue, login: LoginRight) {
  const wire = wireQueue(call, queue);
  return call.world.switches.profileQueueLogin === 'row'
    ? { ...wire, login }
    : { ...wire, _rdata: { login, penalty: 0 } };
}

/** A queue in pull data. */
export function wireJoinedQueue(call: ApiCall, queue: Queue, penalty: number) {
  return { ...wireQueue(call, queue), _rdata: { penalty } };
}

export const wirePause = (pause: Pause) => ({
  name: pause.name,
  title: pause.title,
  type: pause.type,
  paid: pause.paid,
  max_duration: pause.maxMinutes,
  calculated_from: '',
  repeatable: pause.maxAmount === 0,
  max_amount: pause.maxAmount,
  min_timeout: 0,
  auto_pause: false,
  prevent_direct_calls: false,
  _sys: sys('pauses'),
});

export const wireStatus = (status: Status) => ({
  name: status.name,
  title: status.title,
  description: '',
  validation: false,
  nextcall: false,
  color: status.color,
  _sys: sys('statuses'),
});

const wireProfile = (call: ApiCall, profile: Profile) => ({
  name: profile.name,
  title: profile.title,
  type: 'CC',
  maxActivities: 5,
  noQueueCallsAllowed: profile.noQueueCallsAllowed,
  canTransferCall: 'blind and assisted transfer',
  options: { extensionRequired: true },
  customViews: emptyMap(call),
  _sys: sys('profiles'),
});

export const wireDevice = (device: Device) => ({
  name: device.name,
  title: device.title,
  model: device.model,
  cc_device: device.callCentre,
  transport: 'udp',
  codec: ['alaw', 'opus'],
  _sys: sys(device.model),
});

export function wireUser(call: ApiCall, agent: Agent) {
  const profile = call.world.profiles.get(agent.profile);
  return {
    name: agent.name,
    title: agent.title,
    alias: agent.alias,
    type: 'CC',
    email: agent.email,
    extension: agent.line,
    static: agent.staticLogin,
    timezone: '_AUTOMATIC_',
    deactivated: false,
    profile: profile === undefined ? null : wireProfile(call, profile),
    options: emptyMap(call),
    _sys: sys('users'),
  };
}
