// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import {
  LONG_TEXT,
  placeOf,
  rangeOf,
  runAround,
  textAt,
  textBeside,
  textFrom,
} from '@/lib/page/text-runs';

beforeEach(() => {
  document.body.replaceChildren();
});

/** The first text in the document that contains this. */
function textWith(part: string): Text {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.data.includes(part)) return node;
  }
  throw new Error(`no text says ${part}`);
}

function show(html: string): void {
  document.body.innerHTML = html;
}

it.each([
  ['inline elements', '<p>+420 <b>777</b> <span>123</span> 456</p>'],
  ['a link', '<p>+420 <a href="#">777 123</a> 456</p>'],
  ['elements in each other', '<p><span>+420 <i>777 <u>12</u>3</i></span> 456</p>'],
  ['places where a line may break', '<p>+420 777 <wbr>123<wbr> 456</p>'],
  ['a comment, as frameworks leave them', '<p>+420 777 <!-- -->123 456</p>'],
])('reads a number that is split over %s as one run, from any of its texts', (_what, html) => {
  show(html);
  for (const part of ['420', '456']) {
    expect(runAround(textWith(part)).text).toBe('+420 777 123 456');
  }
});

it.each([
  ['paragraphs', '<div>1<p>2</p>3</div>', '2'],
  ['cells', '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>', '2'],
  ['a line break', '<p>1<br>2</p>', '2'],
  ['buttons', '<p>1<button>2</button>3</p>', '2'],
  ['elements of the page\u2019s own', '<p>1<x-chip>2</x-chip>3</p>', '2'],
  ['what is not read', '<p>2<code>7</code>1</p>', '2'],
  ['what has its own word for us', '<p>2<b data-agent-widget="off">7</b></p>', '2'],
])('ends a run at %s', (_what, html, part) => {
  show(html);
  expect(runAround(textWith(part)).text).toBe(part);
});

it.each([
  [
    'as a box of its own',
    '<p>Phone<span style="display: block">777</span>12</p>',
    'Phone\r777\r12',
  ],
  ['in a box with others', '<p>1<span style="display: block">77<b>7</b></span></p>', '1\r777'],
  ['in words', '<p>Phone<span style="display: inline">777</span>12</p>', 'Phone77712'],
])('parts by a line what the page shows %s', (_where, html, text) => {
  show(html);
  for (const part of ['1', '77']) expect(runAround(textWith(part)).text).toBe(text);
});

it('does not join a text with what stands beside an element that has a shadow root', () => {
  show('<p>777 <span id="host"></span> 456</p>');
  document.querySelector('#host')?.attachShadow({ mode: 'open' });
  expect(runAround(textWith('777')).text).toBe('777 ');
});

it('knows the next text on either side, and none behind the end of a line', () => {
  show('<p><b>1</b><i></i><u>2</u></p><p>3</p>');
  expect(textBeside(textWith('1'), true)).toBe(textWith('2'));
  expect(textBeside(textWith('2'), false)).toBe(textWith('1'));
  expect(textBeside(textWith('2'), true)).toBeNull();
  expect(textFrom(document.querySelector('u'), true)).toBe(textWith('2'));
});

it('reads of a very long text only what is near the place asked for', () => {
  show('<p></p>');
  const text = document.createTextNode(`${'x'.repeat(50_000)}777 123 456${'y'.repeat(50_000)}`);
  document.querySelector('p')?.append(text);
  const run = runAround(text, 50_000);
  expect(run.text).toContain('777 123 456');
  expect(run.text.length).toBeLessThan(LONG_TEXT * 2);
  const start = run.text.indexOf('777');
  const place = placeOf(run, start, start + 11);
  expect(place && textAt(place)).toBe('777 123 456');
  expect(run.wholeFrom).toBeGreaterThan(0);
  expect(run.wholeTo).toBeLessThan(run.text.length);
});

it('reads of a line of countless texts only those near the one asked for', () => {
  show(`<p>${'<b>word </b>'.repeat(5_000)}<i>777 123 456</i>${'<b>word </b>'.repeat(5_000)}</p>`);
  expect(runAround(textWith('777')).text.length).toBeLessThan(1_000);
});

it('begins and ends a place in the texts that hold its ends, not in their neighbours', () => {
  show('<p>call <b>777123456</b> now</p>');
  const place = placeOf(runAround(textWith('777')), 5, 14);
  const bold = document.querySelector('b')?.firstChild;
  expect(place).toEqual([bold, 0, bold, 9]);
});

it('gives back any part of any run exactly', () => {
  const piece = fc.tuple(
    fc.constantFrom('span', 'b', 'a', 'i', ''),
    fc.string({ unit: fc.constantFrom('1', '2', ' ', 'x'), minLength: 1, maxLength: 5 }),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      (pieces, a, b) => {
        show(
          `<p>0${pieces.map(([tag, text]) => (tag ? `<${tag}>${text}</${tag}>` : text)).join('')}</p>`,
        );
        const run = runAround(textWith('0'));
        const start = a % run.text.length;
        const end = start + 1 + (b % (run.text.length - start));
        const place = placeOf(run, start, end);
        expect(place && textAt(place)).toBe(run.text.slice(start, end));
        expect(place && String(rangeOf(place))).toBe(run.text.slice(start, end));
      },
    ),
  );
});

it('gives a range that ends with the text when the text has become shorter meanwhile', () => {
  show('<p>777 123 456</p>');
  const text = textWith('777');
  const place = placeOf(runAround(text), 0, 11);
  text.nodeValue = '777 123';
  expect(place && String(rangeOf(place))).toBe('777 123');
  expect(place && textAt(place)).toBe('777 123');
});
