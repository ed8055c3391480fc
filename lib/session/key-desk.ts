import type { Asked } from '@/lib/agent/asked';
import { isPulledSince, isStale } from '@/lib/agent/derive';
import { askedByKey, type KeyChoices, type KeyCommand } from '@/lib/agent/key-commands';
import type { AgentState } from '@/lib/agent/state';
import { type Clock, sleep } from '@/lib/daktela/clock';
import type { Failure } from '@/lib/daktela/failure';
import type { Request } from '@/lib/messages/protocol';
import type { Reply } from '@/lib/messages/reply';
import type { Session } from './session';
import { createTurns } from './turns';

interface KeyDeskPorts {
  readonly session: Pick<Session, 'state' | 'hurry' | 'refresh' | 'notifyAsked' | 'dismissNotice'>;
  readonly clock: Clock;
  choices(): Promise<KeyChoices>;
  /** Answers as to a message from a page of our own. */
  answer(request: Request): Promise<Reply<unknown>>;
  /** Shows the desk, wherever the browser lets it. */
  openDesk(): Promise<void>;
}

/** A key that is held down is pressed again and again, with less than that in between. */
const HELD_MS = 700;
/** A pull that is asked for is there by then, or will not be. */
const PULLED_WITHIN_MS = 5_000;
/** That a key did nothing need not be said for longer. */
const SAID_FOR_MS = 15_000;

/** Carries out what keys ask for, one after another, as if the control on the desk had been clicked. */
export function createKeyDesk({ session, clock, choices, answer, openDesk }: KeyDeskPorts) {
  const startedAtMs = clock.now();
  const inTurn = createTurns();
  const pressedAtMs = new Map<KeyCommand, number>();
  const going = new Set<KeyCommand>();
  let waiting: { readonly seenMs: number | null; readonly pulled: AbortController } | null = null;

  /** Resolves with the next pull, or when it takes too long. */
  async function untilPulled(): Promise<void> {
    const pulled = new AbortController();
    waiting = { seenMs: session.state.pulledAtMs, pulled };
    // What is stale is being asked for as it is.
    if (!isStale(session.state, clock.now())) await session.refresh();
    await sleep(clock, PULLED_WITHIN_MS, pulled.signal);
    waiting = null;
  }

  async function decide(command: KeyCommand): Promise<Asked> {
    const chosen = await choices();
    const isOfEarlierLife = !isPulledSince(session.state, startedAtMs);
    if (isOfEarlierLife || isStale(session.state, clock.now())) await untilPulled();
    const asked = askedByKey(command, session.state, chosen);
    if (!isStale(session.state, clock.now())) return asked;
    const problem = session.state.trouble?.failure.kind ?? 'stateUnknown';
    return { asked: asked.asked, request: null, problem };
  }

  async function sayForAWhile(asked: Asked, kind: Failure['kind']): Promise<void> {
    await session.notifyAsked(asked.asked, { kind, messages: [] });
    const { notice } = session.state;
    clock.setTimeout(() => {
      if (session.state.notice === notice) void session.dismissNotice();
    }, SAID_FOR_MS);
  }

  async function carryOut(command: KeyCommand): Promise<void> {
    await session.hurry();
    // The desk asks to log in.
    if (session.state.signIn.phase !== 'signedIn') return openDesk();
    const asked = await decide(command);
    if (asked.request === null) return sayForAWhile(asked, asked.problem);
    const reply = await answer(asked.request);
    if (!reply.ok) await session.notifyAsked(asked.asked, reply.error, asked.activity);
  }

  return {
    /** Resolves when it is done, or when it is told why it was not. */
    async pressed(command: KeyCommand): Promise<void> {
      const isHeld = clock.now() - (pressedAtMs.get(command) ?? 0) < HELD_MS;
      pressedAtMs.set(command, clock.now());
      if (isHeld || going.has(command)) return;
      going.add(command);
      await inTurn(() => carryOut(command)).catch(() => {});
      going.delete(command);
    },
    /** Called with every state. */
    show(state: AgentState): void {
      if (waiting && state.pulledAtMs !== waiting.seenMs) waiting.pulled.abort();
    },
  };
}
