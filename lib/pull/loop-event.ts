import type { FailureKind } from '@/lib/daktela/failure';

/** What the loop tells of itself, for whoever has to find out why nothing rings. Holds nothing of the agent's. */
export type LoopEvent =
  | { readonly kind: 'loopStarted' | 'loopStopped' | 'loopExpired' }
  /** `complete`: asked for everything. */
  | { readonly kind: 'pollSent'; readonly complete: boolean }
  | { readonly kind: 'pollAnswered'; readonly quiet: boolean; readonly tookMs: number }
  | {
      readonly kind: 'pollFailed';
      /** `internal`: it was answered, and could not be stored. */
      readonly failure: FailureKind | 'internal';
      /** Of HTTP; null when there was no answer. */
      readonly status: number | null;
      readonly tookMs: number;
    }
  | { readonly kind: 'tokenRenewal'; readonly outcome: 'renewed' | 'later' | 'refused' }
  | { readonly kind: 'waiting'; readonly forMs: number }
  | { readonly kind: 'resync' | 'hurried' | 'networkBack' };
