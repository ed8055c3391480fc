// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMarks } from '@/lib/page/marks';
import { type Place, textAt } from '@/lib/page/text-runs';
import type { Look } from '@/lib/settings/marks';

const DEFAULT_LOOK: Look = { marks: 'shown', colour: 'teal' };
const NAME = 'agent-widget-number';

/** As much of the Custom Highlight API as marks need; happy-dom has none. */
class TestHighlight extends Set<StaticRangeInit> {}
class TestStaticRange {
  constructor(ends: StaticRangeInit) {
    Object.assign(this, ends);
  }
}
const highlights = new Map<string, TestHighlight>();

beforeEach(() => {
  highlights.clear();
  vi.stubGlobal('Highlight', TestHighlight);
  vi.stubGlobal('StaticRange', TestStaticRange);
  vi.stubGlobal('CSS', { highlights });
  document.body.innerHTML = '<p>777 123 456</p><p>602 345 678</p>';
});
afterEach(() => vi.unstubAllGlobals());

function places(): Place[] {
  return [...document.querySelectorAll('p')].flatMap(({ firstChild }) =>
    firstChild ? [[firstChild, 0, firstChild, 11] as const] : [],
  );
}

function setup() {
  const marks = createMarks();
  if (!marks) throw new Error('nothing to mark with');
  const added = places().map((place) => marks.add(place));
  marks.look(DEFAULT_LOOK);
  return { ...marks, added };
}

const marked = (name = NAME) =>
  [...(highlights.get(name) ?? [])].map((range) =>
    textAt([range.startContainer, range.startOffset, range.endContainer, range.endOffset]),
  );

it('marks each number under one name', () => {
  setup();
  expect(marked()).toEqual(['777 123 456', '602 345 678']);
  expect([...highlights.keys()]).toEqual([NAME]);
});

it('takes one mark away and leaves the others', () => {
  const { added, remove } = setup();
  if (added[0]) remove(added[0]);
  expect(marked()).toEqual(['602 345 678']);
});

it('marks under the name of another colour, whose rule the style sheet has', () => {
  const { look } = setup();
  look({ marks: 'shown', colour: 'amber' });
  expect([...highlights.keys()]).toEqual([`${NAME}-amber`]);
  expect(marked(`${NAME}-amber`)).toEqual(['777 123 456', '602 345 678']);
});

it('shows no marks where they come only below the pointer, and all of them again later', () => {
  const { look } = setup();
  look({ marks: 'hover', colour: 'teal' });
  expect([...highlights.keys()]).toEqual([]);
  look({ marks: 'shown', colour: 'teal' });
  expect(marked()).toEqual(['777 123 456', '602 345 678']);
});

it('takes its marks away and leaves those of the page', () => {
  highlights.set('search-result', new TestHighlight());
  setup().clear();
  expect([...highlights.keys()]).toEqual(['search-result']);
});

it('leaves the marks of a newer script that has taken the name', () => {
  const { clear } = setup();
  const newer = new TestHighlight();
  highlights.set(NAME, newer);
  clear();
  expect(highlights.get(NAME)).toBe(newer);
});

it('leaves the DOM of the page as it is', () => {
  const before = document.documentElement.outerHTML;
  setup().clear();
  expect(document.documentElement.outerHTML).toBe(before);
});

it('marks nothing in a browser without highlights', () => {
  vi.stubGlobal('Highlight', undefined);
  expect(createMarks()).toBeUndefined();
});
