export interface FaultMatch {
  method?: string;
  /** Text found anywhere in the path, or a pattern. */
  path?: string | RegExp;
  agent?: string;
}

export type FaultKind =
  | { kind: 'delay'; ms: number }
  /** `handled`: the server does what was asked, only the reply is lost. */
  | { kind: 'cut'; handled?: boolean }
  | { kind: 'status'; status: number; message?: string }
  | { kind: 'rateLimit'; retryAfterSeconds?: number; as?: 'seconds' | 'date' | 'none' }
  | { kind: 'html'; status?: number }
  | { kind: 'emptyBody'; status?: number }
  | { kind: 'cutBody' };

/** What goes wrong, for which requests, and how many times (always, without `times`). */
export type Fault = FaultKind & { match?: FaultMatch; times?: number };

export interface FaultedRequest {
  method: string;
  path: string;
  agent: string | null;
}

/** The connection ends before (or, for the body, in the middle of) the reply. */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed: the simulator cut the connection');
  }
}

interface ActiveFault {
  id: number;
  fault: Fault;
  left: number;
}

const matchesPath = (wanted: string | RegExp, path: string): boolean =>
  typeof wanted === 'string' ? path.includes(wanted) : path.search(wanted) >= 0;

function matches({ match = {} }: Fault, request: FaultedRequest): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.agent !== undefined && match.agent !== request.agent) return false;
  return match.path === undefined || matchesPath(match.path, request.path);
}

/** What is wrong with the network and the server at the moment. */
export class Faults {
  private active: ActiveFault[] = [];
  private added = 0;
  private brokenUntilMs: number | null = null;

  constructor(
    private readonly now: () => number,
    private readonly onBreak: () => void,
  ) {}

  /** Gives a number that `remove` takes. */
  add(fault: Fault): number {
    this.added += 1;
    this.active.push({ id: this.added, fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    return this.added;
  }

  remove(id: number): void {
    this.active = this.active.filter((item) => item.id !== id);
  }

  /** Takes away every fault; a broken connection stays broken. */
  clear(): void {
    this.active = [];
  }

  list(): { id: number; fault: Fault }[] {
    return this.active.map(({ id, fault }) => ({ id, fault }));
  }

  /**
   * Cuts every API request, held polls too. `untilMs` is a time of the simulator's clock, as
   * `clock.now()` gives it; without it the connection stays broken until restored.
   */
  breakConnection(untilMs: number | 'forever' = 'forever'): void {
    this.brokenUntilMs = untilMs === 'forever' ? Number.POSITIVE_INFINITY : untilMs;
    this.onBreak();
  }

  restoreConnection(): void {
    this.brokenUntilMs = null;
  }

  get broken(): boolean {
    return this.brokenUntilMs !== null && this.now() < this.brokenUntilMs;
  }

  /** The faults that hit this request, oldest first; uses up one of their times. */
  take(request: FaultedRequest): Fault[] {
    const hit = this.active.filter(({ fault }) => matches(fault, request));
    for (const item of hit) item.left -= 1;
    this.active = this.active.filter(({ left }) => left > 0);
    return hit.map(({ fault }) => fault);
  }
}
