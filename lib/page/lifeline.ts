import { LIFELINE_PORT } from '@/lib/messages/lifeline';

/** As much of a port as it takes to learn of its end. */
interface Port {
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

export interface LifelineRuntime {
  /** Missing once the extension is gone: removed, switched off or replaced by a newer version. */
  readonly id?: string | undefined;
  connect(info: { name: string }): Port;
}

/**
 * Learns that the extension has gone, so that nothing of it stays behind in the page. No browser
 * tells a script of that, but a port ends with the extension. It also ends when the background
 * falls asleep, and must not wake it up again: it is renewed when the background is heard of.
 */
export function createLifeline(runtime: LifelineRuntime, gone: () => void, signal: AbortSignal) {
  let port: Port | null = null;

  function isGone(): boolean {
    return runtime.id === undefined;
  }

  function renew(): void {
    if (port || signal.aborted) return;
    try {
      port = runtime.connect({ name: LIFELINE_PORT });
    } catch {
      gone();
      return;
    }
    port.onDisconnect.addListener(() => {
      port = null;
      if (isGone()) gone();
    });
  }

  signal.addEventListener('abort', () => {
    if (!isGone()) port?.disconnect();
  });
  return {
    /** To be called whenever the background is known to be awake. */
    renew,
    /** To be called when the page is looked at again: a port that has ended says nothing more. */
    check(): void {
      if (isGone()) gone();
    },
  };
}
