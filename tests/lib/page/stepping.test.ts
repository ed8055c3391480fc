// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hasKeys } from '@/lib/page/calling';
import { createFoundNumbers } from '@/lib/page/found-numbers';
import { createStepping } from '@/lib/page/stepping';
import { aFoundNumber } from '../../support/found-numbers';

const scrolled = vi.fn();
/** Where each line stands, by its text, since happy-dom lays nothing out. */
let tops: Record<string, number>;

beforeEach(() => {
  document.body.innerHTML = '<p>one</p><p>two</p><p>three</p>';
  tops = { one: 10, two: 50, three: 90 };
  scrolled.mockClear();
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return new DOMRect(10, tops[this.toString()] ?? 0, 80, 16);
  });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    return (tops[this.toString()] === undefined ? [] : [1]) as unknown as DOMRectList;
  });
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(800);
  Object.assign(Element.prototype, { checkVisibility: () => true, scrollIntoView: scrolled });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function setup() {
  const numbers = createFoundNumbers();
  const add = (line: Element) => numbers.add(aFoundNumber(line, { dial: line.textContent ?? '' }));
  // Not found in the order in which they stand.
  for (const line of [...document.querySelectorAll('p')].reverse()) add(line);
  const card = { openByKey: vi.fn() };
  const step = createStepping(document, numbers, card, (at, count) => `${at}/${count}`);
  const opened = () => card.openByKey.mock.calls.map(([{ dial }, , words]) => `${dial} ${words}`);
  return { step, opened, add, numbers };
}

it('goes through the numbers in the order in which they stand, round and round', () => {
  const { step, opened } = setup();
  for (let times = 0; times < 4; times += 1) step(1);
  expect(opened()).toEqual(['one 1/3', 'two 2/3', 'three 3/3', 'one 1/3']);
});

it('goes back as well', () => {
  const { step, opened } = setup();
  step(1);
  step(-1);
  step(-1);
  expect(opened()).toEqual(['one 1/3', 'three 3/3', 'two 2/3']);
});

it.each([
  [1, 'two 2/3'],
  [-1, 'three 3/3'],
] as const)('begins with what the agent sees', (direction, first) => {
  tops = { one: -900, two: 10, three: 590 };
  const { step, opened } = setup();
  step(direction);
  expect(opened()).toEqual([first]);
});

it('passes over numbers that are not shown', () => {
  tops = { one: 10, three: 90 };
  const { step, opened } = setup();
  step(1);
  step(1);
  expect(opened()).toEqual(['one 1/2', 'three 2/2']);
});

it('goes on with what stands there now when the page was drawn anew', () => {
  const { step, opened, add, numbers } = setup();
  step(1);
  document.body.innerHTML = '<p>two</p><p>three</p>';
  numbers.sweep();
  for (const line of document.querySelectorAll('p')) add(line);
  step(1);
  expect(opened()).toEqual(['one 1/3', 'two 1/2']);
});

it.each([
  ['nearest', 10],
  ['center', 5_000],
])('scrolls to the %s for a number at %d', (block, top) => {
  tops = { one: top };
  setup().step(1);
  expect(scrolled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ block }));
});

it('does nothing on a page without a number', () => {
  document.body.innerHTML = '';
  const { step, opened } = setup();
  step(1);
  expect(opened()).toEqual([]);
});

it('is for the frame that has the focus and not for one around it', () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  expect(hasKeys(document)).toBe(true);
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.createElement('iframe'));
  expect(hasKeys(document)).toBe(false);
});
