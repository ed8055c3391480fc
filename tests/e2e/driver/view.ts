import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { bundleScript } from '../../support/bundle-script';
import type { lookAround, Match, Query, Sight, Step } from './look';
import { until } from './until';

export type Name = string | RegExp;

/**
 * A page or popup as a person meets it: controls by role and accessible name, words, and nothing
 * else. Roles are ARIA's, and `password` and `field` (any input). Every call waits for its turn, for
 * 20 s at most, and says what was on the page when it gives up.
 */
export interface View {
  /** Clicks with a real mouse, once the control is enabled, at rest and not covered. */
  click(role: string, name?: Name): Promise<void>;
  /** Clicks into the field and types over what is there. */
  fill(role: string, name: Name, text: string): Promise<void>;
  /** Waits until there is such a control or region. */
  see(role: string, name?: Name): Promise<void>;
  /** Waits until there is none. */
  missing(role: string, name?: Name): Promise<void>;
  /** Waits until the words stand there. */
  read(words: Name): Promise<void>;
  /** All words there, or those of one control or region. */
  text(role?: string, name?: Name): Promise<string>;
  value(role: string, name: Name): Promise<string>;
  isChecked(role: string, name: Name): Promise<boolean>;
  isEnabled(role: string, name: Name): Promise<boolean>;
  /** The same for what is inside that region. */
  within(role: string, name?: Name): View;
  /** Runs a function or an expression in the page. */
  evaluate<T>(code: string | (() => T | Promise<T>)): Promise<T>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface Eyes {
  readonly timeoutMs?: number;
  readonly page: Page;
  readonly closedShadow: boolean;
  evaluate(expression: string): Promise<unknown>;
  /** Whether it has closed, as a popup does when its button opens something else. */
  isGone(): Promise<boolean>;
}

function stepOf(role: string, name: Name | undefined): Step {
  if (name === undefined) return { role };
  if (typeof name === 'string') return { role, name };
  return { role, name: { source: name.source, flags: name.flags } };
}

function wordsOf(path: readonly Step[]): string {
  const one = ({ role, name }: Step) =>
    name === undefined
      ? role
      : `${role} ${typeof name === 'string' ? `"${name}"` : `/${name.source}/`}`;
  return path.map(one).join(' > ');
}

/** In each page and world that was looked at: the look itself, brought there once. */
const LOOK = 'window.agentWidgetLook';
let script: Promise<string> | undefined;

async function bringLook(evaluate: Eyes['evaluate']): Promise<void> {
  script ??= bundleScript(join(import.meta.dirname, 'look.ts'), 'look');
  await evaluate(`(() => { ${await script}\n${LOOK} = look.lookAround; })()`);
}

function createLooks({ closedShadow, evaluate }: Eyes) {
  async function look(path: readonly Step[], act: Query['act'], outline = false): Promise<Sight> {
    const asked: Parameters<typeof lookAround> = [{ path, act, closedShadow }, outline];
    const expression = `${LOOK}?.(...${JSON.stringify(asked)}) ?? null`;
    const seen = (await evaluate(expression)) as Sight | null;
    if (seen) return seen;
    await bringLook(evaluate);
    return (await evaluate(expression)) as Sight;
  }
  const explain = async (path: readonly Step[]) => {
    const { matches, outline, text } = await look(path, 'look', true);
    return `${matches.length} of them there. On the page:\n${outline}\nIts words:\n${text}`;
  };
  return { look, explain };
}

/** A second click at one place counts as half of a double click until so much later. */
const DOUBLE_CLICK_MS = 450;
const lastClicks = new WeakMap<Page, { readonly x: number; readonly y: number; atMs: number }>();

/** A person looks before they click again where they have just clicked. */
async function pauseBeforeClickingAgain(page: Page, x: number, y: number): Promise<void> {
  const last = lastClicks.get(page);
  const isNear = last !== undefined && Math.hypot(x - last.x, y - last.y) < 10;
  const leftMs = isNear ? last.atMs + DOUBLE_CLICK_MS - Date.now() : 0;
  if (leftMs > 0) await pause(leftMs);
}

function createHands(eyes: Eyes) {
  const { look, explain } = createLooks(eyes);
  const { page, timeoutMs } = eyes;
  const patience = timeoutMs === undefined ? {} : { timeoutMs };

  /** Waits until exactly one such control is there, and for it to be as wanted. */
  function one(path: readonly Step[], act: Query['act'], wanted: (match: Match) => boolean) {
    return until(
      wordsOf(path),
      async () => {
        const { matches, hidden } = await look(path, act);
        if (hidden && act === 'scroll') await page.bringToFront();
        const [match, ...others] = matches;
        return match && others.length === 0 && wanted(match) ? match : null;
      },
      { ...patience, explain: () => explain(path) },
    );
  }

  async function click(path: readonly Step[]): Promise<void> {
    let last = '';
    const { x, y } = await one(path, 'scroll', (match) => {
      const place = `${match.x} ${match.y}`;
      const atRest = place === last;
      last = place;
      return atRest && match.enabled && match.hit;
    });
    await pauseBeforeClickingAgain(page, x, y);
    await page.mouse.move(x, y);
    await page.mouse.down();
    try {
      await page.mouse.up();
      lastClicks.set(page, { x, y, atMs: Date.now() });
    } catch (error) {
      // What was clicked may close the popup before the browser has said that it is done.
      await until('', () => eyes.isGone(), { timeoutMs: 1000 }).catch(() => Promise.reject(error));
    }
  }

  async function fill(path: readonly Step[], text: string): Promise<void> {
    await click(path);
    await one(path, 'select', () => true);
    if (text === '') await page.keyboard.press('Backspace');
    else await page.keyboard.type(text);
    await one(path, 'look', ({ value }) => value === text);
  }

  return { look, explain, one, click, fill, patience };
}

function matches(text: string, words: Name): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

function createView(eyes: Eyes, base: readonly Step[] = []): View {
  const { look, explain, one, click, fill, patience } = createHands(eyes);
  const { page } = eyes;
  const path = (role: string, name?: Name) => [...base, stepOf(role, name)];
  const text = async () =>
    base.length === 0 ? (await look([], 'look')).text : (await one(base, 'look', () => true)).text;
  return {
    click: (role, name) => click(path(role, name)),
    fill: (role, name, words) => fill(path(role, name), words),
    async see(role, name) {
      const wanted = path(role, name);
      await until(wordsOf(wanted), async () => (await look(wanted, 'look')).matches.length > 0, {
        ...patience,
        explain: () => explain(wanted),
      });
    },
    async missing(role, name) {
      const gone = path(role, name);
      await until(
        `no ${wordsOf(gone)}`,
        async () => (await look(gone, 'look')).matches.length === 0,
        { ...patience, explain: () => explain(gone) },
      );
    },
    async read(words) {
      await until(`the words ${words}`, async () => matches(await text(), words), {
        ...patience,
        explain: () => explain(base),
      });
    },
    text: async (role, name) =>
      role === undefined ? text() : (await one(path(role, name), 'look', () => true)).text,
    value: async (role, name) => (await one(path(role, name), 'look', () => true)).value,
    isChecked: async (role, name) => (await one(path(role, name), 'look', () => true)).checked,
    isEnabled: async (role, name) => (await one(path(role, name), 'look', () => true)).enabled,
    within: (role, name) => createView(eyes, path(role, name)),
    evaluate: <T>(code: string | (() => T | Promise<T>)) => page.evaluate(code) as Promise<T>,
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    close: () => page.close(),
  };
}

/** A page in a tab, a window or the popup. */
export function viewOf(
  page: Page,
  options: Partial<Pick<Eyes, 'timeoutMs' | 'isGone'>> = {},
): View {
  return createView({
    page,
    closedShadow: false,
    evaluate: (expression) => page.evaluate(expression),
    isGone: async () => page.isClosed(),
    ...options,
  });
}

/** What the extension shows in closed shadow roots of a page, seen from its content script. */
export function cardViewOf(page: Page, evaluate: Eyes['evaluate']): View {
  return createView({ page, closedShadow: true, evaluate, isGone: async () => page.isClosed() });
}
