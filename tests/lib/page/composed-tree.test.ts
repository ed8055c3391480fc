// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { holds, inDocumentOrder } from '@/lib/page/composed-tree';

let shadow: ShadowRoot;

beforeEach(() => {
  document.body.innerHTML = '<p>1<b>2</b></p><section>5</section><p>6</p>';
  shadow = element('section').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<i>3</i><i>4</i>';
});

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function rangeIn(node: Node | null | undefined, offset = 0): Range {
  if (!node) throw new Error('no such node');
  const range = document.createRange();
  range.setStart(node, offset);
  return range;
}

it('puts ranges in the order in which they are read, shadow roots included', () => {
  const inOrder = [
    rangeIn(element('p').firstChild),
    rangeIn(element('p').firstChild, 1),
    rangeIn(element('b').firstChild),
    rangeIn(shadow.children[0]?.firstChild),
    rangeIn(shadow.children[1]?.firstChild),
    rangeIn(element('section + p').firstChild),
  ];
  const mixed = [3, 0, 5, 1, 4, 2].map((at) => inOrder[at] as Range);
  expect(mixed.sort(inDocumentOrder).map((range) => inOrder.indexOf(range))).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
});

it('says of a node in a shadow root that the document holds it', () => {
  expect(holds(document, shadow.children[0] as Node)).toBe(true);
  expect(holds(element('section'), shadow.children[0] as Node)).toBe(true);
  expect(holds(element('p'), shadow.children[0] as Node)).toBe(false);
});
