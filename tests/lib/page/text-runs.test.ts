// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { blockOf, forbidsMarking, rangeOf, textRunsBelow } from '@/lib/page/text-runs';

beforeEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

function show(html: string): void {
  document.body.innerHTML = html;
}

const runs = (root: Node = document.body) => [...textRunsBelow(root)];
const texts = (root?: Node) => runs(root).map(({ text }) => text.trim());

it.each([
  ['inline elements', '<p>+420 <b>777</b> <span>123</span> 456</p>'],
  ['a link', '<p>+420 <a href="#">777 123</a> 456</p>'],
  ['elements in each other', '<p><span>+420 <i>777 <u>12</u>3</i></span> 456</p>'],
  ['a comment, as frameworks leave them', '<p>+420 777 <!-- -->123 456</p>'],
])('reads a number that is split over %s as one run', (_what, html) => {
  show(html);
  expect(texts()).toEqual(['+420 777 123 456']);
});

it.each([
  ['paragraphs', '<div>1<p>2</p>3</div>', ['1', '2', '3']],
  ['cells', '<table><tr><td>1</td><td>2</td></tr></table>', ['1', '2']],
  ['a line break', '<p>1<br>2</p>', ['1', '2']],
  ['items', '<ul><li>1</li><li>2</li></ul>', ['1', '2']],
  ['buttons', '<p>1<button>2</button>3</p>', ['1', '2', '3']],
  ['elements of the page\u2019s own', '<p>1<x-chip>2</x-chip>3</p>', ['1', '2', '3']],
  ['what is not read', '<p>1<code>7</code>2</p>', ['1', '2']],
])('ends a run at %s', (_what, html, expected) => {
  show(html);
  expect(texts()).toEqual(expected);
});

it('passes over text without a digit', () => {
  show('<p>nobody</p><p>42</p>');
  expect(texts()).toEqual(['42']);
});

const NOT_READ = [
  '<script>777123456</script>',
  '<style>a{width:777123456px}</style>',
  '<noscript>777123456</noscript>',
  '<template>777123456</template>',
  '<textarea>777123456</textarea>',
  '<select><option>777123456</option></select>',
  '<code>777123456</code>',
  '<pre>777123456</pre>',
  '<kbd>777123456</kbd>',
  '<svg><text>777123456</text></svg>',
  '<div contenteditable="true">777123456</div>',
  '<div contenteditable="true"><p>777123456</p></div>',
  '<p data-agent-widget="off">777123456</p>',
  '<div data-agent-widget="off"><p>777123456</p></div>',
];

it.each(NOT_READ)('does not look into %s', (html) => {
  show(html);
  expect(texts()).toEqual([]);
});

it.each([
  '<div data-agent-widget="off"><section><p>777123456</p></section></div>',
  '<div contenteditable="true"><section><p>777123456</p></section></div>',
  '<pre><div><p>777123456</p></div></pre>',
])('does not read a part of %s either', (html) => {
  show(html);
  expect(texts(document.querySelector('p') ?? document)).toEqual([]);
});

it('does not read a shadow root whose element the page has opted out', () => {
  show('<div data-agent-widget="off"><section></section></div>');
  const shadow = document.querySelector('section')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<p>777 123 456</p>';
  expect(texts(shadow)).toEqual([]);
});

it('reads what is marked for us with another value than off', () => {
  show('<p data-agent-widget="on">777 123 456</p><p contenteditable="false">602 345 678</p>');
  expect(texts()).toEqual(['777 123 456', '602 345 678']);
});

it('reads open shadow roots, those in them too, and tells of them', () => {
  show('<div id="host"><p>602 345 678</p></div>');
  const shadow = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<p>777 123 456</p><section></section>';
  const inner = shadow?.querySelector('section')?.attachShadow({ mode: 'open' });
  if (inner) inner.innerHTML = '<p>608 111 222</p>';
  const entered: ShadowRoot[] = [];
  const found = [...textRunsBelow(document.body, (root) => entered.push(root))];
  expect(found.map(({ text }) => text)).toEqual(['777 123 456', '608 111 222', '602 345 678']);
  expect(entered).toEqual([shadow, inner]);
});

it('does not join the text of a shadow root with the text beside it', () => {
  show('<p>777 <span id="host"></span> 456</p>');
  const shadow = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<p>123</p>';
  expect(texts()).toEqual(['777', '123', '456']);
});

it('gives back the exact part of a run as a range, across elements', () => {
  show('<p>call +420 <b>777</b> 123 456 now</p>');
  const [run] = runs();
  expect(String(run && rangeOf(run, 5, 21))).toBe('+420 777 123 456');
});

it('begins and ends a range in the texts that hold its ends, not in their neighbours', () => {
  show('<p>call <b>777123456</b> now</p>');
  const [run] = runs();
  const bold = document.querySelector('b')?.firstChild;
  const range = run && rangeOf(run, 5, 14);
  expect([range?.startContainer, range?.startOffset]).toEqual([bold, 0]);
  expect([range?.endContainer, range?.endOffset]).toEqual([bold, 9]);
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
        const [run] = runs();
        const length = run?.text.length ?? 0;
        const start = a % length;
        const end = start + 1 + (b % (length - start));
        expect(String(run && rangeOf(run, start, end))).toBe(run?.text.slice(start, end));
      },
    ),
  );
});

it('gives no range for text that has left the page', () => {
  show('<p>777 123 456</p>');
  const [run] = runs();
  document.body.replaceChildren();
  expect(run ? rangeOf(run, 0, 11) : 'no run').toBeNull();
});

it('gives a range that ends with the text when the text has become shorter meanwhile', () => {
  show('<p>777 123 456</p>');
  const [run] = runs();
  const text = document.querySelector('p')?.firstChild;
  if (text) text.nodeValue = '777 123';
  expect(String(run && rangeOf(run, 0, 11))).toBe('777 123');
});

it('takes the next element that is no inline one for the block of a text', () => {
  show('<p>a <b><i>1</i></b></p>');
  expect(blockOf(document.querySelector('i')?.firstChild ?? document)).toBe(
    document.querySelector('p'),
  );
});

it('takes an element that is no inline one for its own block', () => {
  show('<div><p>1</p></div>');
  const line = document.querySelector('p');
  expect(blockOf(line ?? document)).toBe(line);
});

it('takes a shadow root for the block of a text that stands in it alone', () => {
  show('<div></div>');
  const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<b>1</b>';
  expect(blockOf(shadow?.querySelector('b')?.firstChild ?? document)).toBe(shadow);
});

it.each([
  ['<meta name="format-detection" content="telephone=no">', true],
  ['<meta name="format-detection" content="date=no, telephone = NO">', true],
  ['<meta name="format-detection" content="telephone=yes">', false],
  ['<meta name="format-detection" content="email=no">', false],
  ['<meta name="format-detection">', false],
  ['<meta name="viewport" content="telephone=no">', false],
  ['', false],
])('asked whether a page with %j forbids marking, says %s', (html, forbids) => {
  document.head.innerHTML = html;
  expect(forbidsMarking(document)).toBe(forbids);
});
