import { expect, it } from 'vitest';
import { callerTitle, kindTitle, ringingWords } from '@/lib/agent/words';
import type { Activity, ActivityType } from '@/lib/daktela/activity';
import en from '@/lib/i18n/locales/en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { anActivity, anEmail } from '../../support/builders';

const t = createTranslate('en', en);
const nobody = { number: null, address: null, callerName: null, title: null, contact: null };

it.each<[ActivityType, string]>([
  ['CALL', 'Unknown caller'],
  ['EMAIL', 'Unknown sender'],
  ['CHAT', 'Visitor'],
  ['SMS', 'Unknown sender'],
  ['FBM', 'Unknown sender'],
  ['IGDM', 'Unknown sender'],
  ['WAP', 'Unknown sender'],
  ['VBR', 'Unknown sender'],
  ['FBCOMMENT', 'Unknown author'],
  ['IGCOMMENT', 'Unknown author'],
  ['COMMENT', 'Unknown author'],
  ['CUSTOM', 'Custom activity'],
  ['OTHER', 'Activity'],
])('nobody known on the other side of a %s is called %s', (type, title) => {
  expect(callerTitle(anActivity({ ...nobody, type }), t)).toBe(title);
});

it.each<[Partial<Activity>, string]>([
  [{ direction: 'in' }, 'Incoming call'],
  [{ direction: 'out' }, 'Outgoing call'],
  [{ direction: 'internal' }, 'Internal call'],
  [{ direction: null }, 'Call'],
  [{ type: 'EMAIL', direction: 'in' }, 'E-mail'],
  [{ type: 'WAP', direction: null }, 'WhatsApp'],
])('a piece with %j is called %s', (overrides, title) => {
  expect(kindTitle(anActivity(overrides), t)).toBe(title);
});

it.each<[string, Activity, string]>([
  ['a call', anActivity(), '+420600111222 is ringing in Support'],
  ['a call without a queue', anActivity({ queue: null }), '+420600111222 is ringing'],
  ['an e-mail', anEmail(), 'E-mail from jana@example.com in Support'],
  ['a chat without a queue', anEmail({ type: 'CHAT', queue: null }), 'Chat from jana@example.com'],
])('%s is told in words of its own', (_, activity, words) => {
  expect(ringingWords(activity, t)).toBe(words);
});
