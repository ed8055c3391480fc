import type { ReadTime } from './time';
import { recordOf, textOf } from './wire';

/** A notification to the agent (specification, Pull Data). Nothing is known of its shape (fact sheet 3). */
export interface Announcement {
  /** Tells it apart: the server's name for it, else its own words. */
  readonly name: string;
  readonly title: string | null;
  /** As the server has it; may hold markup, which is data. */
  readonly text: string | null;
  readonly atMs: number | null;
}

const TITLES = ['title', 'subject', 'headline', 'caption'];
const TEXTS = ['text', 'content', 'message', 'body', 'description'];
const TIMES = ['time', 'created', 'date', 'time_created', 'edited'];
const NAMES = ['name', 'id'];

const MAX_LENGTH = 10_000;
/** A name is sent back by a click, and no message takes longer ones. */
const MAX_NAME_LENGTH = 400;

function firstOf<T>(keys: readonly string[], read: (key: string) => T | null): T | null {
  for (const key of keys) {
    const value = read(key);
    if (value !== null) return value;
  }
  return null;
}

/** Null for what has no words to show. */
export function decodeAnnouncement(value: unknown, readTime: ReadTime): Announcement | null {
  const record = recordOf(value) ?? (typeof value === 'string' ? { text: value } : {});
  const words = (keys: readonly string[]) =>
    firstOf(keys, (key) => textOf(record[key]))?.slice(0, MAX_LENGTH) ?? null;
  const title = words(TITLES);
  const text = words(TEXTS);
  if (title === null && text === null) return null;
  const ownWords = [words(TIMES), title, text].filter((word) => word !== null).join('\n');
  return {
    name: (words(NAMES) ?? ownWords).slice(0, MAX_NAME_LENGTH),
    title,
    text: text === title ? null : text,
    atMs: firstOf(TIMES, (key) => readTime(record[key])),
  };
}
