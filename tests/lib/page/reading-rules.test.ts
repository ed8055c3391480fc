// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { createReadingRules, forbidsMarking } from '@/lib/page/reading-rules';

beforeEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

const isTextRead = (selector: string) =>
  createReadingRules()(document.querySelector(selector)?.firstChild ?? document);

it.each([
  '<noscript class="at">1</noscript>',
  '<textarea class="at">1</textarea>',
  '<select><option class="at">1</option></select>',
  '<code class="at">1</code>',
  '<pre class="at">1</pre>',
  '<pre><b class="at">1</b></pre>',
  '<kbd class="at">1</kbd>',
  '<samp class="at">1</samp>',
  '<p class="at" data-agent-widget="off">1</p>',
  '<div data-agent-widget="off"><section><p class="at">1</p></section></div>',
  '<div contenteditable="true"><p class="at">1</p></div>',
  '<div contenteditable="true"><p contenteditable="false" class="at">1</p></div>',
  '<agent-widget-card class="at">1</agent-widget-card>',
])('does not read %s', (html) => {
  document.body.innerHTML = html;
  expect(isTextRead('.at')).toBe(false);
});

it.each([
  '<p class="at" data-agent-widget="on">1</p>',
  '<p class="at" contenteditable="false">1</p>',
  '<td class="at">1</td>',
])('reads %s', (html) => {
  document.body.innerHTML = html;
  expect(isTextRead('.at, body')).toBe(true);
});

it('does not read a shadow root whose element the page has opted out', () => {
  document.body.innerHTML = '<div data-agent-widget="off"><section></section></div>';
  const shadow = document.querySelector('section')?.attachShadow({ mode: 'open' });
  if (shadow) shadow.innerHTML = '<p>1</p>';
  expect(createReadingRules()(shadow?.querySelector('p')?.firstChild ?? document)).toBe(false);
});

it('reads a text that is nested deeper than a function may call itself', () => {
  let at: Element = document.createElement('div');
  for (let depth = 0; depth < 20_000; depth += 1) {
    const inner = document.createElement('div');
    at.prepend(inner);
    at = inner;
  }
  expect(createReadingRules()(at)).toBe(true);
});

it.each([
  ['<meta name="format-detection" content="telephone=no">', true],
  ['<meta name="format-detection" content="date=no, telephone=no">', true],
  ['<meta name="SKYPE_TOOLBAR" content="SKYPE_TOOLBAR_PARSER_COMPATIBLE">', true],
  ['<meta name="format-detection" content="telephone=yes">', false],
  ['<meta name="format-detection" content="email=no">', false],
  ['<meta name="format-detection">', false],
  ['<meta name="viewport" content="telephone=no">', false],
  ['', false],
])('asked whether a page with %j forbids marking, says %s', (html, forbids) => {
  document.head.innerHTML = html;
  expect(forbidsMarking(document)).toBe(forbids);
});
