// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FoundNumber } from '@/lib/page/found-numbers';
import { createMarks } from '@/lib/page/marks';
import type { Look } from '@/lib/settings/marks';

const NAME = 'agent-widget-number';

/** As much of the Custom Highlight API as marks need; happy-dom has none. */
class TestHighlight extends Set<Range> {
  constructor(...ranges: Range[]) {
    super(ranges);
  }
}
const highlights = new Map<string, TestHighlight>();

beforeEach(() => {
  highlights.clear();
  vi.stubGlobal('Highlight', TestHighlight);
  vi.stubGlobal('CSS', { highlights });
  document.body.innerHTML = '<p>777 123 456</p><p>602 345 678</p>';
});
afterEach(() => vi.unstubAllGlobals());

function numbers(): FoundNumber[] {
  return [...document.querySelectorAll('p')].map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return { range, dial: line.textContent };
  });
}

const marked = () => [...(highlights.get(NAME) ?? [])].map(String);

function marksIn(look: Look = { marks: 'shown', colour: 'teal' }) {
  const marks = createMarks();
  marks.look(look);
  return marks;
}

it('marks the ranges of all numbers under one name', () => {
  marksIn().show(numbers());
  expect(marked()).toEqual(['777 123 456', '602 345 678']);
  expect([...highlights.keys()]).toEqual([NAME]);
});

it('marks what there is now in place of what was marked before', () => {
  const marks = marksIn();
  marks.show(numbers());
  marks.show(numbers().slice(1));
  expect(marked()).toEqual(['602 345 678']);
});

it('marks in the colour that is chosen, and goes on in another one when that is', () => {
  const marks = marksIn({ marks: 'shown', colour: 'amber' });
  marks.show(numbers());
  expect([...highlights.keys()]).toEqual([`${NAME}-amber`]);
  marks.look({ marks: 'shown', colour: 'pink' });
  expect([...highlights.keys()]).toEqual([`${NAME}-pink`]);
  expect(highlights.get(`${NAME}-pink`)?.size).toBe(2);
});

it('marks nothing where numbers are found by pointing only, until they are to be marked', () => {
  const marks = marksIn({ marks: 'hover', colour: 'teal' });
  marks.show(numbers());
  expect([...highlights.keys()]).toEqual([]);
  marks.look({ marks: 'shown', colour: 'teal' });
  expect(marked()).toEqual(['777 123 456', '602 345 678']);
});

it('takes its marks away and leaves those of the page', () => {
  highlights.set('search-result', new TestHighlight());
  const marks = marksIn();
  marks.show(numbers());
  marks.clear();
  expect([...highlights.keys()]).toEqual(['search-result']);
});

it('leaves the DOM of the page as it is', () => {
  const before = document.documentElement.outerHTML;
  const marks = marksIn();
  marks.show(numbers());
  marks.clear();
  expect(document.documentElement.outerHTML).toBe(before);
});

it('does nothing in a browser without highlights', () => {
  vi.stubGlobal('Highlight', undefined);
  vi.stubGlobal('CSS', {});
  expect(() => {
    const marks = marksIn();
    marks.show(numbers());
    marks.clear();
  }).not.toThrow();
});
