import { callPhaseOf } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Activity } from '@/lib/daktela/activity';
import type { CallPhase } from '@/lib/messages/reply';
import { isSameNumber } from '@/lib/phone/same-number';

/** A call that was dialled from a page, remembered until the page was told of its end. */
export interface PageDial {
  readonly tabId: number;
  readonly frameId: number;
  /** What the page has asked to dial. */
  readonly number: string;
  readonly atMs: number;
  /** The last phase the page was told; null while the server shows no such call. */
  readonly phase: CallPhase | null;
}

/** A dial that the server has shown no call for by then was refused, or its call was over at once. */
const APPEARS_WITHIN_MS = 60_000;

function isCallTo(number: string, { type, direction, number: remote }: Activity): boolean {
  return type === 'CALL' && direction !== 'in' && remote !== null && isSameNumber(remote, number);
}

/** An activity that is still there while its call is over is in after-call work; the call has ended. */
function phaseIn(state: AgentState, number: string): CallPhase | null {
  const calls = state.activities.filter((activity) => isCallTo(number, activity));
  const phases = calls.map((activity) => {
    const phase = activity.action === 'CLOSE' ? 'ended' : callPhaseOf(state, activity);
    return phase === 'talking' || phase === 'onHold' ? 'talking' : phase;
  });
  if (phases.includes('talking')) return 'talking';
  if (phases.some((phase) => phase !== 'ended')) return 'calling';
  return phases.length > 0 ? 'ended' : null;
}

function followed(state: AgentState, dial: PageDial): PageDial {
  const now = phaseIn(state, dial.number);
  // The call before this one to the same number may still be in after-call work.
  if (dial.phase === null) return { ...dial, phase: now === 'ended' ? null : now };
  return { ...dial, phase: now ?? 'ended' };
}

/**
 * How far the calls dialled from pages have come by this state.
 * @returns the dials to look after further on, and those of which the page has to be told
 */
export function callsInPages(state: AgentState, dials: readonly PageDial[], nowMs: number) {
  const steps = dials.map((dial) => ({ dial: followed(state, dial), before: dial.phase }));
  const isSignedIn = state.signIn.phase === 'signedIn';
  return {
    dials: steps
      .map(({ dial }) => dial)
      .filter(({ phase, atMs }) =>
        phase === null ? isSignedIn && nowMs - atMs <= APPEARS_WITHIN_MS : phase !== 'ended',
      ),
    news: steps.filter(({ dial, before }) => dial.phase !== before).map(({ dial }) => dial),
  };
}
