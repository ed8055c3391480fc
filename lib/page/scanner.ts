import type { PageNumbers } from '@/lib/messages/page-numbers';
import type { RecognisedNumber, Verdict } from '@/lib/messages/reply';
import { candidatesIn } from '@/lib/phone/candidates';
import { noteChange, nothingUnread, type Unread } from './changes';
import { fieldWithText } from './fields';
import { createFoundNumbers, type FoundNumbers, type Marks } from './found-numbers';
import { newId } from './new-id';
import { createReader } from './reader';
import { editorAround } from './reading-rules';
import { createLateHosts, isUndefined, likelyHosts, shadowRootOf } from './shadow-roots';
import { labelOfField } from './surroundings';
import { LONG_TEXT } from './text-runs';
import { suspectsBelow } from './text-walk';
import { createTurn } from './turns';
import { type AskRecognise, createVerdicts } from './verdicts';

export interface Scanner {
  readonly numbers: FoundNumbers;
  /** The number that a field holds; nothing is marked for it. */
  inField(element: Element): Promise<RecognisedNumber | null>;
  /** Reads everything again, as the rules may have changed. */
  reread(): void;
  report(): PageNumbers;
}

interface Listeners {
  readonly marks?: Marks;
  /** Called when something was found or forgotten. */
  readonly changed: () => void;
}

/** Suspects read between two looks at the clock. */
const LOOK_EVERY = 8;
const WATCHED = { childList: true, characterData: true, subtree: true };
/** After a reading the page has the thread to itself for so many times as long. */
const REST = 4;
/** More changes at once cost less to read all over than one by one. */
const FLOOD = 10_000;
const FLOOD_REST_MS = 500;
/** Where on the page the reading begins, so that what is on the screen is marked first. */
function firstInView(root: Node): Node {
  // Near its beginning a page is read in the order in which it stands.
  const seen = scrollY > innerHeight ? document.elementFromPoint(innerWidth / 2, 0) : null;
  return seen && root.contains(seen) ? seen : root;
}

/** Finds the numbers of the page, and of whatever the page becomes, until the signal is aborted. */
export function startScanner(
  root: Node,
  ask: AskRecognise,
  { marks, changed }: Listeners,
  signal: AbortSignal,
): Scanner {
  const numbers = createFoundNumbers(marks);
  const frame = newId();
  const verdicts = createVerdicts(ask, signal);
  const reader = createReader(numbers, verdicts, changed);
  const turn = createTurn();
  const lateHosts = createLateHosts((host) => read(host), signal);
  const watched = new WeakSet<ShadowRoot>();
  let unread = nothingUnread();
  let changes = 0;
  /** Another one each time the page has changed. */
  let version = 0;
  let isFlooded = false;
  let isReading = false;
  let restsUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pause(): Promise<void> {
    verdicts.flush();
    await turn.next();
    reader.refresh();
  }

  async function readTree(tree: Node): Promise<void> {
    const suspects = suspectsBelow(tree, tree === root ? firstInView(tree) : tree, () => version);
    let count = 0;
    for (let next = suspects.next(); !next.done; ) {
      const suspect = next.value;
      const readTo = suspect ? reader.read(suspect.node, suspect.offset) : undefined;
      count += 1;
      if (count % LOOK_EVERY === 0 && turn.isOver()) await pause();
      if (signal.aborted) return;
      next = suspects.next(readTo);
    }
    for (const host of likelyHosts(tree)) {
      const shadow = shadowRootOf(host);
      if (shadow) {
        observer.observe(shadow, WATCHED);
        watched.add(shadow);
        await readTree(shadow);
      } else if (isUndefined(host)) lateHosts.add(host);
      if (turn.isOver()) await pause();
      if (signal.aborted) return;
    }
  }

  async function readAll({ trees, texts, hasLosses }: Unread): Promise<void> {
    if (hasLosses) numbers.sweep();
    let last: Node | null = null;
    for (const tree of trees) {
      if (!tree.isConnected || last?.contains(tree)) continue;
      last = tree;
      await readTree(tree);
      if (signal.aborted) return;
    }
    for (const text of texts) {
      if (!text.isConnected) continue;
      if (text.length > LONG_TEXT) {
        reader.dropChanged(numbers.inText(text));
        await readTree(text);
      } else reader.read(text);
      if (turn.isOver()) await pause();
      if (signal.aborted) return;
    }
  }

  async function work(): Promise<void> {
    timer = undefined;
    isReading = true;
    const startedAt = performance.now();
    if (isFlooded) {
      isFlooded = false;
      observer.observe(root, WATCHED);
      reader.dropChanged(numbers.everything());
    }
    const todo = unread;
    unread = nothingUnread();
    changes = 0;
    turn.begin();
    reader.refresh();
    await readAll(todo);
    verdicts.flush();
    isReading = false;
    if (signal.aborted) return;
    const now = performance.now();
    restsUntil = Math.max(restsUntil, now + REST * (now - startedAt));
    changed();
    schedule();
  }

  function schedule(): void {
    const isIdle = unread.trees.size === 0 && unread.texts.size === 0 && !unread.hasLosses;
    if (isIdle || isReading || timer !== undefined || signal.aborted) return;
    timer = setTimeout(() => void work(), Math.max(0, restsUntil - performance.now()));
  }

  function read(tree: Node): void {
    unread.trees.add(tree);
    schedule();
  }

  /** Listening to a flood costs the page more than to read all of it when it is over. */
  function waitForFloodToEnd(): void {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
    isFlooded = true;
    unread = { trees: new Set([root]), texts: new Set(), hasLosses: true };
    restsUntil = performance.now() + FLOOD_REST_MS;
  }

  const observer = new MutationObserver((records) => {
    changes += records.length;
    version += 1;
    if (changes > FLOOD) waitForFloodToEnd();
    else for (const record of records) noteChange(unread, record);
    schedule();
  });

  function onFocusChange({ target }: Event): void {
    const editor = target instanceof Element ? editorAround(target) : null;
    if (editor) read(editor);
  }

  /** Some roots come late or where none are looked for: they are read when they are pointed at. */
  function onPointed({ target }: Event): void {
    const shadow = target instanceof Element ? shadowRootOf(target) : null;
    if (shadow && !watched.has(shadow)) read(shadow.host);
  }

  observer.observe(root, WATCHED);
  root.addEventListener('pointerover', onPointed, { signal, passive: true });
  root.addEventListener('focusin', onFocusChange, { signal, passive: true });
  root.addEventListener('focusout', onFocusChange, { signal, passive: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  unread.trees.add(root);
  void work();

  return {
    numbers,
    async inField(element) {
      const field = fieldWithText(element);
      if (!field || candidatesIn(field.value).length === 0) return null;
      const question = { text: field.value, label: labelOfField(field), inColumnOfOneShape: false };
      const verdict = new Promise<Verdict | undefined>((tell) => {
        verdicts.judge([question], ([only]) => tell(only));
      });
      verdicts.flush();
      return (await verdict)?.numbers[0] ?? null;
    },
    reread() {
      verdicts.clear();
      read(root);
    },
    report() {
      const distinct = new Map(numbers.all().map(({ number, dial }) => [number, dial]));
      return {
        frame,
        host: location.host,
        scanning: isReading || timer !== undefined || reader.isWaiting(),
        numbers: [...distinct].map(([number, dial]) => ({ number, dial })),
        refused: numbers.refused().map(({ range, rule }) => ({ text: String(range), rule })),
      };
    },
  };
}
