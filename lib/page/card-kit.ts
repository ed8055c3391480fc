import type { DialPlan } from '@/lib/messages/reply';
import { callOutcome } from './call-outcome';
import { createCard } from './card';
import { newId } from './new-id';
import type { CreatePageCard } from './page-card';
import { createStepping } from './stepping';
import { createTexts } from './texts';

/** The card with all that a page needs only once it is wanted: its words, its plans, the way from number to number. */
export const createCardKit: CreatePageCard = async (document, numbers, send, signal) => {
  const { t, countryName, speak } = await createTexts(send);
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
        const id = newId();
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
  return { ...card, step, speak };
};
