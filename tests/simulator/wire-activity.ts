import type { ApiCall } from './api-call';
import type { Activity, ActivityType, Call, Channel } from './model';
import { emptyMap, sys, time, wireQueue, wireQueueName, wireStatus, wireUser } from './wire';

/** Wire shapes of activities and calls (fact sheet, section 6). */
type Related = { name: unknown; title: unknown } & Record<string, unknown>;

function related(call: ApiCall, name: unknown, full: () => Related): unknown {
  const { relatedObjects } = call.world.switches;
  if (relatedObjects === 'names') return name;
  const { name: _name, ...rest } = full();
  return relatedObjects === 'full' ? full() : rest;
}

function relatedUser(call: ApiCall, name: string | null): unknown {
  const agent = name === null ? undefined : call.world.agents.get(name);
  return agent === undefined ? null : related(call, name, () => wireUser(call, agent));
}

function relatedQueue(call: ApiCall, name: string | null): unknown {
  const queue = name === null ? undefined : call.world.queues.get(name);
  if (name === null || queue === undefined) return null;
  return related(call, wireQueueName(call, name), () => wireQueue(call, queue));
}

function wireChannel(call: ApiCall, channel: Channel, number: string) {
  const device = channel.device === null ? undefined : call.world.devices.get(channel.device);
  const agent = channel.user === null ? undefined : call.world.agents.get(channel.user);
  return {
    name: channel.name,
    app: channel.user === null ? 'customer' : 'agent',
    clid: number,
    channel: `SIP/${channel.device ?? 'trunk'}-${channel.name.split('_')[1]}`,
    state: channel.state,
    time_ringing: time(call, channel.ringingAt),
    time_speaking: time(call, channel.speakingAt),
    time_closed: time(call, channel.closedAt),
    user: agent === undefined ? null : wireUser(call, agent),
    endpoint: device === undefined ? null : { name: device.name, title: device.title },
  };
}

const seconds = (from: number | null, to: number | null) =>
  from === null || to === null ? 0 : Math.max(0, Math.round((to - from) / 1000));

function wireChannels(call: ApiCall, item: Call): unknown {
  if (!item.channelsShown || call.world.switches.channels === 'never') return null;
  return item.channels.map((channel) => wireChannel(call, channel, item.number));
}

/** ActivitiesCall: the item of a call and the record of activitiesCall/{id_call}. */
export function wireCall(call: ApiCall, activity: Activity, item: Call) {
  return {
    id_call: item.id,
    call_time: time(call, item.startedAt),
    direction: item.direction,
    answered: item.answered,
    id_queue: relatedQueue(call, activity.queue),
    id_agent: relatedUser(call, activity.user),
    clid: item.number,
    prefix_clid_name: '',
    did: item.direction === 'in' ? '+420600000999' : '',
    contact: wireContact(call, activity),
    waiting_time: seconds(activity.createdAt, activity.openAt ?? activity.closeAt),
    ringing_time: seconds(activity.waitAt, activity.openAt ?? activity.closeAt),
    duration: seconds(activity.openAt, activity.closeAt),
    disposition_cause: item.endedBy,
    disconnection_cause: item.missed ? 'abandon' : '',
    missed_call: item.missed ? 1 : null,
    channels: wireChannels(call, item),
    _sys: sys('activitiesCall'),
  };
}

function wireContact(call: ApiCall, { contact, name, from }: Activity): unknown {
  if (contact === null) return null;
  const [firstname = '', ...lastnames] = contact.title.split(' ');
  return {
    name: name.replace('activities_', 'contacts_'),
    title: contact.title,
    firstname,
    lastname: lastnames.join(' '),
    account: contact.account === undefined ? null : { name: 'account_1', title: contact.account },
    user: null,
    description: '',
    customFields: { number: [from], email: [null], address: [null] },
    _sys: { ...sys('contacts'), cfScheme: emptyMap(call) },
  };
}

/** How long it waited and was worked on, and whether somebody has opened it. */
const progress = ({ createdAt, openAt, closeAt }: Activity) => ({
  wait_time: seconds(createdAt, openAt ?? closeAt),
  duration: seconds(openAt, closeAt),
  answered: openAt !== null,
});

function wireEmail(call: ApiCall, activity: Activity) {
  return {
    name: activity.name.replace('activities_', 'emails_'),
    title: activity.title,
    address: activity.from,
    direction: 'in',
    ...progress(activity),
    text: '',
    time: time(call, activity.createdAt),
    state: '',
    files: [],
    options: { headers: emptyMap(call) },
    _sys: sys('activitiesEmail'),
  };
}

/** Items of chats and messengers: one of three fields has where the customer is (fact sheet 6.4). */
const messageModels: Partial<Record<ActivityType, [model: string, field: string]>> = {
  CHAT: ['activitiesWeb', 'email'],
  SMS: ['activitiesSms', 'phone'],
  WAP: ['activitiesWap', 'phone'],
  VBR: ['activitiesVbr', 'phone'],
  FBM: ['activitiesFbm', 'sender'],
  IGDM: ['activitiesIgdm', 'sender'],
};

function wireMessage(call: ApiCall, activity: Activity, [model, byType]: [string, string]) {
  const field = call.world.switches.messageFrom === 'byType' ? byType : 'sender';
  return {
    name: activity.name.replace('activities_', `${model}_`),
    title: activity.contact?.title ?? '',
    [field]: activity.from,
    direction: 'IN',
    state: '',
    ...progress(activity),
    time: time(call, activity.createdAt),
    disconnection: '',
    missed: '',
    missed_time: null,
    queue: relatedQueue(call, activity.queue),
    user: relatedUser(call, activity.user),
    contact: wireContact(call, activity),
    connector: null,
    _sys: sys(model),
  };
}

/** What the activity is in itself; comments and custom activities have no such record. */
function wireItem(call: ApiCall, activity: Activity): unknown {
  const { callItem } = call.world.switches;
  if (activity.type === 'EMAIL') return wireEmail(call, activity);
  const model = messageModels[activity.type];
  if (model !== undefined) return wireMessage(call, activity, model);
  if (activity.call === null) return null;
  if (callItem === 'null') return null;
  if (callItem === 'id') return Number(activity.call.id.split('.')[1]);
  return wireCall(call, activity, activity.call);
}

/** Tickets are named by numbers (fact sheet 1.3). */
function wireTicket({ ticket, title }: Activity): unknown {
  if (ticket === null) return null;
  return { name: /^\d+$/.test(ticket) ? Number(ticket) : ticket, title };
}

export function wireActivity(call: ApiCall, activity: Activity) {
  const statuses = activity.statuses.flatMap((name) => {
    const status = call.world.statuses.get(name);
    return status === undefined ? [] : [wireStatus(status)];
  });
  return {
    name: activity.name,
    title: activity.title,
    action: activity.action,
    type: activity.type,
    queue: relatedQueue(call, activity.queue),
    user: relatedUser(call, activity.user),
    contact: wireContact(call, activity),
    ticket: wireTicket(activity),
    record: null,
    created_by: null,
    item: wireItem(call, activity),
    priority: 0,
    important: false,
    description: null,
    options: emptyMap(call),
    customFields: emptyMap(call),
    time: time(call, activity.createdAt),
    time_wait: time(call, activity.waitAt),
    time_open: time(call, activity.openAt),
    time_close: time(call, activity.closeAt),
    duration: seconds(activity.openAt, activity.closeAt),
    statuses,
    ...(call.world.switches.extraFields ? { _future: { deep: [1, null, 'x'] } } : {}),
    _sys: sys('activities', String(activity.createdAt % 100_000)),
  };
}
