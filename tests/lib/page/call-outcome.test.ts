import { expect, it } from 'vitest';
import type { Failure } from '@/lib/daktela/failure';
import en from '@/lib/i18n/locales/page.en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { callOutcome } from '@/lib/page/call-outcome';

const t = createTranslate('en', en);
const failed = (kind: Failure['kind'], ...messages: string[]) =>
  callOutcome({ ok: false, error: { kind, messages } }, t);

it('has nothing to say of a call that was created', () => {
  expect(callOutcome({ ok: true, value: undefined }, t)).toEqual({ ok: true });
});

it('gives the words of the server for a refusal, and says what to do', () => {
  expect(failed('refused', 'Nejste ve frontě')).toEqual({
    ok: false,
    text: 'Nejste ve frontě',
    advice: en['card.tryAgain'],
  });
});

it('says everything that the server has said', () => {
  expect(failed('refused', 'No queue.', 'No device.')).toMatchObject({
    text: 'No queue. No device.',
  });
});

it('puts what to do behind the words of the server where it is more than to try again', () => {
  expect(failed('forbidden', 'Access denied')).toEqual({
    ok: false,
    text: 'Access denied',
    advice: en['failure.forbidden'],
  });
});

it.each(['notReady', 'noQueue', 'noDevice'] as const)(
  'says what to do about what has most likely kept the call from going out, as in %s',
  (obstacle) => {
    const error = { kind: 'refused', messages: ['Chyba 12'], obstacle } as const;
    expect(callOutcome({ ok: false, error }, t)).toEqual({
      ok: false,
      text: 'Chyba 12',
      advice: en[`nextStep.${obstacle}`],
    });
  },
);

it('says first that a call was not confirmed, whatever the server says', () => {
  expect(failed('unknownOutcome', 'Gateway')).toEqual({
    ok: false,
    text: en['failure.unknownOutcome'],
    advice: 'Gateway',
  });
});

it.each<[Failure['kind'], string]>([
  ['refused', en['failure.refused']],
  ['unauthorised', en['failure.unauthorised']],
  ['forbidden', en['failure.forbidden']],
  ['rateLimited', en['failure.rateLimited']],
  ['alreadyCalling', en['failure.alreadyCalling']],
  ['signedOut', en['failure.signedOut']],
  ['notANumber', en['failure.notANumber']],
  ['unknownOutcome', en['failure.unknownOutcome']],
  ['network', en['failure.other']],
  ['internal', en['failure.other']],
])('has words of its own for %s', (kind, text) => {
  expect(failed(kind)).toMatchObject({ ok: false, text });
});
