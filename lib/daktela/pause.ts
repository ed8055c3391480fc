import { recordOf, referenceOf, textOf } from './wire';

export interface Pause {
  readonly name: string;
  /** Null when only the identifier is known; the list of allowed pauses then has the title. */
  readonly title: string | null;
  /** Only the agent's own pauses can be started by hand; the others belong to the system (fact sheet 5.2). */
  readonly kind: 'own' | 'wrap' | 'dnd' | 'lajdak';
  /** How long it may last; null for no limit. */
  readonly limitMs: number | null;
}

function kindOf(value: unknown): Pause['kind'] {
  const type = textOf(value);
  return type === 'wrap' || type === 'dnd' || type === 'lajdak' ? type : 'own';
}

/** A pause of less than five minutes is no pause, and one of more than five hours is a day off. */
const MOST_MINUTES = 300;

/** The unit of `max_duration` is told as minutes and as seconds (fact sheet 5.2), so its size decides. */
function limitMsOf(value: unknown): number | null {
  const limit = Number(textOf(value) ?? 0);
  if (!Number.isFinite(limit) || limit <= 0) return null;
  return limit * (limit < MOST_MINUTES ? 60_000 : 1_000);
}

export function decodePause(value: unknown): Pause | null {
  const reference = referenceOf(value);
  const name = reference?.name ?? reference?.title;
  if (!reference || name == null) return null;
  const record = recordOf(value);
  return {
    name,
    title: reference.title,
    kind: kindOf(record?.type),
    limitMs: limitMsOf(record?.max_duration),
  };
}
