import type { PageKey } from '@/lib/i18n/page-words';
import type { TranslateFor } from '@/lib/i18n/translate';
import type { CallPhase, DialPlan } from '@/lib/messages/reply';
import type { Send } from '@/lib/messages/send';
import { callOutcome } from './call-outcome';
import { type CardPorts, createCard } from './card';
import type { FoundNumbers } from './found-numbers';
import { followLinks } from './links';
import { followPointer, type NumberInField } from './pointer';
import { createStepping, hasKeys } from './stepping';

/** What an agent can call from a page, and how: the card with all that opens it. */
export interface Calling {
  /** The background says how far a call dialled from this page has come. */
  told(number: string, phase: CallPhase): void;
  /** The agent has pressed the keys for the next or the previous number. */
  step(direction: 1 | -1): void;
}

interface CallingPorts {
  readonly numbers: FoundNumbers;
  readonly send: Send;
  readonly t: TranslateFor<PageKey>;
  readonly countryName: CardPorts['countryName'];
  readonly numberInField: NumberInField;
}

/** Lets the agent call the numbers of a page until the signal is aborted. */
export function startCalling(
  document: Document,
  { numbers, send, t, countryName, numberInField }: CallingPorts,
  signal: AbortSignal,
): Calling {
  const card = createCard(
    document,
    {
      t,
      countryName,
      async plan(text) {
        const reply = await send<DialPlan>({ type: 'plan', text });
        return reply.ok ? reply.value : null;
      },
      async call(text, queue) {
        const id = crypto.randomUUID();
        const chosen = queue === null ? {} : { queue };
        return callOutcome(await send({ type: 'dial', id, text, ...chosen }), t);
      },
      async teach(text) {
        return (await send({ type: 'teach', text, as: 'notPhone' })).ok;
      },
      step: (direction) => step(direction),
    },
    signal,
  );
  const step = createStepping(document, numbers, card, (at, count) =>
    t('card.position', { at, count }),
  );
  followPointer(document, numbers, card, numberInField, signal);
  followLinks(
    document,
    (target) => card.call(target, target.anchor.getBoundingClientRect()),
    signal,
  );
  return {
    told: card.told,
    step(direction) {
      if (hasKeys(document)) step(direction);
    },
  };
}
