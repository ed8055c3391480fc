// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createFoundNumbers, type FoundNumber, foundAt } from '@/lib/page/found-numbers';
import { aRecognised } from '../../support/questions';

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
  const range = document.createRange();
  range.setStart(textOf(parent), start);
  range.setEnd(textOf(parent), end);
  return { range, dial, number: dial, country: null, extension: null };
}

function setup() {
  const numbers = createFoundNumbers();
  const first = numberIn(element('#first p'), 5, 16, '+420777123456');
  const second = numberIn(element('#second p'), 0, 11, '+420602345678');
  const firstEntry = numbers.add(first);
  numbers.add(second);
  return { numbers, first, second, firstEntry };
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

it('forgets a number that is taken back', () => {
  const { numbers, second, firstEntry } = setup();
  numbers.remove(firstEntry);
  expect(numbers.all()).toEqual([second]);
  expect(numbers.at(textOf(element('#first p')), 10)).toBeNull();
});

it('forgets numbers that have left the page', () => {
  const { numbers, second } = setup();
  element('#first').remove();
  numbers.sweep();
  expect(numbers.all()).toEqual([second]);
});

it('knows no number any more where another text stands now', () => {
  const { numbers, second } = setup();
  textOf(element('#first p')).nodeValue = 'call 608 111 222 now';
  expect(numbers.at(textOf(element('#first p')), 10)).toBeNull();
  numbers.sweep();
  expect(numbers.all()).toEqual([second]);
});

it('knows a number at each of the texts it is split over', () => {
  const { numbers } = setup();
  element('#second p').innerHTML = '777 <b>123</b> <i>456</i>';
  const range = document.createRange();
  range.setStart(textOf(element('#second p')), 0);
  range.setEnd(textOf(element('i')), 3);
  numbers.add({ range, dial: '777', number: '777', country: null, extension: null });
  expect(numbers.at(textOf(element('b')), 1)?.dial).toBe('777');
  expect(numbers.within(element('b'))?.dial).toBe('777');
});

it('tells what was refused apart from the numbers', () => {
  const { numbers, first, second } = setup();
  const { range } = numberIn(element('#first p'), 0, 4, '');
  numbers.add({ range, rule: 'order' });
  expect(numbers.all()).toEqual([first, second]);
  expect(numbers.refused().map(({ rule }) => rule)).toEqual(['order']);
  expect(numbers.at(textOf(element('#first p')), 2)).toBeNull();
});

it('makes a range of what was found when somebody asks for it', () => {
  const node = textOf(element('#first p'));
  const found = foundAt([node, 5, node, 16], aRecognised(9, 20, '+420777123456'));
  expect(String(found.range)).toBe('777 123 456');
  expect(found.range).toBe(found.range);
  expect(found).toMatchObject({ dial: '+420777123456', number: '+420777123456', country: null });
});

it('marks each number as it comes and takes the mark away as it goes', () => {
  const mark = {} as StaticRange;
  const marks = { add: vi.fn(() => mark), remove: vi.fn() };
  const numbers = createFoundNumbers(marks);
  const first = numberIn(element('#first p'), 5, 16, '+420777123456');
  const entry = numbers.add(first);
  numbers.add({ range: first.range, rule: 'order' });
  expect(marks.add).toHaveBeenCalledTimes(1);
  numbers.remove(entry);
  expect(marks.remove).toHaveBeenCalledExactlyOnceWith(mark);
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

it('tells no shadow root any more whose numbers are gone', () => {
  const { numbers } = setup();
  const host = document.body.appendChild(document.createElement('section'));
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>608 111 222</p>';
  numbers.add(numberIn(shadow.firstElementChild ?? shadow, 0, 11, '+420608'));
  host.remove();
  numbers.sweep();
  expect(numbers.shadowRoots()).toEqual([]);
});
