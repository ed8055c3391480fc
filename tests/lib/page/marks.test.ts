// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FoundNumber } from '@/lib/page/found-numbers';
import { removeMarks, showMarks } from '@/lib/page/marks';
import { aFoundNumber } from '../../support/found-numbers';

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
  return [...document.querySelectorAll('p')].map((line) => aFoundNumber(line));
}

const marked = () => [...(highlights.get(NAME) ?? [])].map(String);

it('marks the ranges of all numbers under one name', () => {
  showMarks(numbers());
  expect(marked()).toEqual(['777 123 456', '602 345 678']);
  expect([...highlights.keys()]).toEqual([NAME]);
});

it('marks what there is now in place of what was marked before', () => {
  showMarks(numbers());
  showMarks(numbers().slice(1));
  expect(marked()).toEqual(['602 345 678']);
});

it('takes its marks away and leaves those of the page', () => {
  highlights.set('search-result', new TestHighlight());
  showMarks(numbers());
  removeMarks();
  expect([...highlights.keys()]).toEqual(['search-result']);
});

it('leaves the DOM of the page as it is', () => {
  const before = document.documentElement.outerHTML;
  showMarks(numbers());
  removeMarks();
  expect(document.documentElement.outerHTML).toBe(before);
});

it('does nothing in a browser without highlights', () => {
  vi.stubGlobal('Highlight', undefined);
  vi.stubGlobal('CSS', {});
  expect(() => {
    showMarks(numbers());
    removeMarks();
  }).not.toThrow();
});
