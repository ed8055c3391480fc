import type { DaktelaClient } from '@/lib/daktela/client';
import { failureOf } from '@/lib/daktela/failure';
import type { LoginGrant } from '@/lib/daktela/login';
import type { Credentials, SessionPorts } from './ports';

/** No answer, or none that says anything about the token. */
const SAYS_NOTHING: readonly string[] = [
  'network',
  'timeout',
  'server',
  'rateLimited',
  'notDaktela',
];

export interface TokenLife {
  readonly credentials: Credentials | null;
  /** The client that speaks for the agent; null while nobody is signed in. */
  readonly client: DaktelaClient | null;
  /** Takes up credentials that are stored already. */
  hold(credentials: Credentials): void;
  /** Takes up credentials and stores them, for good where the agent wants to stay signed in. */
  use(credentials: Credentials): Promise<void>;
  /** Exchanges a token the server no longer knows for a new one. `later`: the attempt got no answer. */
  renew(): Promise<'renewed' | 'later' | 'refused'>;
  /** Lets go at once; what is stored is cleared by whoever ends the session. */
  drop(): void;
}

/** Holds the one token of the signed-in agent, from sign-in to sign-out. */
export function createTokenLife(
  ports: Pick<SessionPorts, 'store' | 'remembered' | 'client' | 'loginClient'>,
): TokenLife {
  let credentials: Credentials | null = null;
  let client: DaktelaClient | null = null;

  function hold(next: Credentials): void {
    credentials = next;
    client = ports.client(next.origin, next.token);
  }

  async function use(next: Credentials): Promise<void> {
    hold(next);
    // Both leave at once: a sign-out that comes in between must find both to clear.
    await Promise.all([
      ports.store.writeCredentials(next),
      next.stay && ports.remembered.write(next),
    ]);
  }

  return {
    get credentials() {
      return credentials;
    },
    get client() {
      return client;
    },
    hold,
    use,
    async renew() {
      const current = credentials;
      if (!current?.refreshToken) return 'refused';
      let grant: LoginGrant;
      try {
        grant = await ports.loginClient(current.origin).refresh(current.refreshToken);
      } catch (error) {
        return SAYS_NOTHING.includes(failureOf(error).kind) ? 'later' : 'refused';
      }
      if (credentials !== current) return 'refused';
      const refreshToken = grant.refreshToken ?? current.refreshToken;
      // The new token is good for this life of the worker even when it cannot be stored.
      await use({ ...current, token: grant.token, refreshToken }).catch(() => {});
      return 'renewed';
    },
    drop() {
      credentials = null;
      client = null;
    },
  };
}
