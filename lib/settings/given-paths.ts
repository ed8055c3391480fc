import type { SettingPath } from './setting-paths';

/**
 * What may be given from outside, by an administrator or in a file, in the order in which it is
 * listed. What this browser has remembered by itself (windows, devices, the queue for calls) belongs
 * to one computer and one agent.
 */
const GIVEN_PATHS = [
  'daktelaAddress',
  'language',
  'toolbarPlace',
  'sites.mode',
  'sites.listed',
  'sites.blocked',
  'marks.shown',
  'marks.colour',
  'dialling.country',
  'dialling.form',
  'dialling.perCountry',
  'dialling.outsideLine',
  'dialling.ownPrefix',
  'alerts.rungs',
  'alerts.quietOnTelephone',
  'alerts.tone',
  'alerts.volume',
  'alerts.quietHours',
  'alerts.spoken',
  'alerts.lostTone',
  'alerts.autoPause',
  'screenPop.in',
  'screenPop.out',
  'screenPop.contact',
  'screenPop.search',
  'screenPop.unknown',
  'screenPop.reuseTab',
  'shortcuts.pause',
  'idle.on',
  'idle.minutes',
  'idle.pause',
  'idle.comesBack',
] as const satisfies readonly SettingPath[];
type GivenPath = (typeof GIVEN_PATHS)[number];

function pathsWithout<Left extends GivenPath>(
  ...left: readonly Left[]
): readonly Exclude<GivenPath, Left>[] {
  return GIVEN_PATHS.filter(
    (path): path is Exclude<GivenPath, Left> => !left.some((each) => each === path),
  );
}

/**
 * What an administrator may give; documented in docs/administrator.md. Where the desk opens and how
 * marks look is for the agent to say.
 */
export const POLICY_PATHS = pathsWithout('toolbarPlace', 'marks.shown', 'marks.colour');

/** What a file of settings holds. The address is the administrator's. */
export const FILE_PATHS = pathsWithout('daktelaAddress');
