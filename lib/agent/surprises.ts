import type { Extension } from '@/lib/daktela/extension';
import { SHOWN_WITHIN_MS } from './idle';
import type { AgentState, ChangedElsewhere, MissedAway } from './state';

/** Longer than any healthy poll with its wait: whoever heard nothing for so long was away. */
const AWAY_AFTER_MS = 60_000;

/** What was missed between two pulls that lie far apart; what was found before is added up. */
export function missedAwayAfter(
  state: AgentState,
  missedCount: number,
  atMs: number,
): MissedAway | null {
  const { pulledAtMs, trouble, missedAway } = state;
  const count = missedCount - state.missedCount;
  if (pulledAtMs === null || atMs - pulledAtMs < AWAY_AFTER_MS || count <= 0) return missedAway;
  // A computer that slept did not even notice that there was no answer.
  const noticedAtMs = trouble?.sinceMs ?? atMs;
  return {
    count: count + (missedAway?.count ?? 0),
    fromMs: missedAway?.fromMs ?? pulledAtMs,
    toMs: atMs,
    reason: noticedAtMs - pulledAtMs >= AWAY_AFTER_MS ? 'asleep' : 'unreachable',
  };
}

/**
 * Tells when the agent's state was changed by somebody else: another sign-in of the same user, a
 * desk phone, a supervisor. Pauses of the system come and go by themselves and are no surprise.
 */
export function changedElsewhereAfter(
  state: AgentState,
  extension: Extension | null | undefined,
  atMs: number,
): ChangedElsewhere | null {
  const before = state.extension;
  if (extension == null || before === null) return state.changedElsewhere;
  const to = extension.state;
  if (to === 'Unknown' || before.state === 'Unknown' || to === before.state) {
    return state.changedElsewhere;
  }
  const { commanded } = state;
  const isOutcome = commanded?.to === to && atMs - commanded.atMs < SHOWN_WITHIN_MS;
  const isSystems =
    (extension.pause !== null && extension.pause.kind !== 'own') ||
    (before.pause !== null && before.pause.kind !== 'own');
  return isOutcome || isSystems ? null : { to, atMs };
}
