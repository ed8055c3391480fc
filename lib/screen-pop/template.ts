/** What can stand between braces in an address template: `https://crm.example/search?q={number}`. */
export const PLACEHOLDERS = [
  /** The number in the international form, `+420601234567`. */
  'number',
  /** The same with 00 in place of the plus, digits only. */
  'number:00',
  /** As it is dialled within its country, digits only. */
  'number:national',
  /** As Daktela tells it. */
  'number:received',
  'name',
  'queue',
  'activity',
  'contact',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What is known of a call; null where nothing is. */
export type ScreenPopValues = Readonly<Record<Placeholder, string | null>>;

/** A call as the preview shows it. */
export const SAMPLE: ScreenPopValues = {
  number: '+420601234567',
  'number:00': '00420601234567',
  'number:national': '601234567',
  'number:received': '601234567',
  name: 'Jana Dvořáková',
  queue: '3001',
  activity: 'activities_65f0c1a2b3c4d.12345678',
  contact: 'contact_5f2b9c7e1d3a4',
};

/** Text as it was typed, and placeholders. */
type Part = string | { readonly placeholder: Placeholder };

export interface Template {
  readonly origin: string;
  readonly parts: readonly Part[];
}

/**
 * What a template is for, each where those before it do not fit (`fill`): `contact` for a caller
 * Daktela knows, `search` for a number that may be of nobody or of several, `unknown` for the rest.
 */
export const TEMPLATE_USES = ['contact', 'search', 'unknown'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];

/**
 * - `empty` nothing is typed · `noScheme` it does not begin with https:// · `scheme` neither https nor http
 * - `notAnAddress` no browser could open it · `credentials` it holds a user name or password
 * - `unclosed` a brace without its partner · `unknownPlaceholder` no such placeholder
 * - `placeholderInSite` the site itself would depend on the caller
 * - `namesNobody` it holds neither number nor contact, so it would open the same page for all
 */
export type TemplateError =
  | { readonly kind: 'empty' | 'noScheme' | 'scheme' | 'notAnAddress' | 'credentials' }
  | { readonly kind: 'unclosed' | 'placeholderInSite' | 'namesNobody' }
  | { readonly kind: 'unknownPlaceholder'; readonly placeholder: string };

export type TemplateCheck =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly error: TemplateError };

const OTHER_SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;
const HTTP = /^https?:\/\//i;
const SITE = /^https?:\/\/[^/\\?#]+/i;
/** What the URL parser drops without a word. */
const CONTROL = /\p{Cc}/u;
/** More than a name or number has; a whole message would make an address no server takes. */
const LONGEST_VALUE = 200;

const fail = (error: TemplateError): TemplateCheck => ({ ok: false, error });

/** What tells one caller from another; a template that holds it fits only when it is known. */
function isWho(placeholder: Placeholder): boolean {
  return placeholder.startsWith('number') || placeholder === 'contact';
}

function partsOf(text: string): Part[] | TemplateError {
  const parts: Part[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    if (/^\{.*\}$/.test(piece)) {
      const name = piece.slice(1, -1).trim().toLowerCase();
      const placeholder = PLACEHOLDERS.find((known) => known === name);
      if (!placeholder) return { kind: 'unknownPlaceholder', placeholder: piece.slice(1, -1) };
      parts.push({ placeholder });
    } else if (/[{}]/.test(piece)) {
      return { kind: 'unclosed' };
    } else if (piece !== '') {
      parts.push(piece);
    }
  }
  return parts;
}

function join(parts: readonly Part[], text: (placeholder: Placeholder) => string): string {
  return parts.map((part) => (typeof part === 'string' ? part : text(part.placeholder))).join('');
}

function read(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Says of a template, as it is being typed, whether it can be used and else what is wrong with it. */
export function checkTemplate(typed: string, use: TemplateUse): TemplateCheck {
  const text = typed.trim();
  if (text === '') return fail({ kind: 'empty' });
  if (!HTTP.test(text)) {
    const isOther = OTHER_SCHEME.test(text) && !/^https?:/i.test(text);
    return fail({ kind: isOther ? 'scheme' : 'noScheme' });
  }
  const [site] = text.match(SITE) ?? [];
  if (site === undefined) return fail({ kind: 'notAnAddress' });
  if (/[{}]/.test(site)) return fail({ kind: 'placeholderInSite' });
  const parts = partsOf(text);
  if (!Array.isArray(parts)) return fail(parts);
  const url = CONTROL.test(text) ? null : read(join(parts, () => 'x'));
  if (url === null) return fail({ kind: 'notAnAddress' });
  if (url.username !== '' || url.password !== '') return fail({ kind: 'credentials' });
  const namesWho = parts.some((part) => typeof part !== 'string' && isWho(part.placeholder));
  if (use !== 'unknown' && !namesWho) return fail({ kind: 'namesNobody' });
  return { ok: true, template: { origin: url.origin, parts } };
}

/** A value as it may stand anywhere in an address without meaning anything there. */
function encoded(value: string): string {
  const text = value.slice(0, LONGEST_VALUE).replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** How a page is addressed, whatever the values: dots alone would lead to another one. */
function shapeOf({ origin, pathname }: URL): string {
  return `${origin} ${pathname.split('/').length}`;
}

/**
 * The address for one call, or null when the template does not fit it: a number or contact that it
 * asks for is not known. A name or queue that is not known is left empty.
 */
export function fill({ origin, parts }: Template, values: ScreenPopValues): string | null {
  const lacks = parts.some(
    (part) =>
      typeof part !== 'string' && isWho(part.placeholder) && !values[part.placeholder]?.trim(),
  );
  if (lacks) return null;
  const url = read(join(parts, (placeholder) => encoded(values[placeholder]?.trim() ?? '')));
  const plain = read(join(parts, () => 'x'));
  if (url === null || plain === null || url.origin !== origin) return null;
  return shapeOf(url) === shapeOf(plain) ? url.href : null;
}

/** What the template would open for the sample call. */
export function previewOf(template: Template): string {
  return fill(template, SAMPLE) ?? '';
}
