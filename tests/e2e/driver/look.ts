import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** A role with a name: exact words, or a regular expression taken apart to travel into the page. */
export interface Step {
  readonly role: string;
  readonly name?: string | { readonly source: string; readonly flags: string };
}

export interface Query {
  /** From the outermost region to the control itself. */
  readonly path: readonly Step[];
  readonly act: 'look' | 'scroll' | 'select';
  /** Look into the closed shadow roots, which only the content-script world can open. */
  readonly closedShadow: boolean;
}

export interface Match {
  /** Middle of the element in the viewport. */
  readonly x: number;
  readonly y: number;
  readonly enabled: boolean;
  /** Whether a click at that point would reach it. */
  readonly hit: boolean;
  readonly checked: boolean;
  readonly value: string;
  readonly text: string;
}

export interface Sight {
  readonly matches: readonly Match[];
  /** Everything with a role, one a line, for error messages. */
  readonly outline: string;
  readonly text: string;
  readonly hidden: boolean;
}

declare const chrome:
  | { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }
  | undefined;

function tidy(words: string | null): string {
  return (words ?? '').replace(/\s+/g, ' ').trim();
}

/** Chromium and Firefox have a function and a property of the same name, for content scripts. */
function closedRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return null;
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (own !== undefined || !(element instanceof HTMLElement)) return own ?? null;
  return typeof chrome === 'object' ? (chrome.dom?.openOrClosedShadowRoot(element) ?? null) : null;
}

function withAllBelow(element: Element): Element[] {
  return [element, ...element.querySelectorAll('*')];
}

function treesOf(closedShadow: boolean): Element[] {
  const { documentElement } = document;
  if (!closedShadow) return [documentElement];
  return withAllBelow(documentElement).flatMap((host) => [...(closedRootOf(host)?.children ?? [])]);
}

/** ARIA has no role for a password; `field` is any control that takes text. */
function hasRole(element: Element, role: string): boolean {
  if (role === 'password') return element.matches('input[type="password"]');
  if (role === 'field') return element.matches('input, textarea, select, [contenteditable]');
  return getRole(element) === role;
}

/** Also what is there for screen readers only. What lays out only its content has no box of its own. */
function isVisible(element: Element): boolean {
  const box =
    getComputedStyle(element).display === 'contents' ? element.firstElementChild : element;
  return (
    box?.checkVisibility({ visibilityProperty: true }) === true &&
    element.closest('[aria-hidden="true"], [inert]') === null
  );
}

function isStep(element: Element, { role, name }: Step): boolean {
  if (!hasRole(element, role) || !isVisible(element)) return false;
  if (name === undefined) return true;
  const found = tidy(computeAccessibleName(element));
  return typeof name === 'string'
    ? found === name
    : new RegExp(name.source, name.flags).test(found);
}

function follow(tree: Element, path: readonly Step[]): Element[] {
  let candidates = withAllBelow(tree);
  let found: Element[] = [];
  for (const step of path) {
    found = candidates.filter((element) => isStep(element, step));
    const inside = found.flatMap((element) => [...element.querySelectorAll('*')]);
    candidates = [...new Set(inside)];
  }
  return found;
}

function scrollIntoSight(element: Element): void {
  const { top, left, bottom, right } = element.getBoundingClientRect();
  const inSight = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  // Within the window it may still be scrolled away inside a list of its own.
  if (inSight && isHit(element, (left + right) / 2, (top + bottom) / 2)) return;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
}

function isHit(element: Element, x: number, y: number): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(x, y);
  return top !== null && (element.contains(top) || top.closest('label')?.control === element);
}

function matchOf(element: Element, act: Query['act']): Match {
  const field = element as Partial<HTMLInputElement>;
  if (act === 'scroll') scrollIntoSight(element);
  if (act === 'select') field.select?.();
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  return {
    x,
    y,
    enabled: !element.matches(':disabled, [aria-disabled="true"]'),
    hit: isHit(element, x, y),
    checked: field.checked ?? element.getAttribute('aria-checked') === 'true',
    value: field.value ?? '',
    text: element instanceof HTMLElement ? element.innerText : tidy(element.textContent),
  };
}

function outlineOf(tree: Element): string[] {
  const dull = [null, 'none', 'presentation', 'generic'];
  return withAllBelow(tree).flatMap((element) => {
    const role = hasRole(element, 'password') ? 'password' : getRole(element);
    if (dull.includes(role) || !isVisible(element)) return [];
    return `${role} "${tidy(computeAccessibleName(element))}"`;
  });
}

/** Everything with such a role and name, and what is around it. Runs in the page. */
export function lookAround({ path, act, closedShadow }: Query, withOutline: boolean): Sight {
  const trees = treesOf(closedShadow);
  const matches = trees.flatMap((tree) => follow(tree, path)).map((found) => matchOf(found, act));
  const outline = withOutline ? trees.flatMap(outlineOf).slice(0, 80) : [];
  const text = trees.map((tree) => (tree instanceof HTMLElement ? tree.innerText : '')).join('\n');
  return { matches, text, outline: outline.join('\n'), hidden: document.hidden };
}
