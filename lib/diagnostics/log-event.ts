import type { ComputerState } from '@/lib/agent/idle';
import type { KeyCommand } from '@/lib/agent/key-commands';
import type { NextState, SignOutReason } from '@/lib/agent/state';
import type { Failure } from '@/lib/daktela/failure';
import type { LoopEvent } from '@/lib/pull/loop-event';

/** Commands to the server, told apart by kind and never by what they are about. */
export const COMMANDS = [
  'ready',
  'unready',
  'pause',
  'endPause',
  'queues',
  'accept',
  'reject',
  'hangUp',
  'close',
  'device',
  'dial',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What is kept of what the background does. Kinds, times and numbers: nothing that anybody has typed or is called. */
export type LogEvent =
  | LoopEvent
  | { readonly kind: 'workerStarted' | 'woken' | 'returned' }
  | { readonly kind: 'signIn'; readonly failure: Failure['kind'] | null }
  | { readonly kind: 'signedOut'; readonly reason: SignOutReason }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      /** Null when it was done. */
      readonly failure: Failure['kind'] | null;
      readonly tookMs: number;
    }
  | { readonly kind: 'key'; readonly key: KeyCommand }
  | { readonly kind: 'computer'; readonly computer: ComputerState }
  | { readonly kind: 'left'; readonly to: NextState['kind'] };

/** With its time in epoch milliseconds. */
export type Logged = LogEvent & { readonly atMs: number };
