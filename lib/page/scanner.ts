import type { PageNumbers } from '@/lib/messages/page-numbers';
import type { RecognisedNumber, Verdict } from '@/lib/messages/reply';
import { candidatesIn } from '@/lib/phone/candidates';
import { noteChange, nothingUnread, type Unread } from './changes';
import { fieldWithText } from './fields';
import { createFoundNumbers, type FoundNumbers, type Marks } from './found-numbers';
import { newId } from './new-id';
import { createReader } from './reader';
import { isUndefined, likelyHosts, shadowRootOf } from './shadow-roots';
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
  readonly marks?: Marks | undefined;
  /** Called when something was found or forgotten. */
  readonly changed: () => void;
}

const WATCHED = { childList: true, characterData: true, subtree: true };
/** After a reading the page has the thread to itself for so many times as long. */
const REST = 4;
/** A page that was slow for once must not go unread for several times as long. */
const MOST_REST_MS = 1_000;
/** More changes at once cost less to read all over than one by one. */
const FLOOD = 10_000;
const FLOOD_REST_MS = 500;
/** When elements without a script of their own are looked at again, each time twice as late. */
const FIRST_LOOK_MS = 250;
const LAST_LOOK_MS = 16_000;

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
  const frame = newId();
  const numbers = createFoundNumbers(marks);
  const verdicts = createVerdicts(ask, signal);
  const reader = createReader(numbers, verdicts, changed);
  const turn = createTurn();
  const watched = new WeakSet<ShadowRoot>();
  let unread = nothingUnread();
  /** Changes of the page so far. */
  let version = 0;
  let versionRead = 0;
  let isReading = false;
  let restsUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;

  async function pause(): Promise<void> {
    const before = version;
    verdicts.flush(true);
    await turn.next();
    if (version !== before) reader.refresh();
  }

  async function readTree(tree: Node): Promise<void> {
    const suspects = suspectsBelow(tree, tree === root ? firstInView(tree) : tree, () => version);
    let next = suspects.next();
    while (!next.done) {
      const suspect = next.value;
      const readTo = suspect ? reader.read(suspect.node, suspect.offset) : undefined;
      if (turn.isOver()) await pause();
      if (signal.aborted) return;
      next = suspects.next(readTo);
    }
    if (!next.value) read(tree);
    for (const host of likelyHosts(tree)) {
      const shadow = shadowRootOf(host);
      if (shadow) {
        watched.add(shadow);
        observer.observe(shadow, WATCHED);
        await readTree(shadow);
      } else if (isUndefined(host)) lateTimer ??= lookLater(FIRST_LOOK_MS);
      if (turn.isOver()) await pause();
      if (signal.aborted) return;
    }
  }

  async function readAll({ trees, texts }: Unread): Promise<void> {
    numbers.sweep();
    let last: Node | null = null;
    for (const tree of trees) {
      if (!tree.isConnected || last?.contains(tree)) continue;
      last = tree;
      await readTree(tree);
      if (signal.aborted) return;
    }
    for (const text of texts) {
      if (text.length > LONG_TEXT) await readTree(text);
      else if (text.isConnected) reader.read(text);
      if (turn.isOver()) await pause();
      if (signal.aborted) return;
    }
  }

  async function work(): Promise<void> {
    const todo = unread;
    const startedAt = performance.now();
    timer = undefined;
    isReading = true;
    unread = nothingUnread();
    versionRead = version;
    observer.observe(root, WATCHED);
    turn.begin();
    reader.refresh();
    await readAll(todo);
    verdicts.flush();
    isReading = false;
    if (signal.aborted) return;
    const now = performance.now();
    restsUntil = Math.max(restsUntil, now + Math.min(REST * (now - startedAt), MOST_REST_MS));
    changed();
    schedule();
  }

  function schedule(): void {
    if (!unread.isChanged || isReading || signal.aborted) return;
    timer ??= setTimeout(work, restsUntil - performance.now());
  }

  function read(tree: Node): void {
    unread.trees.add(tree);
    unread.isChanged = true;
    schedule();
  }

  const observer = new MutationObserver((records) => {
    version += records.length;
    if (version - versionRead > FLOOD) {
      // Listening to a flood costs the page more than to read all of it when it is over.
      observer.disconnect();
      clearTimeout(timer);
      timer = undefined;
      restsUntil = performance.now() + FLOOD_REST_MS;
      unread = nothingUnread();
      read(root);
    } else for (const record of records) noteChange(unread, record);
    schedule();
  });

  /** Some roots come late or where none are looked for. */
  function readNewRoot(host: unknown): void {
    const shadow = host instanceof Element && shadowRootOf(host);
    if (shadow && !watched.has(shadow)) read(shadow.host);
  }

  /** Nothing tells of a root that an element gets when its own script comes. */
  function lookLater(waitMs: number): typeof lateTimer {
    return setTimeout(() => {
      let isAwaited = false;
      for (const host of likelyHosts(root)) {
        readNewRoot(host);
        isAwaited ||= isUndefined(host);
      }
      lateTimer = isAwaited && waitMs < LAST_LOOK_MS ? lookLater(waitMs * 2) : undefined;
    }, waitMs);
  }

  root.addEventListener('pointerover', ({ target }) => readNewRoot(target), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(lateTimer);
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
        scanning: isReading || timer !== undefined,
        numbers: [...distinct].map(([number, dial]) => ({ number, dial })),
        refused: numbers.refused().map(({ range, rule }) => ({ text: String(range), rule })),
      };
    },
  };
}
