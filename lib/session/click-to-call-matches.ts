import { hostPermissionOf } from '@/lib/daktela/address';
import {
  covers,
  isForEveryHost,
  isOnSite,
  matchPatternOf,
  permissionsFor,
  readSitePattern,
  type SitePattern,
} from '@/lib/settings/site-patterns';
import type { Sites } from '@/lib/settings/sites';

/** All that decides where numbers are marked. */
export interface SiteRules {
  readonly sites: Sites;
  /** Host permissions that the browser has given. */
  readonly granted: readonly string[];
  /** The signed-in instance, null while nobody is. */
  readonly daktelaOrigin: string | null;
  /** Whether the list is an administrator's, which permissions the agent has given do not add to. */
  readonly isListLocked: boolean;
}

/**
 * Whether numbers of a page are marked, or the first reason why not: `signedOut` · `off` by mode ·
 * `unreadable` no extension may read it · `daktela` Daktela's own pages dial by themselves ·
 * `blocked` · `notListed` · `notAllowed` by the browser
 */
export type SiteState =
  | 'on'
  | 'signedOut'
  | 'off'
  | 'unreadable'
  | 'daktela'
  | 'blocked'
  | 'notListed'
  | 'notAllowed';

export interface ClickToCallMatches {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

/** Shops of the browsers' makers, which they let nobody read. */
const UNREADABLE_HOSTS = ['chromewebstore.google.com', 'addons.mozilla.org'];

export function patternsOf(texts: readonly string[]): SitePattern[] {
  return texts.flatMap((text) => {
    const reading = readSitePattern(text);
    return reading.ok ? [reading.pattern] : [];
  });
}

/** One of them is enough: a site typed without its scheme is meant as it is found. */
export function isAllowed(pattern: SitePattern, granted: readonly string[]): boolean {
  return permissionsFor(pattern).some((wanted) => granted.some((given) => covers(given, wanted)));
}

/**
 * Permissions for single sites that no entry of the list asks for. Who has given one in the
 * browser's own settings wants that site as much as who has listed it.
 */
export function grantedUnlisted(rules: SiteRules): string[] {
  const { sites, granted, daktelaOrigin } = rules;
  if (rules.isListLocked) return [];
  const own = daktelaOrigin === null ? null : hostPermissionOf(daktelaOrigin);
  const asked = patternsOf(sites.listed).flatMap(permissionsFor);
  return granted.filter(
    (given) => given !== own && !isForEveryHost(given) && !asked.includes(given),
  );
}

function isListed(url: URL, rules: SiteRules): boolean {
  const wanted = hostPermissionOf(url.origin);
  return (
    patternsOf(rules.sites.listed).some((pattern) => isOnSite(url, pattern)) ||
    grantedUnlisted(rules).some((given) => covers(given, wanted))
  );
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

export function siteStateOf(address: string, rules: SiteRules): SiteState {
  const { sites, granted, daktelaOrigin } = rules;
  const url = parsed(address);
  if (daktelaOrigin === null) return 'signedOut';
  if (url === null || !/^https?:$/.test(url.protocol)) return 'unreadable';
  if (UNREADABLE_HOSTS.includes(url.hostname)) return 'unreadable';
  const wanted = hostPermissionOf(url.origin);
  if (wanted === hostPermissionOf(daktelaOrigin)) return 'daktela';
  if (sites.mode === 'off') return 'off';
  const isBlocked = patternsOf(sites.blocked).some((pattern) => isOnSite(url, pattern));
  if (isBlocked && sites.mode !== 'all') return 'blocked';
  if (sites.mode === 'listed' && !isListed(url, rules)) return 'notListed';
  return granted.some((given) => covers(given, wanted)) ? 'on' : 'notAllowed';
}

/**
 * Where the browser is told to run the content script. Its patterns know no ports, so it may run
 * in a few pages more; `siteStateOf` has the last word.
 */
export function clickToCallMatches(rules: SiteRules): ClickToCallMatches {
  const { sites, granted, daktelaOrigin } = rules;
  if (daktelaOrigin === null || sites.mode === 'off') return { matches: [], excludeMatches: [] };
  const daktela = hostPermissionOf(daktelaOrigin);
  const listed = patternsOf(sites.listed).filter((pattern) => isAllowed(pattern, granted));
  const blocked = sites.mode === 'all' ? [] : patternsOf(sites.blocked);
  return {
    matches:
      sites.mode === 'listed'
        ? [...listed.map(matchPatternOf), ...grantedUnlisted(rules)]
        : granted.filter((given) => given !== daktela),
    excludeMatches: [daktela, ...blocked.filter(({ port }) => port === null).map(matchPatternOf)],
  };
}
