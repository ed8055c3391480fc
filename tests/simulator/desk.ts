import type { ActivityRow, AgentRow, Named, RequestRow, State, SwitchRow } from './desk-types';

/** The desk page: a person plays the phone network. Runs in the browser, imports only types. */
function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${id}`);
  return element;
}

const make = (tag: string, text = '', className = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
};

const callForm = byId('call', HTMLFormElement);
const say = (text: string, failed = false) => {
  const message = byId('message', HTMLElement);
  message.textContent = text;
  message.className = failed ? 'bad' : '';
};

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`/_sim/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await reply.json();
  if (!reply.ok) throw new Error(answer.error);
  return answer;
}

async function act(action: string, body: Record<string, unknown>): Promise<void> {
  try {
    const answer = await ask<{ activity?: string; agent?: string }>('POST', action, body);
    say([action, answer.activity ?? answer.agent ?? 'done'].join(': '));
    await refresh();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  }
}

const field = (name: string) => String(new FormData(callForm).get(name) ?? '');
const chosenAgent = () => ({ agent: field('agent') });

const incoming = () =>
  Object.fromEntries(
    ['number', 'queue', 'type', 'subject', 'ticket', 'contact'].map((name) => [name, field(name)]),
  );

const buttons: [label: string, action: string, body: () => Record<string, unknown>][] = [
  ['Ring agent', 'ring-agent', () => ({ agent: field('agent'), ...incoming() })],
  ['Ring pool', 'ring-pool', () => incoming()],
  ['Caller hangs up', 'caller-hangs-up', () => ({})],
  ['Answer outgoing', 'answer-outgoing', () => ({})],
  ['Hold', 'hold-call', () => ({})],
  ['Take back', 'take-back', () => ({})],
  ['End call', 'end-call', () => ({})],
  ['Start pause', 'start-pause', () => ({ agent: field('agent'), pause: field('pause') })],
  ['End pause', 'end-pause', chosenAgent],
  ['Device gone', 'device-reachable', () => ({ agent: field('agent'), reachable: false })],
  ['Device back', 'device-reachable', () => ({ agent: field('agent'), reachable: true })],
  ['Break the connection', 'break-connection', () => ({})],
  ['Restore', 'restore-connection', () => ({})],
  ['Forget hashes', 'forget-hashes', () => ({})],
  ['Expire tokens', 'expire-tokens', () => ({})],
  ['Reload user', 'reload-user', chosenAgent],
  ['Reset everything', 'reset', () => ({})],
];

function addButtons(): void {
  const row = byId('buttons', HTMLElement);
  for (const [label, action, body] of buttons) {
    const button = make('button', label, action === 'ring-agent' ? 'main' : '');
    button.addEventListener('click', () => void act(action, body()));
    row.append(button);
  }
}

function fillChoice(name: string, items: Named[], none?: string): void {
  const select = callForm.elements.namedItem(name);
  if (!(select instanceof HTMLSelectElement)) return;
  const options = items.map(({ name: value, title }) => new Option(title, value));
  if (none !== undefined) options.unshift(new Option(none, ''));
  if (select.options.length === options.length) return;
  const kept = select.value;
  select.replaceChildren(...options);
  if (kept !== '') select.value = kept;
}

function cell(main: string, detail = '', className = ''): HTMLElement {
  const td = make('td');
  td.append(make('span', main, className));
  if (detail !== '') td.append(make('small', detail));
  return td;
}

const row = (...cells: HTMLElement[]): HTMLElement => {
  const tr = make('tr');
  tr.append(...cells);
  return tr;
};

const stateClass: Record<string, string> = { Idle: 'good', Paused: 'warn', Session: 'muted' };

function pollCell({ heldPolls, lastPollAgeMs }: AgentRow): HTMLElement {
  if (heldPolls > 0) return cell(`held: ${heldPolls}`, '', 'good');
  if (lastPollAgeMs === null) return cell('never', '', 'muted');
  return cell(`${Math.round(lastPollAgeMs / 1000)} s ago`, '', lastPollAgeMs > 30_000 ? 'bad' : '');
}

function agentRow(agent: AgentRow): HTMLElement {
  const lost = agent.devices.length > 0 && !agent.reachable;
  return row(
    cell(agent.title, agent.name),
    cell(agent.state, agent.pause ?? '', stateClass[agent.state] ?? ''),
    cell(agent.devices.join(', ') || '–', lost ? 'unreachable' : '', lost ? 'bad' : ''),
    cell(Object.keys(agent.queues).join(', ') || '–'),
    cell(String(agent.missedChannels)),
    pollCell(agent),
  );
}

const describeAction = ({ action, inPool }: ActivityRow) =>
  inPool ? 'waits for anyone' : action === 'WAIT' ? 'rings' : action;

function activityRow(activity: ActivityRow): HTMLElement {
  const channels = activity.call?.channels ?? [];
  const legs = channels.map(({ user, state }) => `${user ?? 'customer'}: ${state}`);
  const actions = make('td');
  const add = (label: string, action: string) => {
    const button = make('button', label);
    button.addEventListener('click', () => void act(action, { activity: activity.name }));
    actions.append(button);
  };
  const own = channels.filter(({ user, state }) => user === activity.user && state !== 'Closed');
  const open = activity.action === 'OPEN';
  if (activity.call !== null && !open) add('Caller hangs up', 'caller-hangs-up');
  const dialling = activity.call?.direction === 'out' && own.some((leg) => leg.state === 'Ringing');
  if (dialling) add('Answer', 'answer-outgoing');
  if (own.some(({ state }) => state === 'Speaking')) add('Hold', 'hold-call');
  if (own.some(({ state }) => state === 'On Hold')) add('Take back', 'take-back');
  if (open && own.length > 0) add('End call', 'end-call');
  return row(
    cell(activity.title, activity.contact?.title ?? activity.type),
    cell(activity.queue ?? '–'),
    cell(describeAction(activity), '', open ? 'good' : 'warn'),
    cell(activity.user ?? '–'),
    cell(legs[0] ?? '–', legs.slice(1).join(', ')),
    actions,
  );
}

function emptyRow(text: string, columns: number): HTMLElement {
  const td = cell(text, '', 'muted');
  td.setAttribute('colspan', String(columns));
  return row(td);
}

function replaceRows(id: string, rows: HTMLElement[], none: HTMLElement): void {
  const body = byId(id, HTMLElement);
  // A click is lost when its button is replaced between press and release.
  if (body.matches(':active')) return;
  body.replaceChildren(...(rows.length > 0 ? rows : [none]));
}

async function refresh(): Promise<void> {
  const state = await ask<State>('GET', 'state');
  fillChoice('agent', state.agents);
  fillChoice('queue', state.queues, 'direct call');
  fillChoice('pause', state.pauses);
  replaceRows('agents', state.agents.slice(0, 50).map(agentRow), emptyRow('Nobody', 6));
  const newestFirst = [...state.activities].reverse().slice(0, 50);
  replaceRows('activities', newestFirst.map(activityRow), emptyRow('Nothing is going on', 6));
  const connection = byId('connection', HTMLElement);
  connection.textContent = state.connectionBroken ? 'Connection broken' : 'Connection fine';
  connection.className = state.connectionBroken ? 'bad' : 'good';
  const requests = await ask<RequestRow[]>('GET', 'requests?last=15');
  const lines = requests
    .reverse()
    .map(({ method, path, agent, status, outcome }) =>
      make('li', `${method} ${path} ${agent ?? '(nobody)'} ${status ?? outcome}`),
    );
  byId('requests', HTMLElement).replaceChildren(...lines);
}

const asTyped = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true';
  return text === '' ? null : Number(text);
};

function switchControl({ name, value, allowed, initial }: SwitchRow): HTMLElement {
  const isText = typeof initial === 'string';
  const control = allowed === null ? document.createElement('input') : make('select');
  if (control instanceof HTMLSelectElement) {
    for (const item of allowed ?? []) control.append(new Option(String(item), String(item)));
    control.value = String(value);
  } else if (control instanceof HTMLInputElement) {
    control.value = value === null ? '' : String(value);
    control.placeholder = 'null';
  }
  control.addEventListener('change', () => {
    const { value: text } = control as HTMLInputElement | HTMLSelectElement;
    void setSwitch(name, isText ? text : asTyped(text));
  });
  return control;
}

async function setSwitch(name: string, value: unknown): Promise<void> {
  try {
    await ask('PATCH', 'switches', { [name]: value });
    say(`${name}: ${String(value)}`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  }
  await showSwitches();
}

async function showSwitches(): Promise<void> {
  const switches = await ask<SwitchRow[]>('GET', 'switches');
  const labels = switches.map((item) => {
    const label = make('label', '', item.value === item.initial ? '' : 'changed');
    label.append(make('b', item.name), make('span', item.doc), switchControl(item));
    return label;
  });
  byId('switches', HTMLElement).replaceChildren(...labels);
}

callForm.addEventListener('submit', (event) => event.preventDefault());
addButtons();
void showSwitches();
void refresh();
setInterval(() => {
  refresh().catch((error: unknown) => say(`The simulator does not answer: ${String(error)}`, true));
}, 1000);
