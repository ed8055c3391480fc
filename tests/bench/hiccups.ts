import { DaktelaError } from '@/lib/daktela/failure';
import type { PullReply } from '@/lib/daktela/pull-data';
import { createPullLoop } from '@/lib/pull/loop';
import { seededRandom } from '../support/seeded-random';
import { createSwarmClock } from '../support/swarm-clock';
import { type Spread, spreadOf } from './spread';

const HOLD_MS = 15_000;
const ROUND_TRIP_MS = 60;
const CLIENT_TIMEOUT_MS = 25_000;
const NETWORK_AWAY_MS = 3_000;
const CLICK_AFTER_MS = 2_000;

interface Hiccup {
  /** How long the poll was on the wire when it failed. */
  failsAfterMs(random: () => number): number;
  readonly error: DaktelaError;
  /** What happens after the failure that tells the agent's loop more, and when. */
  readonly news?: { readonly afterMs: number; readonly tells: 'networkBack' | 'hurry' };
}

const held = (random: () => number) => 1_000 + random() * (HOLD_MS - 1_000);
const atOnce = () => ROUND_TRIP_MS;

/** Troubles of one agent at a server that is there for all others. */
const hiccups = {
  brokenConnection: { failsAfterMs: atOnce, error: new DaktelaError('network') },
  badGatewayAtOnce: { failsAfterMs: atOnce, error: new DaktelaError('server') },
  networkAway3s: {
    failsAfterMs: held,
    error: new DaktelaError('network'),
    news: { afterMs: NETWORK_AWAY_MS, tells: 'networkBack' },
  },
  commandAnswered2sLater: {
    failsAfterMs: held,
    error: new DaktelaError('network'),
    news: { afterMs: CLICK_AFTER_MS, tells: 'hurry' },
  },
  heldPollCut: { failsAfterMs: held, error: new DaktelaError('network') },
  heldPollVanished: {
    failsAfterMs: () => CLIENT_TIMEOUT_MS,
    error: new DaktelaError('timeout'),
  },
} satisfies Record<string, Hiccup>;

/** Milliseconds from the failure until each agent has been told everything. */
async function play(hiccup: Hiccup, agents: number, seed: number): Promise<number[]> {
  const clock = createSwarmClock();
  const random = seededRandom(seed);
  const backAfterMs: number[] = [];

  function startAgent(): void {
    let failedAtMs: number | null = null;
    const wait = (delayMs: number) => new Promise<void>((done) => clock.setTimeout(done, delayMs));
    const { news } = hiccup;

    async function pull(): Promise<PullReply> {
      await wait(failedAtMs === null ? hiccup.failsAfterMs(random) : ROUND_TRIP_MS);
      if (failedAtMs !== null) return { hash: 'h', changes: { missedCount: 0 } };
      failedAtMs = clock.now();
      if (news) clock.setTimeout(() => loop[news.tells](), news.afterMs);
      throw hiccup.error;
    }

    const loop = createPullLoop({
      clock,
      random,
      pull,
      async commit() {
        backAfterMs.push(clock.now() - (failedAtMs ?? Number.NaN));
        loop.stop();
      },
      linkBroken: async () => {},
      renew: async () => 'refused',
      expired: async () => {},
    });
    loop.start('h');
  }

  for (let agent = 0; agent < agents; agent += 1) {
    clock.setTimeout(startAgent, random() * HOLD_MS);
  }
  await clock.runUntil(2 * 60_000);
  return backAfterMs;
}

/** Time from a failure of one agent's until it is back, by what is known of the failure. */
export async function measureHiccups(agents: number, seed: number) {
  const figures: Record<string, Spread & { agentsBack: number }> = {};
  for (const [name, hiccup] of Object.entries(hiccups)) {
    const backAfterMs = await play(hiccup, agents, seed);
    figures[name] = { agentsBack: backAfterMs.length, ...spreadOf(backAfterMs) };
  }
  return figures;
}
