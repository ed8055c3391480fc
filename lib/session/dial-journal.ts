import type { Activity } from '@/lib/daktela/activity';
import type { Clock } from '@/lib/daktela/clock';
import { type Failure, failureOf, mayHaveArrived } from '@/lib/daktela/failure';
import { isSameNumber } from '@/lib/phone/same-number';
import { callsOfDials, REQUEST_GONE_AFTER_MS } from './dial-calls';
import type { DialRecord, SessionStore } from './ports';
import { createTurns } from './turns';

/** A click soon after the same call was sent is the second half of a double click, here or in another tab. */
const SAME_CALL_WITHIN_MS = 3_000;
/** More than an agent dials in a day; what is older is in no message that could still come. */
const MOST_RECORDS = 500;

export type DialOutcome = { readonly ok: true } | { readonly ok: false; readonly error: Failure };

/** The server's answer to a dial: the name of the new activity, if it told one. */
type SendDial = () => Promise<string | null>;

/** What pull data has told of dials. */
export interface DialNews {
  /** Ids of dials whose outcome was not known and whose call is there. */
  readonly found: readonly string[];
  /** Dials of which there are two calls. */
  readonly twice: readonly DialRecord[];
}

const NO_NEWS: DialNews = { found: [], twice: [] };

const failed = (error: Failure): DialOutcome => ({ ok: false, error });
const ALREADY = failed({ kind: 'alreadyCalling', messages: [] });
const UNKNOWN: Failure = { kind: 'unknownOutcome', messages: [] };

/** What is answered to a message that came again. */
function outcomeOf({ outcome, failure }: DialRecord): DialOutcome {
  if (outcome === 'created') return { ok: true };
  return failed(failure ?? UNKNOWN);
}

/**
 * Lets each call be dialled once: across double clicks, tabs, messages that come twice and a worker
 * stopped in the middle. What is sent was written down before; a dial is never repeated, and when
 * its outcome is not known, the agent is told. Another number meanwhile is another call: the agent
 * wants it, and Daktela knows whether the device can take it.
 */
export function createDialJournal(store: SessionStore, clock: Clock) {
  const inTurn = createTurns();
  const going = new Map<string, Promise<DialOutcome>>();
  /** Null until what an earlier life has written was read. */
  let records: readonly DialRecord[] | null = null;

  async function read(): Promise<readonly DialRecord[]> {
    records ??= await store.readDials();
    return records;
  }

  async function write(next: readonly DialRecord[]): Promise<void> {
    const kept = next.slice(-MOST_RECORDS);
    await store.writeDials(kept);
    records = kept;
  }

  /** Why the number may not be dialled right now. */
  function hindrance(known: readonly DialRecord[], number: string): DialOutcome | null {
    const last = known.findLast((record) => isSameNumber(record.number, number));
    if (!last) return null;
    const ageMs = clock.now() - last.atMs;
    switch (last.outcome) {
      // Still marked as sent after that, it belongs to a worker that was stopped.
      case 'sent':
        return ageMs < REQUEST_GONE_AFTER_MS ? ALREADY : null;
      case 'created':
        return ageMs < SAME_CALL_WITHIN_MS ? ALREADY : null;
      case 'unknown':
        return ageMs < SAME_CALL_WITHIN_MS ? failed(UNKNOWN) : null;
      case 'refused':
        return null;
    }
  }

  /** The server has acted already: that it cannot be written down changes nothing of its answer. */
  function note(id: string, changes: Partial<DialRecord>): Promise<void> {
    return inTurn(async () => {
      const known = await read();
      records = known.map((record) => (record.id === id ? { ...record, ...changes } : record));
      await write(records);
    }).catch(() => {});
  }

  async function settle(id: string, send: SendDial): Promise<DialOutcome> {
    try {
      const activity = await send();
      await note(id, { outcome: 'created', activity, atMs: clock.now() });
      return { ok: true };
    } catch (error) {
      const failure = failureOf(error);
      const told = mayHaveArrived(failure) ? { ...failure, kind: UNKNOWN.kind } : failure;
      const outcome = told.kind === UNKNOWN.kind ? 'unknown' : 'refused';
      await note(id, { outcome, failure: told });
      return failed(told);
    }
  }

  /** Writes the dial down; anything else than null is the answer instead of it. */
  async function admit(id: string, number: string): Promise<DialOutcome | null> {
    const known = await read();
    const same = known.find((record) => record.id === id);
    if (same) return outcomeOf(same);
    const hindered = hindrance(known, number);
    if (hindered) return hindered;
    const atMs = clock.now();
    await write([...known, { id, number, atMs, sentAtMs: atMs, outcome: 'sent', activity: null }]);
    return null;
  }

  async function attempt(id: string, number: string, send: SendDial): Promise<DialOutcome> {
    // Read, check and write must not interleave with those of another tab's click.
    return (await inTurn(() => admit(id, number))) ?? settle(id, send);
  }

  return {
    /**
     * Sends the dial unless the same call is already on its way.
     * @param id of the agent's intent; the same id is never sent again, however late it comes
     */
    dial(id: string, number: string, send: SendDial): Promise<DialOutcome> {
      const first = going.get(id);
      if (first) return first;
      const outcome = attempt(id, number, send).finally(() => going.delete(id));
      going.set(id, outcome);
      return outcome;
    },

    /** The dials that an earlier life of the worker sent without hearing back, once. */
    takeInterrupted(): Promise<readonly DialRecord[]> {
      return inTurn(async () => {
        const known = await read();
        const interrupted = known.filter(({ outcome }) => outcome === 'sent');
        if (interrupted.length === 0) return [];
        await write(
          known.map((record) =>
            record.outcome === 'sent'
              ? { ...record, outcome: 'unknown', failure: UNKNOWN }
              : record,
          ),
        );
        return interrupted;
      });
    },

    /** Compares what was dialled with the calls that pull data shows; tells each finding once. */
    compare(activities: readonly Activity[]): Promise<DialNews> {
      // Most pull data has nothing to do with dialling.
      if (!activities.some(({ direction }) => direction === 'out')) return Promise.resolve(NO_NEWS);
      return inTurn(async () => {
        const known = await read();
        const { records: next, ...news } = callsOfDials(known, activities);
        if (next !== known) await write(next);
        return news;
      });
    },

    /** Nothing of one agent's is of the next one's. */
    forget(): void {
      records = [];
    },
  };
}
