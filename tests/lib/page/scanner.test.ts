// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Recognised } from '@/lib/messages/reply';
import type { FoundNumbers } from '@/lib/page/found-numbers';
import { startScanner } from '@/lib/page/scanner';
import type { AskRecognise } from '@/lib/page/verdicts';
import { createDeferred } from '../../support/deferred';
import { aQuestion, aRecognised, aVerdict } from '../../support/questions';

let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  stop = new AbortController();
  document.body.replaceChildren();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Knows a number when it sees nine digits in three groups. */
const recogniseGroups: AskRecognise = async (questions) =>
  questions.map(({ text }) =>
    aVerdict(
      ...[...text.matchAll(/\d{3} \d{3} \d{3}/g)].map(({ 0: number, index }) =>
        aRecognised(index, index + number.length, number.replaceAll(' ', '')),
      ),
    ),
  );

/** Longer than changes settle. */
const settle = () => vi.advanceTimersByTimeAsync(200);

async function scan(ask: AskRecognise = recogniseGroups) {
  const asked = vi.fn(ask);
  const changed = vi.fn();
  const scanner = startScanner(document, asked, { changed }, stop.signal);
  await settle();
  return { ...scanner, asked, changed };
}

/** What is found, as it stands on the page. */
const found = (numbers: FoundNumbers) =>
  numbers
    .all()
    .map(({ range, dial }) => `${range} → ${dial}`)
    .sort();

function line(text: string, parent: Node = document.body): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  parent.appendChild(element);
  return element;
}

it('finds the numbers that are on the page', async () => {
  line('777 123 456');
  line('and 602 345 678 too');
  const { numbers, changed } = await scan();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678', '777 123 456 → 777123456']);
  expect(changed).toHaveBeenCalled();
});

it('finds all numbers of a large page, asking for the text of a part of it at a time', async () => {
  const dials = Array.from({ length: 400 }, (_nothing, at) => `777${String(100_000 + at)}`);
  document.body.innerHTML = dials
    .map((dial) => `<p>No. 777 <b>${dial.slice(3, 6)}</b> <i>${dial.slice(6)}</i></p>`)
    .join('');
  const read = vi.spyOn(Range.prototype, 'toString');
  const { numbers } = await scan();
  expect(numbers.all().map(({ dial }) => dial)).toEqual(dials);
  const texts = read.mock.results.map(({ value }) => String(value).length);
  expect(Math.max(...texts)).toBeLessThan(String(document.body.textContent).length / 2);
});

it('finds a number that the page has split over elements', async () => {
  document.body.innerHTML = '<p>call 777 <b>123</b> <i>456</i> now</p>';
  const { numbers } = await scan();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
});

it('finds a number once although it stands in the context of another', async () => {
  line('777 123 456, 602 345 678');
  const { numbers } = await scan();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678', '777 123 456 → 777123456']);
});

it('does not ask about a page without digits', async () => {
  line('nobody is here');
  const { asked } = await scan();
  expect(asked).not.toHaveBeenCalled();
});

it('finds what the page adds later', async () => {
  const { numbers, changed } = await scan();
  changed.mockClear();
  line('777 123 456');
  await settle();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
  expect(changed).toHaveBeenCalled();
});

it('reads many changes that come together in one go', async () => {
  const { asked } = await scan();
  for (let count = 0; count < 20; count += 1) line(`777 123 4${10 + count}`);
  await settle();
  expect(asked.mock.calls.map(([questions]) => questions.length)).toEqual([20]);
});

it('reads what is added to a line of text together with the rest of the line', async () => {
  const element = line('call 777 123');
  const { numbers } = await scan();
  const rest = document.createElement('b');
  rest.textContent = ' 456';
  element.append(rest);
  await settle();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
});

it('follows a text that changes', async () => {
  const element = line('777 123 456');
  const { numbers } = await scan();
  if (element.firstChild) element.firstChild.nodeValue = '602 345 678';
  await settle();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678']);
});

it('follows a text that is put in place of another', async () => {
  const element = line('777 123 456');
  const { numbers } = await scan();
  element.textContent = '602 345 678';
  await settle();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678']);
});

it('forgets a number that has left the page', async () => {
  const element = line('777 123 456');
  line('602 345 678');
  const { numbers } = await scan();
  element.remove();
  await settle();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678']);
});

it('forgets a number a part of which has left the page', async () => {
  document.body.innerHTML = '<p>777 <b>123</b> 456</p>';
  const { numbers } = await scan();
  document.querySelector('b')?.remove();
  await settle();
  expect(found(numbers)).toEqual([]);
});

it('finds a number that what has left the page had divided', async () => {
  document.body.innerHTML = '<p>777 123<i>x</i> 456</p>';
  const { numbers } = await scan();
  document.querySelector('i')?.remove();
  await settle();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
});

it('pays no heed to what the page adds where it wants no marks', async () => {
  document.body.innerHTML = '<div data-agent-widget="off"><section></section></div>';
  const { numbers, asked } = await scan();
  line('777 123 456', document.querySelector('section') ?? document.body);
  await settle();
  expect(found(numbers)).toEqual([]);
  expect(asked).not.toHaveBeenCalled();
});

it('finds the numbers in a shadow root and follows them', async () => {
  const host = document.body.appendChild(document.createElement('section'));
  const shadow = host.attachShadow({ mode: 'open' });
  const first = line('777 123 456', shadow);
  const { numbers } = await scan();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
  first.textContent = '602 345 678';
  await settle();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678']);
});

it('finds a number in a shadow root once although what surrounds it is read again', async () => {
  const host = document.body.appendChild(document.createElement('section'));
  line('777 123 456', host.attachShadow({ mode: 'open' }));
  const { numbers } = await scan();
  document.body.append('text');
  await settle();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
});

it('asks for each text once', async () => {
  line('777 123 456');
  line('777 123 456');
  const { numbers, asked } = await scan();
  line('777 123 456');
  await settle();
  expect(numbers.all()).toHaveLength(3);
  expect(asked.mock.calls).toEqual([[[aQuestion('777 123 456')]]]);
});

it('asks for no more texts at once than a message may hold', async () => {
  for (let count = 0; count < 250; count += 1) line(`777 123 ${100 + count}`);
  const { numbers, asked } = await scan();
  expect(asked.mock.calls.map(([texts]) => texts.length)).toEqual([200, 50]);
  expect(numbers.all()).toHaveLength(250);
});

it('pays no heed to the card of our own', async () => {
  const { changed } = await scan();
  const card = document.documentElement.appendChild(document.createElement('agent-widget-card'));
  await settle();
  card.remove();
  await settle();
  expect(changed).toHaveBeenCalledTimes(1);
});

it('sees what the page changes together with the card of our own', async () => {
  const { numbers } = await scan();
  const card = document.documentElement.appendChild(document.createElement('agent-widget-card'));
  line('777 123 456');
  await settle();
  card.remove();
  expect(found(numbers)).toEqual(['777 123 456 → 777123456']);
});

it('finds nothing when the background will not say', async () => {
  line('777 123 456');
  const { numbers } = await scan(async () => null);
  expect(found(numbers)).toEqual([]);
});

it('asks again for a text of which the background would not say', async () => {
  line('777 123 456');
  let isSilent = true;
  const { numbers } = await scan(async (texts) => (isSilent ? null : recogniseGroups(texts)));
  isSilent = false;
  line('777 123 456');
  await settle();
  expect(found(numbers)).toContain('777 123 456 → 777123456');
});

it('finds nothing in a text that the background has forgotten in its answer', async () => {
  line('777 123 456');
  const { numbers } = await scan(async () => []);
  expect(found(numbers)).toEqual([]);
});

it('sees a change that comes while it waits for the background', async () => {
  line('777 123 456');
  const answer = createDeferred<void>();
  const { numbers } = await scan(async (texts) => {
    await answer.promise;
    return recogniseGroups(texts);
  });
  line('602 345 678');
  await settle();
  answer.resolve();
  await settle();
  expect(found(numbers)).toEqual(['602 345 678 → 602345678', '777 123 456 → 777123456']);
});

it('asks for a text once although it comes again while it waits for the background', async () => {
  line('777 123 456');
  const answer = createDeferred<void>();
  const { numbers, asked } = await scan(async (texts) => {
    await answer.promise;
    return recogniseGroups(texts);
  });
  line('777 123 456');
  await settle();
  answer.resolve();
  await settle();
  expect(asked).toHaveBeenCalledTimes(1);
  expect(numbers.all()).toHaveLength(2);
});

it('marks nothing for an answer that comes for a text which has gone meanwhile', async () => {
  const element = line('777 123 456');
  const answer = createDeferred<Recognised>();
  const { numbers } = await scan(() => answer.promise);
  element.remove();
  answer.resolve([aVerdict(aRecognised(0, 11, '777123456'))]);
  await settle();
  expect(found(numbers)).toEqual([]);
});

it('gives the page its turn while it reads a long one', async () => {
  for (let count = 0; count < 50; count += 1) line('777 123 456');
  let nowMs = 0;
  // Every look at the clock costs three milliseconds, so that the lines take several turns.
  vi.spyOn(performance, 'now').mockImplementation(() => {
    nowMs += 3;
    return nowMs;
  });
  const { numbers } = startScanner(document, recogniseGroups, { changed: vi.fn() }, stop.signal);
  await Promise.resolve();
  expect(vi.getTimerCount()).toBe(1);
  await settle();
  expect(numbers.all()).toHaveLength(50);
});

it('asks for nothing and tells of nothing more once it is stopped', async () => {
  const { asked, changed } = await scan();
  changed.mockClear();
  stop.abort();
  line('777 123 456');
  await settle();
  expect(asked).not.toHaveBeenCalled();
  expect(changed).not.toHaveBeenCalled();
});

it('watches the page no longer once it is stopped', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  await scan();
  stop.abort();
  expect(disconnect).toHaveBeenCalledTimes(1);
});

it('finds nothing by an answer that comes after it was stopped', async () => {
  line('777 123 456');
  const answer = createDeferred<void>();
  const { numbers, changed } = await scan(async (texts) => {
    await answer.promise;
    return recogniseGroups(texts);
  });
  changed.mockClear();
  stop.abort();
  answer.resolve();
  await settle();
  expect(numbers.all()).toEqual([]);
  expect(changed).not.toHaveBeenCalled();
});

it('begins to watch no shadow root once it is stopped in the middle of a page', async () => {
  for (let count = 0; count < 50; count += 1) line('777 123 456');
  document.body.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    nowMs += 3;
    return nowMs;
  });
  startScanner(document, recogniseGroups, { changed: vi.fn() }, stop.signal);
  stop.abort();
  await settle();
  expect(observe).toHaveBeenCalledTimes(1);
});

it('leaves the DOM of the page as it is', async () => {
  document.body.innerHTML = '<p>call 777 <b>123</b> <i>456</i> now</p>';
  const before = document.documentElement.outerHTML;
  await scan();
  expect(document.documentElement.outerHTML).toBe(before);
});
