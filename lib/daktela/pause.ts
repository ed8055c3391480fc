import { recordOf, referenceOf, textOf } from './wire';

export interface Pause {
  readonly name: string;
  /** Null when only the identifier is known; the list of allowed pauses then has the title. */
  readonly title: string | null;
  /** Only the agent's own pauses can be started by hand; the others belong to the system (fact sheet 5.2). */
  readonly kind: 'own' | 'wrap' | 'dnd' | 'lajdak';
}

function kindOf(value: unknown): Pause['kind'] {
  const type = textOf(value);
  return type === 'wrap' || type === 'dnd' || type === 'lajdak' ? type : 'own';
}

export function decodePause(value: unknown): Pause | null {
  const reference = referenceOf(value);
  const name = reference?.name ?? reference?.title;
  if (!reference || name == null) return null;
  return { name, title: reference.title, kind: kindOf(recordOf(value)?.type) };
}
