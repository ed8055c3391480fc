import { describe, expect, it } from 'vitest';
import { planCampaign } from '../campaign/plan';
import { playCampaign } from '../campaign/play';
import { tally } from '../campaign/tally';
import { seededRandom } from '../support/seeded-random';

const CALLS = 40;
/** None that is left to the extension alone, which may take half a minute. */
const TROUBLES = 8;
const SEED = 11;

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  it('forty calls are alerted once each and for as long as they ring, whatever happens to worker, network and computer', async () => {
    const plan = planCampaign(CALLS, TROUBLES, seededRandom(SEED));
    const { log, lateBack } = await playCampaign(name, plan);
    const { notifications, badge, tone, pages } = tally(log);
    expect(log.rings).toHaveLength(CALLS);
    expect(log.aways.length).toBeGreaterThan(2);
    expect(lateBack).toEqual([]);
    expect(notifications.owed).toBeGreaterThan(CALLS / 3);
    expect(notifications).toMatchObject({ missed: [], twice: [], old: [], endedLate: [] });
    expect(badge).toMatchObject({ looks: expect.toSatisfy((looks) => looks > 50), wrong: [] });
    expect(tone).toMatchObject({ heard: expect.toSatisfy((heard) => heard > 0), wrong: [] });
    expect(pages).toMatchObject({ missed: [], twice: [], old: [] });
  }, 120_000);
});
