import { isPulledSince, ownActivities } from '@/lib/agent/derive';
import { screenPopDue } from '@/lib/agent/screen-pop';
import type { AgentState } from '@/lib/agent/state';
import type { Clock } from '@/lib/daktela/clock';
import type { ScreenPopPorts, SessionStore } from './ports';
import { createTurns } from './turns';

/** More than an agent has in hand at a time. */
const MOST_REMEMBERED = 50;

/**
 * Opens the CRM for each call once. That it was opened is stored before it is: a worker stopped in
 * between loses the page, which the agent finds by the number, and never opens it a second time,
 * over what the agent may have begun to write.
 */
export function createScreenPopKeeper(
  store: Pick<SessionStore, 'readScreenPops' | 'writeScreenPops'>,
  { settings, formsOf, open }: ScreenPopPorts,
  clock: Clock,
) {
  // Read, check and write must not interleave.
  const inTurn = createTurns();
  const bornAtMs = clock.now();

  async function popNext(state: AgentState): Promise<boolean> {
    const chosen = await settings();
    if (chosen.in === 'off' && chosen.out === 'off') return false;
    const done = await store.readScreenPops();
    const pop = screenPopDue(state, chosen, done, formsOf, clock.now());
    if (!pop) return false;
    await store.writeScreenPops([...done, pop.activity].slice(-MOST_REMEMBERED));
    await open(pop.url, chosen.reuseTab);
    return true;
  }

  return {
    /** Called with every state; a failure to open is final, as the page may be there. */
    async show(state: AgentState): Promise<void> {
      // A call of an earlier life may be over since, until this one has asked the server.
      if (!isPulledSince(state, bornAtMs)) return;
      if (ownActivities(state).length === 0) return;
      await inTurn(async () => {
        while (await popNext(state)) {
          // Another call may ring at the same time.
        }
      }).catch(() => {});
    },
  };
}
