import { mkdirSync, writeFileSync } from 'node:fs';
import { playStorm, type Storm, type StormPlan } from '../support/reconnect-storm';
import { measureHiccups } from './hiccups';
import { spreadOf } from './spread';
import { drawStorm } from './storm-chart';

const AGENTS = 10_000;
const SEED = 1;
const PICTURES = new URL('pictures/', import.meta.url).pathname;

type Kind = Pick<StormPlan, 'awayMs' | 'meanwhile'>;

const drawn = {
  restart20s: { awayMs: 20_000, meanwhile: 'refuses' },
  outage10min: { awayMs: 600_000, meanwhile: 'refuses' },
} satisfies Record<string, Kind>;

const others = {
  cutOnly: { awayMs: 1, meanwhile: 'refuses' },
  hiccup1s: { awayMs: 1_000, meanwhile: 'refuses' },
  restart60sWithRetryAfter: { awayMs: 60_000, meanwhile: 'namesDate' },
  silence10min: { awayMs: 600_000, meanwhile: 'isSilent' },
  drain20s: { awayMs: 20_000, meanwhile: 'drains' },
} satisfies Record<string, Kind>;

/** Requests count as reconnecting until their agent has been told everything once. */
function figuresOf({ reconnecting, all, backAfterMs }: Storm, { awayMs }: Kind) {
  const percentOf = (perSecond: number) => Math.round((perSecond / AGENTS) * 1_000) / 10;
  const peakPerSecond = Math.max(...reconnecting);
  return {
    peakPerSecond,
    peakPercentOfAgents: percentOf(peakPerSecond),
    peakPercentOnceBack: percentOf(Math.max(...reconnecting.slice(Math.floor(awayMs / 1_000)))),
    peakOfAllPerSecond: Math.max(...all),
    agentsBack: backAfterMs.length,
    ...spreadOf(backAfterMs),
  };
}

const play = (kind: Kind) => playStorm({ agents: AGENTS, seed: SEED, ...kind });

/** Peak of requests and time until all are back, in simulated time; times count from the server's return. */
export async function measureStorm() {
  const restart = await play(drawn.restart20s);
  const outage = await play(drawn.outage10min);
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(
    `${PICTURES}reconnect-storm.svg`,
    drawStorm(AGENTS, [
      { title: 'Restart: away for 20 s', awayMs: drawn.restart20s.awayMs, storm: restart },
      { title: 'Outage: away for 10 min', awayMs: drawn.outage10min.awayMs, storm: outage },
    ]),
  );
  const figures: Record<string, object> = {
    restart20s: figuresOf(restart, drawn.restart20s),
    outage10min: figuresOf(outage, drawn.outage10min),
  };
  for (const [name, kind] of Object.entries(others)) {
    figures[name] = figuresOf(await play(kind), kind);
  }
  return { reconnectStorm: figures, hiccupOfOneAgent: await measureHiccups(AGENTS, SEED) };
}
