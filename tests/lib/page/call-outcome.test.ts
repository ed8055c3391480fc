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

it('uses the words of the server where it has some', () => {
  expect(failed('refused', 'Nejste ve frontě')).toEqual({ ok: false, text: 'Nejste ve frontě' });
});

it('tells what to do about a call that was not confirmed, whatever the server says', () => {
  expect(failed('unknownOutcome', 'Gateway')).toEqual({
    ok: false,
    text: `${en['failure.unknownOutcome']} Gateway`,
  });
});

it.each<[Failure['kind'], string]>([
  ['alreadyCalling', en['failure.alreadyCalling']],
  ['signedOut', en['failure.signedOut']],
  ['internal', en['failure.other']],
])('has words of its own for %s', (kind, text) => {
  expect(failed(kind)).toEqual({ ok: false, text });
});
