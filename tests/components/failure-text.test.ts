// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { failureWords, triedText } from '@/components/failure-text';
import type { Failure } from '@/lib/daktela/failure';
import en from '@/lib/i18n/locales/en.json';
import { createTranslate } from '@/lib/i18n/translate';

const t = createTranslate('en', en);
const words = (failure: Partial<Failure>) =>
  failureWords({ kind: 'refused', messages: [], ...failure }, t);

it('the words of the server come first, and need no more for a plain refusal', () => {
  expect(words({ messages: ['Vyberte zařízení'] })).toEqual({
    sentences: ['Vyberte zařízení'],
    nextStep: null,
  });
});

it('several sentences of the server stay apart', () => {
  expect(words({ messages: ['number: Short', 'name: Long'] }).sentences).toHaveLength(2);
});

it('markup of the server is shown as its words', () => {
  expect(words({ messages: ['<b>Choose</b> a device'] }).sentences).toEqual(['Choose a device']);
});

it('a server whose words are nothing but markup has said nothing', () => {
  expect(words({ messages: ['<hr>'] })).toEqual(words({}));
});

it.each<Failure['kind']>([
  'refused',
  'unauthorised',
  'forbidden',
  'missing',
  'rateLimited',
  'server',
  'notDaktela',
  'noToken',
  'network',
  'offline',
  'timeout',
])('a failure of kind %s says by itself what happened and what to do', (kind) => {
  const { sentences, nextStep } = words({ kind });
  expect(sentences).toEqual([en[`failure.${kind}`]]);
  expect(nextStep).toMatch(/\.$/);
});

it('each kind has words of its own', () => {
  const kinds = Object.entries(en).filter(([key]) => key.startsWith('failure.'));
  expect(new Set(kinds.map(([, text]) => text)).size).toBe(kinds.length);
});

it.each<Failure['kind']>(['forbidden', 'missing', 'rateLimited', 'server'])(
  'the words of the server for %s are followed by what to do',
  (kind) => {
    const { sentences, nextStep } = words({ kind, messages: ['Ne'] });
    expect(sentences).toEqual(['Ne']);
    expect(nextStep).toMatch(/\.$/);
  },
);

it.each([
  [1_000, 'Wait 1 second and try again.'],
  [19_200, 'Wait 20 seconds and try again.'],
  [90_000, 'Wait 90 seconds and try again.'],
  [91_000, 'Wait 2 minutes and try again.'],
  [600_000, 'Wait 10 minutes and try again.'],
])('a server that asks to wait for %i ms is obeyed in words', (retryAfterMs, nextStep) => {
  expect(words({ kind: 'rateLimited', retryAfterMs })).toMatchObject({ nextStep });
});

it('a wait of nothing is none', () => {
  expect(words({ kind: 'server', retryAfterMs: 0 })).toEqual(words({ kind: 'server' }));
});

it('an unconfirmed call says so before the words of the server', () => {
  const { sentences, nextStep } = words({ kind: 'unknownOutcome', messages: ['Bad gateway'] });
  expect(sentences).toEqual([en['failure.unknownOutcome'], 'Bad gateway']);
  expect(nextStep).toBe(en['nextStep.unknownOutcome']);
});

it.each(['notReady', 'noQueue', 'noDevice'] as const)(
  'what the server refused is said in its words, and what to do about %s in ours',
  (obstacle) => {
    expect(words({ kind: 'refused', messages: ['Nelze volat'], obstacle })).toEqual({
      sentences: ['Nelze volat'],
      nextStep: en[`nextStep.${obstacle}`],
    });
  },
);

it('a dial is named by its number, whatever was pasted with it', () => {
  const dial = { type: 'dial', id: '1', text: 'Tel.: +420 777 123 456, Jan' } as const;
  expect(triedText(dial, t)).toBe('Calling +420777123456:');
});

it('what was tried is named', () => {
  expect(triedText({ type: 'agent.ready', device: null }, t)).toBe('Going ready did not work:');
  expect(triedText({ type: 'dial', id: '1', text: '777' }, t)).toBe('Calling 777:');
});

it('what has no words is not named', () => {
  expect(triedText({ type: 'session.hurry' }, t)).toBeNull();
});
