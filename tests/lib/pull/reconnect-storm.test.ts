import { describe, expect, it } from 'vitest';
import { playStorm, type StormPlan } from '../../support/reconnect-storm';

const AGENTS = 4_000;
/** As many of the agents may ask in one second. */
const PEAK_SHARE = 0.05;
const ALL_BACK_WITHIN_MS = 60_000;

const storms: Record<string, Pick<StormPlan, 'awayMs' | 'meanwhile'>> = {
  'a connection that is cut and can be had again at once': { awayMs: 1, meanwhile: 'refuses' },
  'a restart of 20 seconds': { awayMs: 20_000, meanwhile: 'refuses' },
  'a restart whose end the server names to all': { awayMs: 60_000, meanwhile: 'namesDate' },
  'an outage of ten minutes': { awayMs: 600_000, meanwhile: 'refuses' },
  'ten minutes in which everything vanishes': { awayMs: 600_000, meanwhile: 'isSilent' },
};

describe.each(Object.entries(storms))('after %s', (_name, plan) => {
  it('agents come back at no more than 5 % of them a second, and all within a minute', async () => {
    const { reconnecting, backAfterMs } = await playStorm({ agents: AGENTS, seed: 3, ...plan });
    expect(Math.max(...reconnecting)).toBeLessThanOrEqual(AGENTS * PEAK_SHARE);
    expect(backAfterMs).toHaveLength(AGENTS);
    expect(backAfterMs.at(-1)).toBeLessThanOrEqual(ALL_BACK_WITHIN_MS);
  });
});

it('after a restart before which the server has answered all polls it held, they come back no faster', async () => {
  const awayMs = 20_000;
  const plan = { agents: AGENTS, seed: 3, awayMs, meanwhile: 'drains' } as const;
  const { reconnecting, backAfterMs } = await playStorm(plan);
  // Before it is back each has found out at the end of a poll that it is not there.
  const onceBack = reconnecting.slice(awayMs / 1_000);
  expect(Math.max(...onceBack)).toBeLessThanOrEqual(AGENTS * PEAK_SHARE);
  expect(backAfterMs).toHaveLength(AGENTS);
  expect(backAfterMs.at(-1)).toBeLessThanOrEqual(ALL_BACK_WITHIN_MS);
});
