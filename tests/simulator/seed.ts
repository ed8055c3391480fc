import type { Device, LoginRight, Pause, Profile, Queue, Status } from './model';

const queue = (name: string, title: string, rest: Partial<Queue> = {}): Queue => ({
  name,
  title,
  type: 'in',
  direction: 'in',
  deactivated: false,
  statuses: [],
  multipleStatuses: false,
  wrapUp: false,
  ...rest,
});

/** Queues of an invented gas and electricity company. */
export const seedQueues: readonly Queue[] = [
  queue('3001', 'Support', {
    statuses: ['statuses_resolved', 'statuses_callback', 'statuses_escalated'],
    wrapUp: true,
  }),
  queue('3002', 'Sales', {
    statuses: ['statuses_order', 'statuses_offer', 'statuses_nointerest'],
    multipleStatuses: true,
  }),
  queue('3003', 'Reklamace'),
  queue('3008', 'Poruchy 2019', { deactivated: true }),
  queue('3009', 'Management line'),
  queue('4001', 'Outbound', { type: 'out', direction: 'out' }),
  queue('5001', 'Web chat', { type: 'chat' }),
  queue('5002', 'E-mail', { type: 'email' }),
];

export const seedStatuses: readonly Status[] = [
  { name: 'statuses_resolved', title: 'Vyřešeno', color: '#2e9e5b' },
  { name: 'statuses_callback', title: 'Call back', color: '#d9822b' },
  { name: 'statuses_escalated', title: 'Escalated', color: '#c0392b' },
  { name: 'statuses_order', title: 'Objednávka', color: '#2e9e5b' },
  { name: 'statuses_offer', title: 'Offer sent', color: '#2b7bd9' },
  { name: 'statuses_nointerest', title: 'Nemá zájem', color: '' },
];

const pause = (name: string, title: string, rest: Partial<Pause> = {}): Pause => ({
  name,
  title,
  type: null,
  paid: false,
  maxMinutes: 0,
  maxAmount: 0,
  allowed: true,
  ...rest,
});

export const seedPauses: readonly Pause[] = [
  pause('lunch', 'Oběd', { maxMinutes: 30 }),
  pause('coffee', 'Coffee break', { paid: true, maxMinutes: 10 }),
  pause('training', 'Školení', { paid: true }),
  pause('doctor', 'Doctor', { maxAmount: 1 }),
  pause('backoffice', 'Back office', { paid: true, allowed: false }),
  pause('wrapup', 'Wrap-up', { type: 'wrap', paid: true }),
  pause('inactive', 'Neaktivní', { type: 'lajdak' }),
  pause('dnd', 'Do not disturb', { type: 'dnd' }),
];

const sip = (name: string, title: string, owner: string | null): Device => ({
  name,
  title,
  model: 'sipDevices',
  owner,
  callCentre: true,
});

export const seedDevices: readonly Device[] = [
  sip('305', 'Desk phone 305', 'anna.novakova'),
  sip('306', 'Softphone 306', 'anna.novakova'),
  sip('307', 'Desk phone 307', null),
  sip('308', 'Desk phone 308', null),
  sip('310', 'Headset 310', null),
  sip('311', 'Desk phone 311', 'eva.static'),
  sip('312', 'Desk phone 312', 'dana.dotted.name'),
  {
    name: '350',
    title: 'Browser phone 350',
    model: 'webrtcDevices',
    owner: null,
    callCentre: true,
  },
  { ...sip('390', 'Reception phone', null), callCentre: false },
  {
    name: '601000111',
    title: 'Mobile 601 000 111',
    model: 'externalNumbers',
    owner: null,
    callCentre: true,
  },
  { ...sip('360', 'Door phone 360', null), model: 'genericDevices' },
  { ...sip('370', 'Teams 370', null), model: 'msteamsDevices' },
];

const profile = (
  name: string,
  title: string,
  queues: Record<string, LoginRight>,
  noQueueCallsAllowed = false,
): Profile => ({ name, title, noQueueCallsAllowed, queues: new Map(Object.entries(queues)) });

export const seedProfiles: readonly Profile[] = [
  profile('profiles_agents', 'Agents', {
    3001: 'auto',
    3002: 'auto',
    3003: 'manual',
    3008: 'manual',
    3009: '',
    4001: 'auto',
    5001: 'manual',
  }),
  profile('profiles_mobile', 'Mobile agents', { 3001: 'fix', 3003: 'manual', 4001: 'auto' }),
  profile('profiles_inbound.only', 'Inbound only', { 3001: 'auto', 3003: 'manual', 5002: 'auto' }),
  profile('profiles_free', 'Free dialling', { 3003: 'manual' }, true),
];
