import { isAlreadyTrue } from '@/lib/agent/already-true';
import type { WantedState } from '@/lib/agent/state';
import type { Failure } from '@/lib/daktela/failure';
import type { CommandName } from '@/lib/diagnostics/log-event';
import type { Outcome } from '@/lib/session/command-gate';
import { queueToTell } from '@/lib/session/dial-plan';
import type { Session } from '@/lib/session/session';
import type { TaughtAs } from '@/lib/settings/taught-numbers';
import { decodeRequest, type PageAddress, type Request, type Sender } from './protocol';
import type { DialPlan, PageHello, Question, Recognised, Reply } from './reply';

export interface DispatchPorts {
  readonly session: Session;
  /**
   * @param language that the page says it is written in; empty when it says none
   * @param host site whose lessons count; null for none
   */
  recognise(
    questions: readonly Question[],
    language: string,
    host: string | null,
  ): Promise<Recognised>;
  /** What will come of dialling the text as things stand; null when there is nothing to dial. */
  plan(text: string): DialPlan | null;
  /** @param page null for a page of our own */
  hello(page: PageAddress | null): Promise<PageHello>;
  /** Resolves false when the text can be no phone number. */
  teach(host: string, text: string, as: TaughtAs): Promise<boolean>;
  /** Makes what is seen and heard match the state. */
  checkAlerts(): Promise<void>;
}

type AnyReply = Reply<unknown>;

function refuse(kind: Failure['kind']): AnyReply {
  return { ok: false, error: { kind, messages: [] } };
}

async function plain(outcome: Promise<Outcome>): Promise<AnyReply> {
  const settled = await outcome;
  return settled.ok ? { ok: true, value: undefined } : settled;
}

async function done(work: Promise<void>): Promise<AnyReply> {
  await work;
  return { ok: true, value: undefined };
}

async function dial(
  { session, plan }: DispatchPorts,
  { id, text, queue }: Extract<Request, { type: 'dial' }>,
): Promise<AnyReply> {
  await session.resume();
  const planned = plan(text);
  if (planned === null) return refuse('notANumber');
  return plain(session.dial(id, planned.dial, queue ?? queueToTell(planned)));
}

async function tellPlan({ session, plan }: DispatchPorts, text: string): Promise<AnyReply> {
  await session.resume();
  if (session.state.signIn.phase !== 'signedIn') return refuse('signedOut');
  const value = plan(text);
  return value === null ? refuse('notANumber') : { ok: true, value };
}

async function recognise(
  { session, recognise: find }: DispatchPorts,
  questions: readonly Question[],
  language: string,
  host: string | null,
): Promise<AnyReply> {
  await session.resume();
  if (session.state.signIn.phase !== 'signedIn') return refuse('signedOut');
  return { ok: true, value: await find(questions, language, host) };
}

async function hello(ports: DispatchPorts, page: PageAddress | null): Promise<AnyReply> {
  return { ok: true, value: await ports.hello(page) };
}

async function teach(
  ports: DispatchPorts,
  host: string | null,
  text: string,
  as: TaughtAs,
): Promise<AnyReply> {
  if (host === null) return refuse('internal');
  return (await ports.teach(host, text, as))
    ? { ok: true, value: undefined }
    : refuse('notANumber');
}

type Run = Parameters<Session['command']>[1];

/** The commands to the server: each is one request, and the same one is never in flight twice. */
function commandOf(request: Request): readonly [CommandName, Run] | null {
  switch (request.type) {
    case 'agent.ready':
      return ['ready', (client) => client.setReady(request.device)];
    case 'agent.unready':
      return ['unready', (client) => client.setUnready()];
    case 'pause.start':
      return ['pause', (client) => client.startPause(request.pause)];
    case 'pause.end':
      return ['endPause', (client) => client.endPause()];
    case 'queues.change':
      return ['queues', (client) => client.changeQueues(request.queues)];
    case 'activity.accept':
      return ['accept', (client) => client.acceptActivity(request.activity, request.device)];
    case 'activity.reject':
      return ['reject', (client) => client.rejectActivity(request.activity)];
    case 'activity.hangUp':
      return ['hangUp', (client) => client.hangUp(request.activity)];
    case 'activity.close':
      return ['close', (client) => client.closeActivity(request.activity, request.statuses)];
    default:
      return null;
  }
}

/** The state that the request asks for, if it asks for one. */
function wantedOf({ type }: Request): WantedState | null {
  switch (type) {
    case 'agent.ready':
    case 'pause.end':
      return 'Idle';
    case 'agent.unready':
      return 'Session';
    case 'pause.start':
      return 'Paused';
    default:
      return null;
  }
}

/** The device that going ready connects. */
function connectedBy(request: Request): { name: string; connected: true } | null {
  return request.type === 'agent.ready' && request.device
    ? { name: request.device.name, connected: true }
    : null;
}

const hostOf = (page: PageAddress | null) => (page === null ? null : new URL(page.url).host);

function answer(
  request: Request,
  ports: DispatchPorts,
  page: PageAddress | null,
): Promise<AnyReply> {
  const { session } = ports;
  switch (request.type) {
    case 'session.signIn':
      return plain(session.signIn(request));
    case 'session.cancelSignIn':
      return done(session.cancelSignIn());
    case 'session.signOut':
      return done(session.signOut());
    case 'session.hurry':
      return done(session.hurry());
    case 'devices.load':
      return plain(session.loadDevices());
    case 'history.load':
      return done(session.loadHistory());
    case 'device.add':
      return plain(session.addDevice(request.device));
    case 'device.remove':
      return plain(session.removeDevice(request.device));
    case 'nextState.choose':
      return plain(session.chooseNextState(request.nextState));
    case 'alerts.check':
      return done(ports.checkAlerts());
    case 'notice.dismiss':
      return done(session.dismissNotice());
    case 'away.dismiss':
      return done(session.dismiss('away'));
    case 'elsewhere.dismiss':
      return done(session.dismiss('elsewhere'));
    case 'announcements.dismiss':
      return done(session.dismissAnnouncements(request.announcements));
    case 'dial':
      return dial(ports, request);
    case 'plan':
      return tellPlan(ports, request.text);
    case 'recognise':
      return recognise(ports, request.questions, request.language, hostOf(page));
    case 'words':
      return hello(ports, page);
    case 'teach': {
      // A site that a message names is that of one of our own pages: a page's own is left out.
      const named = 'host' in request ? request.host : undefined;
      return teach(ports, named ?? hostOf(page), request.text, request.as);
    }
    default: {
      const command = commandOf(request);
      if (command === null) return Promise.resolve(refuse('internal'));
      const [name, run] = command;
      return plain(
        session.command(JSON.stringify(request), run, {
          name,
          wanted: wantedOf(request),
          isDone: (state, nowMs) => isAlreadyTrue(state, request, nowMs),
          device: connectedBy(request),
        }),
      );
    }
  }
}

/**
 * Answers one message: who sent it and what it looks like are checked here, before anything is done.
 * @param page where it came from; null for a page of our own
 */
export function dispatch(
  message: unknown,
  sender: Sender,
  ports: DispatchPorts,
  page: PageAddress | null = null,
): Promise<AnyReply> {
  const request = decodeRequest(message, sender);
  return request === null ? Promise.resolve(refuse('internal')) : answer(request, ports, page);
}
