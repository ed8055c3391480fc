import { writeFileSync } from 'node:fs';
import type { BrowserName } from '../browsers/find';
import { planCampaign } from '../campaign/plan';
import { type Campaign, playCampaign } from '../campaign/play';
import { type Tally, tally } from '../campaign/tally';
import { seededRandom } from '../support/seeded-random';
import { spreadOf } from './spread';

const CALLS = 500;
const TROUBLES = 60;
const SEED = 1;
/** Beside the figures, all that was not as it should be. */
const DETAILS = 'ring-campaign.json';

function summaryOf({ log, lateBack, tookMs }: Campaign, told: Tally) {
  const { notifications, badge, tone, pages } = told;
  const troubles = (kind: string) => log.aways.filter((away) => away.kind === kind).length;
  return {
    calls: log.rings.length,
    minutes: Math.round(tookMs / 6_000) / 10,
    kills: troubles('kill'),
    drops: troubles('drop'),
    sleeps: troubles('sleep'),
    backLate: lateBack.length,
    owed: notifications.owed,
    alertedOnce: notifications.once,
    missed: notifications.missed.length,
    alertedTwice: notifications.twice.length,
    forOldCall: notifications.old.length,
    forOldCallAfterSleep: notifications.oldAfterSleep.length,
    endedLate: notifications.endedLate.length,
    badgeLooks: badge.looks,
    badgeWrong: badge.wrong.length,
    toneLooks: tone.looks,
    toneWrong: tone.wrong.length,
    pagesOwed: pages.owed,
    pagesOnce: pages.once,
    pagesTwice: pages.twice.length,
    pagesMissed: pages.missed.length,
    pagesLostWithWorker: pages.lostWithWorker,
    pagesForOldCall: pages.old.length,
  };
}

async function measure(name: BrowserName) {
  const campaign = await playCampaign(name, planCampaign(CALLS, TROUBLES, seededRandom(SEED)));
  const told = tally(campaign.log);
  const { startedAfterMs, endedAfterMs } = told.notifications;
  return {
    told,
    aways: campaign.log.aways,
    summary: summaryOf(campaign, told),
    times: { ringToAlert: spreadOf(startedAfterMs), endToAlertGone: spreadOf(endedAfterMs) },
  };
}

/** What became of the alerts of many calls while worker, network and browser had their troubles. */
export async function measureCampaign() {
  const chromium = await measure('chromium');
  const firefox = await measure('firefox');
  writeFileSync(DETAILS, `${JSON.stringify({ chromium, firefox }, null, 2)}\n`);
  return {
    ringCampaign: { chromium: chromium.summary, firefox: firefox.summary },
    ringCampaignTimesInChromium: chromium.times,
    ringCampaignTimesInFirefox: firefox.times,
  };
}
