import * as v from 'valibot';

/** Longer texts are not numbers, names or passwords but an attack or a mistake. */
const text = v.pipe(v.string(), v.maxLength(500));
const name = v.pipe(text, v.minLength(1));
const MAX_ITEMS = 200;
const MAX_LANGUAGE_LENGTH = 40;

const password = v.object({
  type: v.literal('session.signIn'),
  method: v.literal('password'),
  address: text,
  username: name,
  password: name,
  stay: v.boolean(),
});
const token = v.object({
  type: v.literal('session.signIn'),
  method: v.literal('token'),
  address: text,
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(8_000)),
  stay: v.boolean(),
});
const device = v.object({ name, title: v.nullable(text), model: name });

const queueChange = v.object({ name, login: v.boolean(), penalty: name });
const nextState = v.variant('kind', [
  v.object({ kind: v.literal('pause'), pause: name }),
  v.object({ kind: v.literal('unready') }),
]);

const dial = v.object({
  type: v.literal('dial'),
  /** Of one intent of the agent's: whatever comes with it again is not dialled again. */
  id: name,
  text: name,
  /** Name of the queue to call through; Daktela chooses when it is missing. */
  queue: v.exactOptional(name),
});
const plan = v.object({ type: v.literal('plan'), text: name });
const question = v.object({ text, label: text, inColumnOfOneShape: v.boolean() });
const recognise = v.object({
  type: v.literal('recognise'),
  /** Language that the page says it is written in; empty when it says none. */
  language: v.pipe(v.string(), v.maxLength(MAX_LANGUAGE_LENGTH)),
  questions: v.pipe(v.array(question), v.maxLength(MAX_ITEMS)),
});

/** A script in a page asks whether it should be there, and how to speak and look. */
const words = v.object({ type: v.literal('words') });

const lesson = { type: v.literal('teach'), text: name, as: v.picklist(['phone', 'notPhone']) };
/** Of a page it is known which site it is; it is not asked. */
const teach = v.object(lesson);

/** What a content script may ask for. Everything else is for the extension's own pages. */
const pageRequest = v.variant('type', [dial, plan, recognise, words, teach]);

const request = v.variant('type', [
  password,
  token,
  v.object({ type: v.literal('session.cancelSignIn') }),
  v.object({ type: v.literal('session.signOut') }),
  v.object({ type: v.literal('session.hurry') }),
  v.object({ type: v.literal('agent.ready'), device: v.nullable(device) }),
  v.object({ type: v.literal('agent.unready') }),
  v.object({ type: v.literal('pause.start'), pause: name }),
  v.object({ type: v.literal('pause.end') }),
  v.object({ type: v.literal('nextState.choose'), nextState: v.nullable(nextState) }),
  v.object({ type: v.literal('devices.load') }),
  v.object({ type: v.literal('history.load') }),
  v.object({ type: v.literal('device.add'), device }),
  v.object({ type: v.literal('device.remove'), device: name }),
  v.object({
    type: v.literal('queues.change'),
    queues: v.pipe(v.array(queueChange), v.minLength(1), v.maxLength(MAX_ITEMS)),
  }),
  v.object({ type: v.literal('activity.accept'), activity: name, device: v.nullable(name) }),
  v.object({ type: v.literal('activity.reject'), activity: name }),
  v.object({ type: v.literal('activity.hangUp'), activity: name }),
  v.object({
    type: v.literal('activity.close'),
    activity: name,
    statuses: v.pipe(v.array(name), v.maxLength(MAX_ITEMS)),
  }),
  /** What rings asks whether it is to go on. */
  v.object({ type: v.literal('alerts.check') }),
  v.object({ type: v.literal('notice.dismiss') }),
  v.object({ type: v.literal('away.dismiss') }),
  v.object({ type: v.literal('elsewhere.dismiss') }),
  v.object({
    type: v.literal('announcements.dismiss'),
    announcements: v.pipe(v.array(name), v.maxLength(MAX_ITEMS)),
  }),
  dial,
  plan,
  recognise,
  words,
  v.object({ ...lesson, host: v.optional(name) }),
]);

export type Request = v.InferOutput<typeof request>;

/** Who sent a message: one of the extension's own pages, or a content script in somebody's page. */
export type Sender = 'extension' | 'page';

/** Where a content script is, as the browser says; never in the page's own words. */
export interface PageAddress {
  /** Of its own frame. */
  readonly url: string;
  /** Of the page that the tab shows. */
  readonly tabUrl: string;
}

/** The request, when this sender may make it and its shape is right; null otherwise. */
export function decodeRequest(message: unknown, sender: Sender): Request | null {
  const parsed = v.safeParse(sender === 'page' ? pageRequest : request, message);
  return parsed.success ? parsed.output : null;
}
