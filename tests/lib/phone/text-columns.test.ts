import { expect, it } from 'vitest';
import { cellAt, columnLabelAt } from '@/lib/phone/text-columns';

const TABLE = 'Kód\tNázev\tTelefon\n1\tPokorný\t602 345 678\n2\tMalá\t603 345 678';

it.each([
  ['602 345 678', 'Telefon'],
  ['603 345 678', 'Telefon'],
  ['Malá', 'Název'],
  ['Telefon', ''],
])('the first row says of the column of %j that it is %j', (part, label) => {
  expect(columnLabelAt(TABLE, TABLE.indexOf(part))).toBe(label);
});

it('knows the columns on the right of a row that is cut off on its left', () => {
  const cut = TABLE.slice(TABLE.indexOf('ev\t'));
  expect(columnLabelAt(cut, cut.indexOf('602'))).toBe('Telefon');
});

it.each([
  ['no tabs', 'Telefon\n602 345 678'],
  ['a first row with values', 'Pokorný\t602 345 677\nMalá\t602 345 678'],
  ['no row above', 'Telefon\t602 345 678'],
])('a text with %s has no labels over its columns', (_what, text) => {
  expect(columnLabelAt(text, text.lastIndexOf('602'))).toBe('');
});

it('a cell ends at tabs and lines, and a text without tabs is one', () => {
  const at = TABLE.indexOf('602');
  expect(TABLE.slice(...cellAt(TABLE, at))).toBe('602 345 678');
  expect(TABLE.slice(...cellAt(TABLE, TABLE.indexOf('Malá')))).toBe('Malá');
  const lines = 'volejte\n602 345 678\nděkuji';
  expect(cellAt(lines, 8)).toEqual([0, lines.length]);
});
