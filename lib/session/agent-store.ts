import { type Effect, reactions } from '@/lib/agent/reactions';
import { type AgentEvent, reduce } from '@/lib/agent/reduce';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import type { SessionStore } from './ports';
import { createTurns } from './turns';

/** The one holder of the agent's state: reduces events, stores state and hash together, tells what follows. */
export interface AgentStore {
  readonly state: AgentState;
  readonly hash: string;
  /** Reads what an earlier life of the worker has stored. */
  restore(): Promise<void>;
  /** Resolves when the new state is stored. Without a hash the last one is kept. */
  apply(event: AgentEvent, hash?: string): Promise<void>;
}

interface Watcher {
  /** At once: what is seen and heard does not wait for the storage, and finds what it has shown before. */
  changed(state: AgentState): void;
  /** When the state is stored, so that a life that is cut short never has done what the next one does not know of. */
  stored(state: AgentState, effects: Effect[]): void;
}

export function createAgentStore(store: SessionStore, watcher: Watcher): AgentStore {
  let state = SIGNED_OUT;
  let hash = '';
  // Writes leave in the order of their events; a slow one must not overwrite a later one.
  const inTurn = createTurns();

  return {
    get state() {
      return state;
    },
    get hash() {
      return hash;
    },
    async restore() {
      const snapshot = await store.readSnapshot();
      if (snapshot) ({ state, hash } = snapshot);
      watcher.changed(state);
      watcher.stored(state, reactions(SIGNED_OUT, state));
    },
    apply(event, nextHash = hash) {
      const previous = state;
      state = reduce(previous, event);
      // Whoever wakes with a state that is not confirmed has to ask for everything.
      hash = state.unconfirmed.length > 0 ? '' : nextHash;
      const snapshot = { state, hash };
      const written = inTurn(() => store.writeSnapshot(snapshot));
      watcher.changed(snapshot.state);
      return written.then(() =>
        watcher.stored(snapshot.state, reactions(previous, snapshot.state)),
      );
    },
  };
}
