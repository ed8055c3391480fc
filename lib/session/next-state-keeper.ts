import type { NextState } from '@/lib/agent/state';
import type { Clock } from '@/lib/daktela/clock';
import { type Failure, mayHaveArrived } from '@/lib/daktela/failure';
import type { AgentStore } from './agent-store';
import type { Outcome } from './command-gate';

export interface NextStateKeeperPorts {
  readonly agent: AgentStore;
  readonly clock: Clock;
  send(nextState: NextState): Promise<Outcome>;
  /** Asks for everything anew. */
  resync(): void;
}

/** A request for the next state that has not settled the matter. */
interface Attempt {
  readonly nextState: NextState;
  readonly failure: Failure;
  readonly atMs: number;
}

/**
 * Asks for the next state once it is due, and once only. Every choice is an object of its own, so
 * one that was cancelled or made anew meanwhile is told apart from the one that was due.
 */
export function createNextStateKeeper({ agent, clock, send, resync }: NextStateKeeperPorts) {
  let going = false;
  let last: Attempt | null = null;

  async function giveUp(nextState: NextState, failure: Failure): Promise<void> {
    await agent.apply({ type: 'nextStateSettled', nextState });
    const notice = { id: `next-${clock.now()}`, nextState, failure };
    await agent.apply({ type: 'noticed', notice });
  }

  async function afterFailure(nextState: NextState, failure: Failure): Promise<void> {
    const isSecond = last?.nextState === nextState;
    last = { nextState, failure, atMs: clock.now() };
    // A token that has run out is renewed, and then the next pull finds it due again.
    if (failure.kind === 'unauthorised' && !isSecond) return;
    if (mayHaveArrived(failure)) resync();
    else await giveUp(nextState, failure);
  }

  return {
    /** Called with what a pull has found due; pulls go on while a request is on its way. */
    async due(nextState: NextState): Promise<void> {
      if (going || agent.state.nextState !== nextState) return;
      if (last?.nextState === nextState && mayHaveArrived(last.failure)) {
        // Pull data from after the attempt does not show it: it has not arrived, and is not repeated.
        if ((agent.state.pulledAtMs ?? 0) > last.atMs) await giveUp(nextState, last.failure);
        return;
      }
      going = true;
      const outcome = await send(nextState);
      going = false;
      if (outcome.ok) await agent.apply({ type: 'nextStateSettled', nextState });
      else if (agent.state.nextState === nextState) await afterFailure(nextState, outcome.error);
      // Chosen while this one was on its way.
      const { nextState: wanted } = agent.state;
      if (wanted !== null && wanted !== nextState) resync();
    },
  };
}
