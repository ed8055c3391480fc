// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { createFoundNumbers, type FoundNumber } from '@/lib/page/found-numbers';
import { aFoundNumber } from '../../support/found-numbers';

beforeEach(() => {
  document.body.innerHTML =
    '<div id="first"><p>call 777 123 456 now</p></div><div id="second"><p>602 345 678</p></div>';
});

function element(selector: string): Element {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function textOf(parent: Node): Node {
  if (!parent.firstChild) throw new Error('no text');
  return parent.firstChild;
}

function numberIn(parent: Node, start: number, end: number, dial: string): FoundNumber {
  return aFoundNumber(parent, { start, end, dial });
}

function setup() {
  const numbers = createFoundNumbers();
  const first = numberIn(element('#first p'), 5, 16, '+420777123456');
  const second = numberIn(element('#second p'), 0, 11, '+420602345678');
  numbers.add(first);
  numbers.add(second);
  return { numbers, first, second };
}

it('tells all numbers in the order in which they were found', () => {
  const { numbers, first, second } = setup();
  expect(numbers.all()).toEqual([first, second]);
});

it.each([
  [4, null],
  [5, '+420777123456'],
  [10, '+420777123456'],
  [16, '+420777123456'],
  [17, null],
])('at place %i of the text stands %s', (offset, dial) => {
  const { numbers } = setup();
  expect(numbers.at(textOf(element('#first p')), offset)?.dial ?? null).toBe(dial);
});

it('tells the numbers of two texts apart though both begin alike', () => {
  const { numbers } = setup();
  expect(numbers.at(textOf(element('#second p')), 6)?.dial).toBe('+420602345678');
});

it('knows no number at a place of a text that it has not seen', () => {
  const { numbers } = setup();
  expect(numbers.at(document.createTextNode('777 123 456'), 5)).toBeNull();
});

it('finds the first number within an element', () => {
  const { numbers } = setup();
  expect(numbers.within(element('#second'))?.dial).toBe('+420602345678');
  expect(numbers.within(document.body)?.dial).toBe('+420777123456');
});

it('finds no number within an element that holds none', () => {
  const { numbers } = setup();
  const empty = document.body.appendChild(document.createElement('p'));
  expect(numbers.within(empty)).toBeNull();
});

it('forgets the number that it is told to forget, and no other', () => {
  const { numbers, first, second } = setup();
  numbers.remove(first);
  expect(numbers.all()).toEqual([second]);
  expect(numbers.within(element('#first'))).toBeNull();
});

it('forgets numbers that have left the page', () => {
  const { numbers, second } = setup();
  element('#first').remove();
  numbers.sweep();
  expect(numbers.all()).toEqual([second]);
});

it('knows that a number stands there no more when its text is another one', () => {
  const { numbers, first } = setup();
  expect(numbers.isThere(first)).toBe(true);
  textOf(element('#first p')).nodeValue = 'nobody';
  expect(numbers.isThere(first)).toBe(false);
});

it('tells each shadow root that numbers stand in once', () => {
  const { numbers } = setup();
  expect(numbers.shadowRoots()).toEqual([]);
  const host = document.body.appendChild(document.createElement('section'));
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>608 111 222</p><p>608 333 444</p>';
  for (const line of shadow.querySelectorAll('p')) numbers.add(numberIn(line, 0, 11, '+420608'));
  expect(numbers.shadowRoots()).toEqual([shadow]);
});

it('forgets the numbers in the shadow roots of what has left the page', () => {
  const { numbers, first, second } = setup();
  const host = document.createElement('section');
  element('#second').append(host);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>608 111 222</p>';
  numbers.add(numberIn(textOf(shadow), 0, 11, '+420608111222'));
  host.remove();
  numbers.sweep();
  expect(numbers.all()).toEqual([first, second]);
  expect(numbers.shadowRoots()).toEqual([]);
});
