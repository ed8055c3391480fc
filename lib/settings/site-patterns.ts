/** The sites that one entry of a list stands for. */
export interface SitePattern {
  /** As it stands in the list; reads back as the same pattern. */
  readonly text: string;
  /** Null stands for both. */
  readonly scheme: 'http' | 'https' | null;
  /** A host name; `*.example.com` stands for `example.com` and every host below it. */
  readonly host: string;
  /** Null stands for every port. */
  readonly port: string | null;
  /** From the slash on, `*` standing for anything; null stands for every page. */
  readonly path: string | null;
}

/**
 * Why a text is no pattern: `scheme` neither http nor https · `wildcard` a star where none may
 * stand · `tooWide` every site there is, or a whole top-level domain · `host` no address of a site
 */
export type PatternProblem = 'scheme' | 'wildcard' | 'tooWide' | 'host';

export type PatternReading =
  | { readonly ok: true; readonly pattern: SitePattern }
  | { readonly ok: false; readonly problem: PatternProblem };

const PARTS = /^(?:([^/?#]*?):\/\/)?([^/?#]*)([/?][^#]*)?(?:#.*)?$/;
const HOST = /^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*)$/i;
/** The URL parser reads a lone number as an IP address. */
const LONE_NUMBER = /^(\d+|0x[\da-f]+)$/i;
const LONGEST = 500;

const schemes = { http: 'http', https: 'https', '*': null } as const;

function hostOf(name: string, port: string): { host: string; port: string | null } | null {
  if (LONE_NUMBER.test(name)) return null;
  try {
    const url = new URL(`http://${name}${port}`);
    // The parser drops port 80, which a person has meant.
    const kept = port === '' ? null : port.slice(1);
    return HOST.test(url.hostname) ? { host: url.hostname, port: kept } : null;
  } catch {
    return null;
  }
}

function pathOf(path: string): string | null {
  const wanted = (path.startsWith('?') ? `/${path}` : path).replace(/\*+/g, '*');
  if (wanted === '' || wanted === '/' || wanted === '/*') return null;
  // A pasted address stands for itself and what is below it.
  return wanted.includes('*') ? wanted : `${wanted}*`;
}

/** Reads what a person types or pastes as a site: a host, with a star before it, an address, with a port. */
export function readSitePattern(input: string): PatternReading {
  const typed = input.trim();
  const refuse = (problem: PatternProblem): PatternReading => ({ ok: false, problem });
  const [, scheme = '*', authority = '', path = ''] = PARTS.exec(typed) ?? [];
  if (/\s/.test(typed) || typed.length > LONGEST) return refuse('host');
  if (authority === '*' || typed === '<all_urls>') return refuse('tooWide');
  if (!Object.hasOwn(schemes, scheme.toLowerCase())) return refuse('scheme');
  const [, star = '', name = '', digits = ''] =
    /^(\*\.)?(\[.*\]|[^:@]*)(:\d{1,5})?$/.exec(authority) ?? [];
  if (name.includes('*')) return refuse('wildcard');
  const place = hostOf(name, digits);
  if (place === null) return refuse('host');
  if (star !== '' && !place.host.includes('.') && place.host !== 'localhost') {
    return refuse('tooWide');
  }
  const pattern = {
    scheme: schemes[scheme.toLowerCase() as keyof typeof schemes],
    host: star + place.host,
    port: place.port,
    path: pathOf(path),
  };
  return { ok: true, pattern: { ...pattern, text: textOf(pattern) } };
}

function textOf({ scheme, host, port, path }: Omit<SitePattern, 'text'>): string {
  return [scheme && `${scheme}://`, host, port && `:${port}`, path].filter(Boolean).join('');
}

/** Whether a text fits a pattern in which a star stands for anything. */
function fits(text: string, glob: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return text === glob;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

function isHostIn(host: string, wanted: string): boolean {
  if (wanted === '*') return true;
  if (!wanted.startsWith('*.')) return host === wanted;
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

export function isOnSite(url: URL, { scheme, host, port, path }: SitePattern): boolean {
  const standard = DEFAULT_PORTS[url.protocol];
  return (
    standard !== undefined &&
    (scheme === null || url.protocol === `${scheme}:`) &&
    isHostIn(url.hostname, host) &&
    (port === null || port === (url.port || standard)) &&
    (path === null || fits(url.pathname + url.search, path))
  );
}

/** For the browser's own lists; both browsers know patterns without ports, so it may let too much in. */
export function matchPatternOf({ scheme, host, path }: SitePattern): string {
  return `${scheme ?? '*'}://${host}${path ?? '/*'}`;
}

/** The host permissions the browser must give before pages of it can be read. */
export function permissionsFor({ scheme, host }: SitePattern): string[] {
  const each = scheme === null ? (['https', 'http'] as const) : [scheme];
  return each.map((one) => `${one}://${host}/*`);
}

/** The entry that stands for exactly this page's site. */
export function patternTextOf(page: URL): string {
  return page.protocol === 'https:' ? page.host : page.origin;
}

/** Whether a permission the browser has given is all that is wanted, or more. */
export function covers(granted: string, wanted: string): boolean {
  if (granted === '<all_urls>') return true;
  const [, grantedScheme, grantedHost] = /^([^:]+):\/\/([^/]+)\//.exec(granted) ?? [];
  const [, scheme, host] = /^([^:]+):\/\/([^/]+)\//.exec(wanted) ?? [];
  if (grantedHost === undefined || host === undefined) return false;
  if (grantedScheme !== '*' && grantedScheme !== scheme) return false;
  if (!grantedHost.startsWith('*')) return grantedHost === host;
  return isHostIn(host.replace(/^\*\.?/, ''), grantedHost);
}

/** Whether a permission is for every host. */
export function isForEveryHost(granted: string): boolean {
  return granted === '<all_urls>' || /^[^:]+:\/\/\*\//.test(granted);
}
