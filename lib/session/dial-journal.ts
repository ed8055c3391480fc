import type { Clock } from '@/lib/daktela/clock';
import { type Failure, failureOf, mayHaveArrived } from '@/lib/daktela/failure';
import type { DialRecord, SessionStore } from './ports';
import { createTurns } from './turns';

/** A click soon after the same call was created is the second half of a double click, here or in another tab. */
const SAME_CALL_WITHIN_MS = 3_000;
/** No request lives this long; a record still marked as sent belongs to a worker that was stopped. */
const REQUEST_GONE_AFTER_MS = 20_000;

export type DialOutcome = { readonly ok: true } | { readonly ok: false; readonly error: Failure };

/**
 * Lets each call be dialled once: across double clicks, tabs and a worker stopped in the middle.
 * A dial is never repeated; when its outcome is not known, the agent is told.
 */
export function createDialJournal(store: SessionStore, clock: Clock) {
  const inTurn = createTurns();

  function isSameCall(last: DialRecord | null, number: string): boolean {
    if (!last || last.number !== number) return false;
    const ageMs = clock.now() - last.atMs;
    if (last.outcome === 'sent') return ageMs < REQUEST_GONE_AFTER_MS;
    return last.outcome === 'created' && ageMs < SAME_CALL_WITHIN_MS;
  }

  async function settle(record: DialRecord, send: () => Promise<unknown>): Promise<DialOutcome> {
    try {
      await send();
      await store.writeDial({ ...record, atMs: clock.now(), outcome: 'created' });
      return { ok: true };
    } catch (error) {
      const failure = failureOf(error);
      const unknown = mayHaveArrived(failure);
      await store.writeDial({ ...record, outcome: unknown ? 'unknown' : 'refused' });
      return { ok: false, error: unknown ? { ...failure, kind: 'unknownOutcome' } : failure };
    }
  }

  return {
    /** Sends the dial unless the same call is already on its way. */
    async dial(id: string, number: string, send: () => Promise<unknown>): Promise<DialOutcome> {
      // Read, check and write must not interleave with those of another tab's click.
      const record = await inTurn(async () => {
        if (isSameCall(await store.readDial(), number)) return null;
        const sent: DialRecord = { id, number, atMs: clock.now(), outcome: 'sent' };
        await store.writeDial(sent);
        return sent;
      });
      return record === null
        ? { ok: false, error: { kind: 'alreadyCalling', messages: [] } }
        : settle(record, send);
    },

    /** The number of a dial that an earlier life of the worker sent without hearing back, once. */
    async takeInterrupted(): Promise<{ id: string; number: string } | null> {
      const last = await store.readDial();
      if (last?.outcome !== 'sent') return null;
      await store.writeDial({ ...last, outcome: 'unknown' });
      return { id: last.id, number: last.number };
    },
  };
}
