// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FoundNumbers } from '@/lib/page/found-numbers';
import { type AskRecognise, startScanner } from '@/lib/page/scanner';

let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
  document.body.replaceChildren();
});
afterEach(() => stop.abort());

/** Knows a number when it sees nine digits in three groups. */
const recogniseGroups: AskRecognise = async (candidates) =>
  candidates.map((text) =>
    [...text.matchAll(/\d{3} \d{3} \d{3}/g)].map(({ 0: number, index }) => ({
      start: index,
      end: index + number.length,
      dial: number.replaceAll(' ', ''),
    })),
  );

function scan(ask: AskRecognise = recogniseGroups) {
  const asked = vi.fn(ask);
  const changed = vi.fn();
  const numbers = startScanner(document.documentElement, asked, changed, stop.signal);
  return { numbers, asked, changed };
}

const dials = (numbers: FoundNumbers) =>
  numbers
    .all()
    .map(({ dial }) => dial)
    .sort();

function line(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  document.body.append(element);
  return element;
}

it('finds the numbers that are on the page', async () => {
  line('777 123 456');
  line('and 602 345 678 too');
  const { numbers } = scan();
  await vi.waitFor(() => expect(dials(numbers)).toEqual(['602345678', '777123456']));
});

it('finds a number once although it stands in the context of another', async () => {
  line('777 123 456, 602 345 678');
  const { numbers } = scan();
  await vi.waitFor(() => expect(dials(numbers)).toEqual(['602345678', '777123456']));
});

it('finds what the page adds later', async () => {
  const { numbers } = scan();
  line('777 123 456');
  await vi.waitFor(() => expect(dials(numbers)).toEqual(['777123456']));
});

it('follows a text that changes', async () => {
  const element = line('777 123 456');
  const { numbers } = scan();
  await vi.waitFor(() => expect(dials(numbers)).toEqual(['777123456']));
  if (element.firstChild) element.firstChild.nodeValue = '602 345 678';
  await vi.waitFor(() => expect(dials(numbers)).toEqual(['602345678']));
});

it('forgets a number that has left the page', async () => {
  const element = line('777 123 456');
  const { numbers } = scan();
  await vi.waitFor(() => expect(dials(numbers)).toEqual(['777123456']));
  element.remove();
  await vi.waitFor(() => expect(dials(numbers)).toEqual([]));
});

it('asks for each text once', async () => {
  line('777 123 456');
  const { numbers, asked } = scan();
  await vi.waitFor(() => expect(dials(numbers)).toHaveLength(1));
  line('777 123 456');
  await vi.waitFor(() => expect(dials(numbers)).toHaveLength(2));
  expect(asked).toHaveBeenCalledTimes(1);
});

it('pays no heed to the card of our own', async () => {
  const { changed } = scan();
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  document.documentElement.append(document.createElement('agent-widget-card'));
  line('777 123 456');
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
});

it('stays quiet when the background will not say', async () => {
  line('777 123 456');
  const { numbers, changed } = scan(async () => null);
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  expect(dials(numbers)).toEqual([]);
});

it('asks for nothing more once it is stopped', async () => {
  const { asked, changed } = scan();
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  stop.abort();
  stop = new AbortController();
  const witness = scan();
  line('777 123 456');
  await vi.waitFor(() => expect(dials(witness.numbers)).toEqual(['777123456']));
  expect(asked).not.toHaveBeenCalled();
});
