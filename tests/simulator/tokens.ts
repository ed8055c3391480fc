import type { Timers } from './clock';

interface Issued {
  agent: string;
  expiresAt: number | null;
}

export interface LoginTokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: number | null;
}

/** Permanent, access and refresh tokens (fact sheet 2.2). */
export class Tokens {
  private readonly permanent = new Map<string, string>();
  private readonly access = new Map<string, Issued>();
  private readonly refresh = new Map<string, string>();
  private issued = 0;

  constructor(private readonly timers: Timers) {}

  addPermanent(token: string, agent: string): void {
    this.permanent.set(token, agent);
  }

  /** New access and refresh token; `refreshToken` keeps an old one instead of a new one. */
  issue(agent: string, lifeMs: number | null, refreshToken?: string): LoginTokens {
    const accessToken = this.invent('ac');
    const expiresAt = lifeMs === null ? null : this.timers.now() + lifeMs;
    const kept = refreshToken ?? this.invent('fe');
    this.access.set(accessToken, { agent, expiresAt });
    this.refresh.set(kept, agent);
    return { accessToken, refreshToken: kept, expiresAt };
  }

  agentOf(token: string): string | null {
    const permanent = this.permanent.get(token);
    if (permanent !== undefined) return permanent;
    const issued = this.access.get(token);
    if (issued === undefined) return null;
    if (issued.expiresAt === null || issued.expiresAt > this.timers.now()) return issued.agent;
    this.access.delete(token);
    return null;
  }

  agentOfRefresh(refreshToken: string): string | null {
    return this.refresh.get(refreshToken) ?? null;
  }

  forgetRefresh(refreshToken: string): void {
    this.refresh.delete(refreshToken);
  }

  forgetAccess(token: string): void {
    this.access.delete(token);
  }

  /** Ends all tokens that logins of this agent were given. */
  forgetLogins(agent: string): void {
    for (const [token, issued] of this.access) {
      if (issued.agent === agent) this.access.delete(token);
    }
    for (const [token, name] of this.refresh) {
      if (name === agent) this.refresh.delete(token);
    }
  }

  expire(which: { refreshToo?: boolean; permanentToo?: boolean } = {}): void {
    this.access.clear();
    if (which.refreshToo === true) this.refresh.clear();
    if (which.permanentToo === true) this.permanent.clear();
  }

  clear(): void {
    this.expire({ refreshToo: true, permanentToo: true });
  }

  /** 40 hexadecimal digits. */
  private invent(prefix: string): string {
    this.issued += 1;
    const time = Math.floor(this.timers.now()).toString(16);
    return `${prefix}${time}${this.issued.toString(16).padStart(6, '0')}`.padEnd(40, '7');
  }
}
