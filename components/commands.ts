import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AgentState } from '@/lib/agent/state';
import type { Activity } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import type { Request } from '@/lib/messages/protocol';
import type { Send } from '@/lib/messages/send';

/** A control is given back after this long even if pull data stays silent. */
const PENDING_AT_MOST_MS = 12_000;

export interface FailedCommand {
  readonly key: string;
  readonly request: Request;
  /** What it was asked of, as it was then; it may be gone since. */
  readonly activity: Activity | undefined;
  readonly failure: Failure;
}

export interface Commands {
  /** Keys of the controls that wait for the truth to come back. */
  readonly pending: ReadonlySignal<ReadonlySet<string>>;
  /** The last failure, with what was asked for and the key of the control that met it. */
  readonly failure: ReadonlySignal<FailedCommand | null>;
  /** Sends the request unless the same control is pending. Resolves true when the background took it. */
  run(key: string, request: Request): Promise<boolean>;
  dismiss(): void;
}

/** Resolves once a pull has brought data after the given moment, or the agent has come or gone. */
function truth(state: ReadonlySignal<AgentState | null>, sinceMs: number): Promise<void> {
  const phase = state.peek()?.signIn.phase;
  return new Promise((resolve) => {
    let stop = () => {};
    const timer = setTimeout(() => finish(), PENDING_AT_MOST_MS);
    const finish = () => {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve();
    };
    stop = effect(() => {
      const changed = (state.value?.changedAtMs ?? 0) >= sinceMs;
      if (changed || state.value?.signIn.phase !== phase) finish();
    });
  });
}

function activityOf(request: Request, state: AgentState | null): Activity | undefined {
  const named = 'activity' in request ? request.activity : null;
  return state?.activities.find(({ name }) => name === named);
}

/** The way back to the server for all controls of one desk: what is pending and what went wrong. */
export function createCommands(
  send: Send,
  state: ReadonlySignal<AgentState | null>,
  now: () => number,
): Commands {
  const pending = signal<ReadonlySet<string>>(new Set());
  const failure = signal<FailedCommand | null>(null);

  const without = (key: string) => new Set([...pending.peek()].filter((other) => other !== key));

  return {
    pending,
    failure,
    async run(key, request) {
      if (pending.peek().has(key)) return false;
      pending.value = new Set([...pending.peek(), key]);
      failure.value = null;
      const sinceMs = now();
      const activity = activityOf(request, state.peek());
      const reply = await send(request);
      if (reply.ok) await truth(state, sinceMs);
      else failure.value = { key, request, activity, failure: reply.error };
      pending.value = without(key);
      return reply.ok;
    },
    dismiss() {
      failure.value = null;
    },
  };
}
