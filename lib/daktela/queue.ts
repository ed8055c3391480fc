import { flagOf, recordOf, referenceOf, textOf } from './wire';

export interface Queue {
  /** Compared as text: the same queue comes as a number and as a string. */
  readonly name: string;
  readonly title: string;
  readonly type: string | null;
  readonly direction: 'in' | 'out' | null;
  readonly deactivated: boolean;
  /** How the user may log in; null when not at all (specification, Log in and Out of Queues). */
  readonly login: 'auto' | 'manual' | 'fix' | null;
  /** The lower, the earlier the agent's turn; null when the server does not say. */
  readonly penalty: string | null;
}

function loginOf(value: unknown): Queue['login'] {
  const login = textOf(value);
  return login === 'auto' || login === 'manual' || login === 'fix' ? login : null;
}

export function decodeQueue(value: unknown): Queue | null {
  const reference = referenceOf(value);
  if (!reference || reference.name === null) return null;
  const record = recordOf(value);
  const relation = recordOf(record?._rdata);
  const direction = textOf(record?.direction);
  return {
    name: reference.name,
    title: reference.title ?? reference.name,
    type: textOf(record?.type),
    direction: direction === 'in' || direction === 'out' ? direction : null,
    deactivated: flagOf(record?.deactivated) ?? false,
    // An older relation view has `login` on the row itself (fact sheet 5.1).
    login: loginOf(relation?.login ?? record?.login),
    penalty: textOf(relation?.penalty ?? record?.penalty),
  };
}
