import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type AddressProblem, readAddress } from '@/lib/daktela/address';
import type { Request } from '@/lib/messages/protocol';
import type { SignInDraft } from '@/lib/session/sign-in';

type SignInRequest = Extract<Request, { type: 'session.signIn' }>;

export interface Problems {
  readonly address?: AddressProblem;
  readonly username?: 'required';
  readonly password?: 'required';
  readonly token?: 'required';
}

export type Checked =
  | { readonly ok: true; readonly origin: string; readonly request: SignInRequest }
  | { readonly ok: false };

/** What the agent has filled in. Secrets live here, in the open popup's memory, and nowhere else. */
export interface SignInForm {
  readonly address: Signal<string>;
  readonly username: Signal<string>;
  readonly password: Signal<string>;
  readonly token: Signal<string>;
  readonly method: Signal<'password' | 'token'>;
  readonly stay: Signal<boolean>;
  readonly problems: ReadonlySignal<Problems>;
  restore(draft: SignInDraft): void;
  /** Fills in what the administrator has given, over anything else only where it is locked. */
  fillAddress(given: string | null, locked: boolean): void;
  draft(): SignInDraft;
  /** Checks every field; when something is wrong, `problems` says what. */
  check(): Checked;
}

export function createSignInForm(): SignInForm {
  const address = signal('');
  const username = signal('');
  const password = signal('');
  const token = signal('');
  const method = signal<'password' | 'token'>('password');
  const stay = signal(false);
  const problems = signal<Problems>({});

  function secretProblems(): Problems {
    if (method.value === 'token') return token.value.trim() === '' ? { token: 'required' } : {};
    return {
      ...(username.value.trim() === '' && { username: 'required' }),
      ...(password.value === '' && { password: 'required' }),
    };
  }

  function request(): SignInRequest {
    const common = { type: 'session.signIn' as const, address: address.value, stay: stay.value };
    return method.value === 'token'
      ? { ...common, method: 'token', token: token.value.trim() }
      : {
          ...common,
          method: 'password',
          username: username.value.trim(),
          password: password.value,
        };
  }

  return {
    address,
    username,
    password,
    token,
    method,
    stay,
    problems,
    restore(draft) {
      address.value = draft.address;
      username.value = draft.username;
      method.value = draft.method;
      stay.value = draft.stay;
    },
    fillAddress(given, locked) {
      if (given !== null && (locked || address.peek() === '')) address.value = given;
    },
    draft: () => ({
      address: address.value,
      username: username.value,
      method: method.value,
      stay: stay.value,
    }),
    check() {
      const read = readAddress(address.value);
      problems.value = { ...(!read.ok && { address: read.problem }), ...secretProblems() };
      if (!read.ok || Object.keys(problems.value).length > 0) return { ok: false };
      return { ok: true, origin: read.origin, request: request() };
    },
  };
}
