// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { blockOf, forbidsMarking, rangeOf, textRunsBelow } from '@/lib/page/text-runs';

beforeEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

function show(html: string): void {
  document.body.innerHTML = html;
}

const texts = () => [...textRunsBelow(document.body)].map(({ text }) => text.trim());

it('reads a number that is split over inline elements as one run', () => {
  show('<p>+420 <b>777</b> <span>123</span> 456</p>');
  expect(texts()).toEqual(['+420 777 123 456']);
});

it('ends a run where a block begins or ends', () => {
  show('<div>1<p>2</p>3</div><table><tr><td>4</td><td>5</td></tr></table>');
  expect(texts()).toEqual(['1', '2', '3', '4', '5']);
});

it('passes over text without a digit', () => {
  show('<p>nobody</p><p>42</p>');
  expect(texts()).toEqual(['42']);
});

it.each([
  '<script>777123456</script>',
  '<style>a{width:777123456px}</style>',
  '<textarea>777123456</textarea>',
  '<code>777123456</code>',
  '<pre>777123456</pre>',
  '<div contenteditable="true">777123456</div>',
  '<p data-agent-widget="off">777123456</p>',
])('does not look into %s', (html) => {
  show(html);
  expect(texts()).toEqual([]);
});

it('reads open shadow roots and tells of them', () => {
  show('<div id="host"></div>');
  const shadow = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<p>777 123 456</p>';
  const entered: ShadowRoot[] = [];
  const runs = [...textRunsBelow(document.body, (root) => entered.push(root))];
  expect(runs.map(({ text }) => text)).toEqual(['777 123 456']);
  expect(entered).toEqual([shadow]);
});

it('gives back the exact part of a run as a range, across elements', () => {
  show('<p>call +420 <b>777</b> 123 456 now</p>');
  const [run] = [...textRunsBelow(document.body)];
  const range = run ? rangeOf(run, 5, 21) : null;
  expect(range?.toString()).toBe('+420 777 123 456');
});

it('gives no range for text that has left the page', () => {
  show('<p>777 123 456</p>');
  const [run] = [...textRunsBelow(document.body)];
  document.body.replaceChildren();
  expect(run ? rangeOf(run, 0, 11) : 'no run').toBeNull();
});

it('finds the block that a changed piece of text belongs to', () => {
  show('<p>a <b><i>1</i></b></p>');
  expect(blockOf(document.querySelector('i')?.firstChild ?? document)).toBe(
    document.querySelector('p'),
  );
});

it('sees that a page forbids marking its numbers', () => {
  expect(forbidsMarking(document)).toBe(false);
  document.head.innerHTML = '<meta name="format-detection" content="telephone=no">';
  expect(forbidsMarking(document)).toBe(true);
});
