import { type CrmState, randomStates } from './crm-state';

/** A page as its framework sees it. */
interface DemoPage {
  /** Draws the state and settles when everything is in the DOM. */
  show(state: CrmState): Promise<void>;
  /** The nodes that the framework's own notes say are on the page; of a text also what it says. */
  nodesHeld(): { readonly node: Node; readonly text: string | null }[];
  /** Closed shadow roots are known to the page alone. */
  shadowRoots?(): ShadowRoot[];
}

/** Everything a page can notice in a run of random renders, in words that can be compared. */
export interface Recording {
  /** What the page's MutationObserver was told, render by render. */
  readonly records: string[][];
  /** Of each render: the DOM as text, and which node is which. */
  readonly html: number[];
  readonly identities: number[];
  /** Nodes that are not where, or do not say what, the framework believes. */
  readonly strays: string[];
  readonly thrown: string[];
  /** Events that no person made, and messages. */
  readonly heard: string[];
  /** How often a record told of the one element that is allowed. */
  readonly cardRecords: number;
}

/** What a test asks a demo page. */
export interface Proof {
  /** From here on everything is recorded. */
  begin(seed: number): void;
  render(options: { renders: number; paceMs: number }): Promise<void>;
  /** Ends the recording. */
  end(): Recording;
  globals(): string[];
}

declare global {
  interface Window {
    proof: Proof;
  }
}

const CARD = 'agent-widget-card';
const isCard = (node: Node | null): boolean => node instanceof Element && node.localName === CARD;

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Gives each node a number when it is first seen; the same node has it for good. */
function createNumbering() {
  const numbers = new WeakMap<Node, number>();
  let next = 0;
  return (node: Node | null): string => {
    if (!node) return '-';
    let number = numbers.get(node);
    if (number === undefined) {
      number = next;
      next += 1;
      numbers.set(node, number);
    }
    return `${node.nodeName}${number}`;
  };
}

function* nodesBelow(root: Node, shadowOf: (host: Element) => ShadowRoot | null): Generator<Node> {
  for (const child of root.childNodes) {
    if (isCard(child)) continue;
    yield child;
    const shadow = child instanceof Element ? shadowOf(child) : null;
    if (shadow) yield* nodesBelow(shadow, shadowOf);
    yield* nodesBelow(child, shadowOf);
  }
}

const WATCHED = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeOldValue: true,
};

function createRecorder(shadowRoots: () => ShadowRoot[]) {
  const nameOf = createNumbering();
  const waiting: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void waiting.push(...records));
  const watched = new Set<Node>();
  let cardRecords = 0;

  function watchAll(): void {
    for (const root of [document, ...shadowRoots()]) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, WATCHED);
    }
  }

  function told(record: MutationRecord): string[] {
    const { type, target, attributeName, oldValue, previousSibling, nextSibling } = record;
    const added = [...record.addedNodes].filter((node) => !isCard(node));
    const removed = [...record.removedNodes].filter((node) => !isCard(node));
    const ofCard = isCard(target) || (type === 'childList' && added.length + removed.length === 0);
    if (ofCard) {
      cardRecords += 1;
      return [];
    }
    const names = (nodes: Node[]) => nodes.map(nameOf).join();
    const sides = [previousSibling, nextSibling].map((node) => nameOf(isCard(node) ? null : node));
    return [
      `${type} ${nameOf(target)} ${attributeName} ${oldValue} +${names(added)} -${names(removed)} ${sides}`,
    ];
  }

  return {
    watchAll,
    /** The records since the last time. Between two renders the page itself does nothing. */
    drain: () => [...waiting.splice(0), ...observer.takeRecords()].flatMap(told),
    identity(): string {
      const shadows = new Map(shadowRoots().map((root) => [root.host, root]));
      const nodes = nodesBelow(document, (host) => shadows.get(host) ?? null);
      return [...nodes].map(nameOf).join();
    },
    html(): string {
      const { documentElement: root } = document;
      const parts = [...root.childNodes].filter((node) => !isCard(node));
      const inner = parts.map((node) => (node instanceof Element ? node.outerHTML : node.nodeName));
      const attributes = [...root.attributes].map(({ name, value }) => `${name}=${value}`);
      const shadows = shadowRoots().map((shadow) => shadow.innerHTML);
      const sheets = document.styleSheets.length + document.adoptedStyleSheets.length;
      return [...attributes, ...inner, ...shadows, sheets].join('\n');
    },
    cardRecords: () => cardRecords,
    stop: () => observer.disconnect(),
  };
}

function straysAmong(held: ReturnType<DemoPage['nodesHeld']>): string[] {
  return held.flatMap(({ node, text }) => {
    if (!node.isConnected) return [`${node.nodeName} "${text}" is not on the page`];
    return text !== null && node.nodeValue !== text
      ? [`"${node.nodeValue}" should say "${text}"`]
      : [];
  });
}

/** Names of all events that a page has a handler for, and those that the test says we might use. */
function eventNames(): string[] {
  const names = new Set(new URLSearchParams(location.search).getAll('listen'));
  for (const owner of [window, document, HTMLElement.prototype]) {
    for (const key in owner) if (key.startsWith('on')) names.add(key.slice(2));
  }
  return [...names];
}

function listen(): { heard: string[]; thrown: string[] } {
  const heard: string[] = [];
  const thrown: string[] = [];
  for (const name of eventNames()) {
    window.addEventListener(
      name,
      (event) => {
        if (!event.isTrusted || event instanceof MessageEvent) heard.push(name);
      },
      true,
    );
  }
  window.addEventListener('error', ({ message }) => void thrown.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => void thrown.push(String(reason)));
  return { heard, thrown };
}

function globals(): string[] {
  const owners = { window, document, navigator, Object, Node, Element, HTMLElement, EventTarget };
  const names = Object.entries(owners).flatMap(([name, owner]) => [
    ...Object.getOwnPropertyNames(owner).map((key) => `${name}.${key}`),
    ...Object.getOwnPropertyNames('prototype' in owner ? owner.prototype : {}).map(
      (key) => `${name}#${key}`,
    ),
  ]);
  // React names its listeners by chance.
  return names.map((name) => name.replace(/(_reactListening).*/, '$1')).sort();
}

/** Makes a demo page ready to be tested: the test steers it through `window.proof`. */
export function publish(page: DemoPage): void {
  const shadowRoots = () => page.shadowRoots?.() ?? [];
  const { heard, thrown } = listen();

  async function render(state: CrmState): Promise<void> {
    if (location.hash !== `#${state.path}`) {
      history.pushState(null, '', `#${state.path}`);
    }
    await page.show(state);
  }

  const recorder = createRecorder(shadowRoots);
  const recording = { records: [] as string[][], html: [] as number[], identities: [] as number[] };
  const strays: string[] = [];
  let states: Iterator<CrmState, never>;

  window.proof = {
    globals,
    begin(seed) {
      states = randomStates(seed);
      recorder.watchAll();
    },
    async render({ renders, paceMs }) {
      for (let count = 0; count < renders; count += 1) {
        try {
          await render(states.next().value);
        } catch (error) {
          thrown.push(String(error));
        }
        recorder.watchAll();
        recording.records.push(recorder.drain());
        recording.identities.push(hashOf(recorder.identity()));
        recording.html.push(hashOf(recorder.html()));
        strays.push(...straysAmong(page.nodesHeld()));
        await new Promise((resolve) => setTimeout(resolve, paceMs));
      }
    },
    end() {
      recorder.stop();
      return { ...recording, strays, thrown, heard, cardRecords: recorder.cardRecords() };
    },
  };
}
