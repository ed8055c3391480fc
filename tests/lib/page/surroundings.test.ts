// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { createSurroundings, labelOfField } from '@/lib/page/surroundings';

beforeEach(() => {
  document.body.replaceChildren();
});

const around = (html: string) => {
  document.body.innerHTML = html;
  return createSurroundings()(document.querySelector('.at'));
};
const rows = (cells: readonly string[]) =>
  cells
    .map(
      (cell, at) =>
        `<div role="row"><div role="gridcell" class="${at === 1 ? 'at' : ''}">${cell}</div></div>`,
    )
    .join('');
const grid = (cells: readonly string[]) =>
  `<div role="grid"><div role="row"><div role="columnheader">Zákazník</div></div>${rows(cells)}</div>`;

it.each([
  [
    'the term of a definition',
    '<dl><dt>Telefon</dt><dd><span class="at">1</span></dd></dl>',
    'Telefon',
  ],
  ['the term of several', '<dl><dt>Telefon</dt><dd>2</dd><dd class="at">1</dd></dl>', 'Telefon'],
  ['what stands before it', '<div><div>IČO</div><div class="at">1</div></div>', 'IČO'],
  ['a label element', '<div><label>Mobil</label><div><p class="at">1</p></div></div>', 'Mobil'],
  ['its name for screen readers', '<p>Else</p><p class="at" aria-label="Fax">1</p>', 'Fax'],
  ['the heading of a grid', grid(['1', '2']), 'Zákazník'],
  ['nothing where a value stands before it', '<p>777 123 456</p><p class="at">1</p>', ''],
  ['nothing where nothing stands', '<p class="at">1</p>', ''],
])('takes for the label of a text %s', (_what, html, label) => {
  expect(around(html).label).toBe(label);
});

it.each([
  ['of one length', ['100001', '100002', '100003', '100004'], true],
  ['some of which are written otherwise', ['100001', '100002', '100003', '777 123 456'], true],
  ['most of which are written otherwise', ['100001', '777 1', '777 2', '777 3'], false],
  ['of many lengths', ['1', '22', '333', '4444'], false],
  ['too few to tell', ['100001', '100002'], false],
])('sees whether a column holds bare digits %s', (_what, cells, isOfOneShape) => {
  expect(around(grid(cells)).inColumnOfOneShape).toBe(isOfOneShape);
});

it('tells no column of a text outside tables', () => {
  expect(around('<p class="at">100001</p>').inColumnOfOneShape).toBe(false);
});

it.each([
  ['<input class="at" aria-label="Mobil" placeholder="Telefon">', 'Mobil'],
  ['<input class="at" placeholder="Telefon">', 'Telefon'],
  ['<div><span>GSM</span><input class="at"></div>', 'GSM'],
])('names the field %s as a person sees it', (html, label) => {
  document.body.innerHTML = html;
  const field = document.querySelector('.at');
  expect(field instanceof HTMLInputElement && labelOfField(field)).toBe(label);
});
