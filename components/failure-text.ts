import type { Failure } from '@/lib/daktela/failure';
import type { MessageKey, Translate } from '@/lib/i18n/translate';
import type { Request } from '@/lib/messages/protocol';
import { dialFormatOf } from '@/lib/phone/dial-format';
import { plainTextOf } from './plain-text';

export interface FailureWords {
  /** What happened: the server's own sentences, else ours. */
  readonly sentences: readonly string[];
  /** What to do about it, unless that is clear. */
  readonly nextStep: string | null;
}

const NEXT_STEPS: Partial<Record<Failure['kind'], MessageKey>> = {
  refused: 'nextStep.refused',
  unauthorised: 'nextStep.unauthorised',
  forbidden: 'nextStep.forbidden',
  missing: 'nextStep.missing',
  rateLimited: 'nextStep.rateLimited',
  server: 'nextStep.server',
  notDaktela: 'nextStep.notDaktela',
  noToken: 'nextStep.noToken',
  network: 'nextStep.network',
  offline: 'nextStep.offline',
  timeout: 'nextStep.timeout',
  cancelled: 'nextStep.cancelled',
  signedOut: 'nextStep.signedOut',
  permission: 'nextStep.permission',
  badToken: 'nextStep.badToken',
  interrupted: 'nextStep.interrupted',
  unknownOutcome: 'nextStep.unknownOutcome',
  dialledTwice: 'nextStep.dialledTwice',
  nothingSelected: 'nextStep.nothingSelected',
  pageClosed: 'nextStep.pageClosed',
  severalRing: 'nextStep.severalRing',
  severalCalls: 'nextStep.severalCalls',
  chooseDevice: 'nextStep.chooseDevice',
  choosePause: 'nextStep.choosePause',
  stateUnknown: 'nextStep.stateUnknown',
  internal: 'nextStep.internal',
};

const TRIED: Partial<Record<Request['type'], MessageKey>> = {
  'session.signIn': 'tried.signIn',
  'agent.ready': 'tried.ready',
  'agent.unready': 'tried.unready',
  'pause.start': 'tried.pause',
  'pause.end': 'tried.endPause',
  'devices.load': 'tried.devices',
  'device.add': 'tried.addDevice',
  'device.remove': 'tried.removeDevice',
  'queues.change': 'tried.queues',
  'activity.accept': 'tried.accept',
  'activity.reject': 'tried.reject',
  'activity.hangUp': 'tried.hangUp',
  'activity.close': 'tried.close',
};

const LONGEST_IN_SECONDS_MS = 90_000;

function waitText(retryAfterMs: number, t: Translate): string {
  return retryAfterMs <= LONGEST_IN_SECONDS_MS
    ? t('nextStep.waitSeconds', { count: Math.ceil(retryAfterMs / 1000) })
    : t('nextStep.waitMinutes', { count: Math.ceil(retryAfterMs / 60_000) });
}

function nextStepOf({ kind, messages, retryAfterMs, obstacle }: Failure, t: Translate) {
  if (retryAfterMs !== undefined && retryAfterMs > 0) return waitText(retryAfterMs, t);
  if (obstacle) return t(`nextStep.${obstacle}`);
  // A server that gives its reason for a refusal has said what there is to do.
  if (kind === 'refused' && messages.length > 0) return null;
  const key = NEXT_STEPS[kind];
  return key === undefined ? null : t(key);
}

/** The server's own words where it has some, else ours; then what to do. */
export function failureWords(failure: Failure, t: Translate): FailureWords {
  const said = failure.messages.map(plainTextOf).filter((sentence) => sentence !== '');
  const ours = t(`failure.${failure.kind}`);
  // What the server says of an unconfirmed call does not tell that it may be going out.
  const sentences = failure.kind === 'unknownOutcome' ? [ours, ...said] : said;
  return {
    sentences: sentences.length === 0 ? [ours] : sentences,
    nextStep: nextStepOf({ ...failure, messages: said }, t),
  };
}

/** What the agent has tried, as the beginning of what went wrong with it. */
export function triedText(request: Request, t: Translate): string | null {
  if (request.type === 'dial') {
    return t('notice.dial', { number: dialFormatOf(request.text) ?? request.text });
  }
  const key = TRIED[request.type];
  return key === undefined ? null : t(key);
}
