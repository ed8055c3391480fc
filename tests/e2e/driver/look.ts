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

interface AxeInPage {
  setup(root: Element): void;
  teardown(): void;
  commons: {
    aria: { getRole(element: Element): string | null };
    dom: { isVisibleToScreenReaders(element: Element): boolean };
    text: { accessibleText(element: Element): string };
  };
}

/** Runs in a page, as source text, after axe-core: it must use nothing from this file. */
export function look(query: Query): Sight | null {
  const scope = globalThis as unknown as {
    axe?: AxeInPage;
    chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  };
  const { axe } = scope;
  if (!axe) return null;
  const { aria, dom, text } = axe.commons;
  const tidy = (words: string | null | undefined) => (words ?? '').replace(/\s+/g, ' ').trim();

  const closedRootOf = (element: Element): ShadowRoot | null => {
    const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
    if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
    if (!(element instanceof HTMLElement)) return null;
    return scope.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
  };
  const roots: (Document | ShadowRoot)[] = query.closedShadow
    ? [...document.querySelectorAll('*')]
        .filter((element) => element.shadowRoot === null)
        .flatMap((element) => closedRootOf(element) ?? [])
    : [document];

  const editable = 'input, textarea, select, [contenteditable]';
  const hasRole = (element: Element, role: string): boolean => {
    if (role === 'field') return element.matches(editable);
    if (role === 'password') return element.matches('input[type="password"]');
    return aria.getRole(element) === role;
  };
  const hasName = (element: Element, name: Step['name']): boolean => {
    if (name === undefined) return true;
    const found = tidy(text.accessibleText(element));
    return typeof name === 'string'
      ? found === name
      : new RegExp(name.source, name.flags).test(found);
  };
  const below = (scopes: readonly (Element | ShadowRoot | Document)[], { role, name }: Step) =>
    scopes.flatMap((root) =>
      [...root.querySelectorAll('*')].filter(
        (element) =>
          hasRole(element, role) && dom.isVisibleToScreenReaders(element) && hasName(element, name),
      ),
    );

  const matchOf = (element: Element): Match => {
    let box = element.getBoundingClientRect();
    if (query.act === 'scroll') {
      const outside =
        box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth;
      if (outside) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      box = element.getBoundingClientRect();
    }
    const field = element as Partial<HTMLInputElement>;
    if (query.act === 'select') field.select?.();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const root = element.getRootNode() as Document | ShadowRoot;
    const top = root.elementFromPoint(x, y);
    const label = top?.closest('label');
    return {
      x,
      y,
      enabled: !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true',
      hit: element.contains(top) || (label !== null && label?.control === element),
      checked: field.checked ?? element.getAttribute('aria-checked') === 'true',
      value: field.value ?? '',
      text: element instanceof HTMLElement ? element.innerText : tidy(element.textContent),
    };
  };

  const lines: string[] = [];
  const describe = (element: Element): void => {
    const role = aria.getRole(element) ?? (element.matches(editable) ? 'field' : null);
    if (role === null || role === 'none' || role === 'presentation' || role === 'generic') return;
    if (dom.isVisibleToScreenReaders(element)) {
      lines.push(`${role} "${tidy(text.accessibleText(element))}"`);
    }
  };

  const matches: Match[] = [];
  const spoken: string[] = [];
  for (const root of roots) {
    for (const child of root.children) {
      axe.setup(child);
      try {
        let scopes: (Element | ShadowRoot | Document)[] = [root instanceof Document ? root : child];
        if (root !== document) scopes = [child.parentNode as ShadowRoot];
        let found: Element[] = [];
        for (const step of query.path) {
          found = below(scopes, step).filter((element) => child.contains(element));
          scopes = found;
        }
        matches.push(...found.map(matchOf));
        for (const element of [child, ...child.querySelectorAll('*')]) describe(element);
      } finally {
        axe.teardown();
      }
      spoken.push(child instanceof HTMLElement ? child.innerText : '');
    }
  }
  return {
    matches,
    outline: lines.slice(0, 80).join('\n'),
    text: spoken.join('\n'),
    hidden: document.hidden,
  };
}
