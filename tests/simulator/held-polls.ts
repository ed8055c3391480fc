import type { Timers } from './clock';

export type PollEnd = 'changed' | 'time' | 'cut' | 'aborted';

/** Pull requests waiting for news, by agent. */
export class HeldPolls {
  private readonly held = new Map<string, Set<(end: PollEnd) => void>>();
  private readonly changed = new Set<string>();

  constructor(private readonly timers: Timers) {}

  /** Waits for news of the agent, for `ms`, for the client to give up or for the cut. */
  hold(agent: string, ms: number, signal: AbortSignal): Promise<PollEnd> {
    if (signal.aborted) return Promise.resolve('aborted');
    return new Promise((resolve) => {
      const waiters = this.held.get(agent) ?? new Set();
      this.held.set(agent, waiters);
      const finish = (end: PollEnd) => {
        waiters.delete(finish);
        stopTimer();
        signal.removeEventListener('abort', aborted);
        resolve(end);
      };
      const aborted = () => finish('aborted');
      const stopTimer = this.timers.after(ms, () => finish('time'));
      signal.addEventListener('abort', aborted);
      waiters.add(finish);
    });
  }

  count(agent: string): number {
    return this.held.get(agent)?.size ?? 0;
  }

  /** Wakes after the current change is whole, so that one reply carries all of its keys. */
  wakeSoon(agent: string): void {
    this.changed.add(agent);
    if (this.changed.size > 1) return;
    queueMicrotask(() => {
      const agents = [...this.changed];
      this.changed.clear();
      for (const name of agents) this.finish(name, 'changed');
    });
  }

  cutAll(): void {
    for (const agent of this.held.keys()) this.finish(agent, 'cut');
  }

  private finish(agent: string, end: PollEnd): void {
    for (const finish of [...(this.held.get(agent) ?? [])]) finish(end);
  }
}
