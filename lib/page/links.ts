import type { CardTarget } from './card-target';

const SCHEME = /^\s*(tel|callto|sips?):(?:\/\/)?(.*)$/is;
/** Digits, the two keys beside them, and what RFC 3966 and people put between them. */
const NUMBER = /^\+?[\d*#\s().\-/\u00a0\u2010-\u2015]+$/;
const FEWEST_DIGITS = 2;

interface LinkedNumber {
  readonly dial: string;
  readonly extension: string | null;
}

/** A page may write `tel:+420%20777…`; what is wrongly encoded is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The number that a link of one of the telephone schemes leads to; null for every other link, and
 * for one that only a telephone program understands, as `sip:anna@firma.test` or `tel:1-800-FLOWERS`.
 */
export function numberOfLink(href: string): LinkedNumber | null {
  const [, scheme = '', rest = ''] = SCHEME.exec(href) ?? [];
  if (scheme === '') return null;
  const [subject = '', ...params] = decoded(rest.split('?')[0] ?? '').split(/[;,]+/);
  const isSip = /^sip/i.test(scheme);
  const number = (isSip ? (subject.split('@')[0] ?? '') : subject).trim();
  if (!NUMBER.test(number) || number.replace(/\D/g, '').length < FEWEST_DIGITS) return null;
  const param = (name: string) =>
    params.find((text) => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  // A local number is completed by its context, when that is a prefix and not the name of a domain.
  const context = /^\+[\d\-.]+$/.exec(param('phone-context'))?.[0] ?? '';
  // Digits behind commas are for after the answer, which is what an extension is.
  const afterAnswer = params.find((text) => /^\s*\d+\s*$/.test(text)) ?? '';
  const extension = (param('ext') || afterAnswer).replace(/\D/g, '');
  return {
    dial: number.startsWith('+') ? number : context + number,
    extension: extension === '' ? null : extension,
  };
}

function hrefOf(element: Element): string {
  return element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
}

/** The telephone link that the innermost of these nodes stands in, shadow roots included. */
export function linkOn(path: readonly EventTarget[]): CardTarget | null {
  const anchor = path.find(
    (node): node is Element => node instanceof Element && /^(a|area)$/i.test(node.localName),
  );
  const number = anchor && numberOfLink(hrefOf(anchor));
  return number ? { ...number, country: null, written: null, anchor } : null;
}

function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** A page may lay a link that nobody sees below the pointer; the browser itself draws no `area`. */
function isSeen(link: Element, target: EventTarget | undefined): boolean {
  if (link.localName === 'area' || !(target instanceof Element)) return true;
  return target.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/**
 * Calls the number of a telephone link that was plainly clicked, where the browser would ask which
 * program to open. A page that handles the click itself is left to do so.
 * @param call dials; called for a person's own click only
 */
export function followLinks(
  document: Document,
  call: (target: CardTarget) => void,
  signal: AbortSignal,
): void {
  function follow(event: MouseEvent): void {
    const path = event.composedPath();
    const target = linkOn(path);
    if (!target || !event.isTrusted || event.defaultPrevented || !isPlain(event)) return;
    if (!isSeen(target.anchor as Element, path[0])) return;
    const over = new AbortController();
    // Who comes last can tell whether the page has taken the click: the window, or who is the last
    // to hear of a click that the page stops on its way.
    const decide = (): void => {
      if (event.currentTarget !== path.at(-1) && !event.cancelBubble) return;
      over.abort();
      if (event.defaultPrevented) return;
      event.preventDefault();
      call(target);
    };
    for (const node of path) node.addEventListener('click', decide, { signal: over.signal });
    setTimeout(() => over.abort(), 0);
  }

  document.defaultView?.addEventListener('click', follow, { signal, capture: true });
}
