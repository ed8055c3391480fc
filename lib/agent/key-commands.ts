import type { Activity } from '@/lib/daktela/activity';
import {
  type Asked,
  askToAccept,
  askToGoReady,
  askToHangUp,
  askToPause,
  askToReject,
  END_PAUSE,
  GO_UNREADY,
  type LastChoices,
  nothingFor,
} from './asked';
import { callPhaseOf, openActivities, ringingActivities, waitsSinceMs } from './derive';
import type { AgentState } from './state';

/** The commands that act on the agent's own work; their keys are the browser's to keep. */
export const KEY_COMMANDS = ['accept', 'reject', 'hang-up', 'toggle-ready'] as const;
export type KeyCommand = (typeof KEY_COMMANDS)[number];

export function isKeyCommand(command: string): command is KeyCommand {
  return KEY_COMMANDS.some((known) => known === command);
}

export interface KeyChoices extends LastChoices {
  /** Name of the pause that the key starts; null when none was chosen. */
  readonly pause: string | null;
}

/** The one that has rung longest; undefined when the times do not tell. */
function longest(ringing: readonly Activity[]): Activity | undefined {
  const [only, second] = ringing;
  if (!second) return only;
  const sinceMs = ringing.map(waitsSinceMs);
  const known = sinceMs.filter((ms) => ms !== null);
  const firstMs = Math.min(...known);
  const isClear =
    known.length === ringing.length && known.filter((ms) => ms === firstMs).length === 1;
  return isClear ? ringing[sinceMs.indexOf(firstMs)] : undefined;
}

/** Whoever calls hears it ring, so a call comes before everything that is written. */
function answerRing(
  state: AgentState,
  asked: 'accept' | 'reject',
  answer: (activity: Activity) => Asked,
): Asked {
  const ringing = ringingActivities(state);
  const calls = ringing.filter(({ type }) => type === 'CALL');
  if (ringing.length === 0) return nothingFor(asked, 'nothingRings');
  const meant = longest(calls.length > 0 ? calls : ringing);
  return meant ? answer(meant) : nothingFor(asked, 'severalRing');
}

/** The only call, or of several the only one that is talked. */
function hangUp(state: AgentState): Asked {
  const calls = openActivities(state).filter(
    (activity) => activity.type === 'CALL' && callPhaseOf(state, activity) !== 'ended',
  );
  const talked = calls.filter((call) => callPhaseOf(state, call) === 'talking');
  const [meant, second] = calls.length > 1 ? talked : calls;
  if (calls.length === 0) return nothingFor('hangUp', 'noCall');
  return meant && !second ? askToHangUp(meant) : nothingFor('hangUp', 'severalCalls');
}

/** The pause that was chosen for it, or the only one there is. Who has none goes unready. */
function leave({ whoim }: AgentState, chosen: string | null): Asked {
  const pauses = (whoim?.pauses ?? []).filter(({ kind }) => kind === 'own');
  const [only, second] = pauses;
  const meant = pauses.find(({ name }) => name === chosen) ?? (second ? undefined : only);
  if (meant) return askToPause(meant.name);
  return pauses.length > 0 || whoim?.staticLogin ? nothingFor('pause', 'choosePause') : GO_UNREADY;
}

function toggleReady(state: AgentState, choices: KeyChoices): Asked {
  switch (state.extension?.state) {
    case 'Idle':
      return leave(state, choices.pause);
    case 'Paused':
      return END_PAUSE;
    case 'Unknown':
      return nothingFor('ready', 'stateUnknown');
    default:
      return askToGoReady(state, choices);
  }
}

/** What a key asks for as things stand. Where that is not clear it asks for nothing. */
export function askedByKey(command: KeyCommand, state: AgentState, choices: KeyChoices): Asked {
  switch (command) {
    case 'accept':
      return answerRing(state, command, (ringing) => askToAccept(state, ringing, choices));
    case 'reject':
      return answerRing(state, command, askToReject);
    case 'hang-up':
      return hangUp(state);
    case 'toggle-ready':
      return toggleReady(state, choices);
  }
}
