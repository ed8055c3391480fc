import { isPulledSince } from '@/lib/agent/derive';
import { type ComputerState, type IdleWish, idleWish, SHOWN_WITHIN_MS } from '@/lib/agent/idle';
import { readyDeviceOf } from '@/lib/agent/ready-device';
import type { AskedOutside, LeftIdle, NextState } from '@/lib/agent/state';
import type { Clock } from '@/lib/daktela/clock';
import { type Failure, mayHaveArrived } from '@/lib/daktela/failure';
import type { LogEvent } from '@/lib/diagnostics/log-event';
import type { AgentStore } from './agent-store';
import type { Outcome } from './command-gate';
import type { IdlePorts } from './ports';
import { leaveCommand, returnCommand, type StateCommand } from './state-commands';
import { createTurns } from './turns';

interface IdleKeeperPorts {
  readonly agent: AgentStore;
  readonly clock: Clock;
  readonly idle: IdlePorts;
  send(command: StateCommand): Promise<Outcome>;
  notify(asked: AskedOutside, failure: Failure): Promise<void>;
  note(event: LogEvent): void;
}

/** What gets no answer is asked for again, but not for ever. */
const MOST_RETURNS = 3;

/** Nobody has said no: the token had run out, or there was no answer. */
function isWorthAnotherTry(failure: Failure): boolean {
  return failure.kind === 'unauthorised' || mayHaveArrived(failure);
}

/**
 * Has the agent's state follow from whether anybody is at the computer. What it does is noted in the
 * agent's state before it is sent, so that any later life of the background knows what is its own to
 * undo; whether it was done, only pull data says.
 */
export function createIdleKeeper({ agent, clock, idle, send, notify, note }: IdleKeeperPorts) {
  const startedAtMs = clock.now();
  const inTurn = createTurns();
  let isWaiting = false;
  let lastComputer: ComputerState | null = null;
  /** What Daktela has refused since somebody was last here. */
  let refused: readonly NextState['kind'][] = [];
  let returns = { of: 0, count: 0, lastMs: 0 };

  async function leave({ to, computer }: Extract<IdleWish, { type: 'leave' }>): Promise<void> {
    if (refused.includes(to.kind)) return;
    const left: LeftIdle = { to, computer, atMs: clock.now(), isSeen: false };
    await agent.apply({ type: 'leftIdle', left });
    note({ kind: 'left', to: to.kind });
    const outcome = await send(leaveCommand(to));
    if (outcome.ok || isWorthAnotherTry(outcome.error)) return;
    refused = [...refused, to.kind];
    await agent.apply({ type: 'leftIdleForgotten' });
    await notify(to.kind, outcome.error);
  }

  /** Where it does not work, the notification that says the agent is away goes on offering it. */
  async function comeBack(left: LeftIdle, lastDevice: string | null): Promise<void> {
    if (returns.of !== left.atMs) returns = { of: left.atMs, count: 0, lastMs: 0 };
    const { count, lastMs } = returns;
    if (count >= MOST_RETURNS || clock.now() - lastMs < SHOWN_WITHIN_MS) return;
    const device = left.to.kind === 'pause' ? null : readyDeviceOf(agent.state, lastDevice);
    if (device === undefined) return;
    returns = { of: left.atMs, count: count + 1, lastMs: clock.now() };
    note({ kind: 'returned' });
    const outcome = await send(returnCommand(left.to, device));
    if (outcome.ok) return;
    if (isWorthAnotherTry(outcome.error) && returns.count < MOST_RETURNS) return;
    returns = { ...returns, count: MOST_RETURNS };
    await notify(left.to.kind === 'pause' ? 'endPause' : 'ready', outcome.error);
  }

  async function check(): Promise<void> {
    isWaiting = false;
    // What an earlier life has left behind may have been changed since.
    if (!isPulledSince(agent.state, startedAtMs)) return;
    const { settings, readyDevice } = await idle.settings();
    const computer = settings.on ? await idle.computer(settings.minutes * 60_000) : null;
    if (computer === 'active') refused = [];
    if (computer !== null && computer !== lastComputer) note({ kind: 'computer', computer });
    lastComputer = computer;
    const pause = refused.includes('pause') ? null : settings.pause;
    const wish = idleWish(agent.state, computer, { ...settings, pause }, clock.now());
    const { leftIdle } = agent.state;
    switch (wish?.type) {
      case 'leave':
        return leave(wish);
      case 'return':
        return leftIdle ? comeBack(leftIdle, readyDevice) : undefined;
      case 'forget':
        return agent.apply({ type: 'leftIdleForgotten' });
      case 'seenHere':
        return agent.apply({ type: 'seenHere' });
    }
  }

  return {
    /** Called with every state, and whenever the computer says that somebody has left or come. */
    async look(): Promise<void> {
      if (isWaiting) return;
      isWaiting = true;
      await inTurn(check).catch(() => {});
    },
  };
}
