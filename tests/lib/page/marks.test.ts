// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMarks } from '@/lib/page/marks';
import type { Place } from '@/lib/page/text-runs';

const NAME = 'agent-widget-number';

/** As much of the Custom Highlight API as marks need; happy-dom has none. */
class TestHighlight extends Set<AbstractRange> {}

const highlights = new Map<string, TestHighlight>();

beforeEach(() => {
  highlights.clear();
  vi.stubGlobal('Highlight', TestHighlight);
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(place: Place) {
        Object.assign(this, place);
      }
    },
  );
  document.body.innerHTML = '<p>777 123 456</p><p>602 345 678</p>';
});
afterEach(() => vi.unstubAllGlobals());

const texts = () =>
  [...document.querySelectorAll('p')].flatMap(({ firstChild }) => firstChild ?? []);

function placeOf(node: Node): Place {
  return { startContainer: node, startOffset: 0, endContainer: node, endOffset: 11 };
}

const marked = (name = NAME) => highlights.get(name)?.size ?? 0;

it('marks each number that comes, and no longer marks one that goes', () => {
  const marks = createMarks();
  const [first] = texts().map((text) => marks.add(placeOf(text)));
  expect(marked()).toBe(2);
  marks.remove(first ?? null);
  expect(marked()).toBe(1);
  expect([...highlights.keys()]).toEqual([NAME]);
});

it('marks in the colour that was chosen, and keeps what is marked when another one is', () => {
  const marks = createMarks();
  for (const text of texts()) marks.add(placeOf(text));
  marks.look({ marks: 'shown', colour: 'amber' });
  expect([marked(), marked(`${NAME}-amber`)]).toEqual([0, 2]);
});

it('shows nothing where numbers are to be found by pointing only, until they are to be shown', () => {
  const marks = createMarks();
  for (const text of texts()) marks.add(placeOf(text));
  marks.look({ marks: 'hover', colour: 'teal' });
  expect([...highlights.keys()]).toEqual([]);
  marks.look({ marks: 'shown', colour: 'teal' });
  expect(marked()).toBe(2);
});

it('takes its marks away and leaves those of the page', () => {
  highlights.set('search-result', new TestHighlight());
  const marks = createMarks();
  for (const text of texts()) marks.add(placeOf(text));
  marks.clear();
  expect([...highlights.keys()]).toEqual(['search-result']);
});

it('leaves the marks of a newer script alone, which go by the same name', () => {
  const marks = createMarks();
  const newer = new TestHighlight();
  highlights.set(NAME, newer);
  marks.clear();
  expect(highlights.get(NAME)).toBe(newer);
});

it('leaves the DOM of the page as it is', () => {
  const before = document.documentElement.outerHTML;
  const marks = createMarks();
  for (const text of texts()) marks.add(placeOf(text));
  marks.clear();
  expect(document.documentElement.outerHTML).toBe(before);
});

it('does nothing in a browser without highlights', () => {
  vi.stubGlobal('Highlight', undefined);
  vi.stubGlobal('CSS', {});
  expect(() => {
    const marks = createMarks();
    for (const text of texts()) marks.remove(marks.add(placeOf(text)));
    marks.look({ marks: 'shown', colour: 'blue' });
    marks.clear();
  }).not.toThrow();
});
