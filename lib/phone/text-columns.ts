const VALUE = /\d{3}/;

/** Where the cell that holds a place begins and ends: between tabs, where any stand in its line. */
export function cellAt(plain: string, at: number): [start: number, end: number] {
  const start = plain.lastIndexOf('\n', at - 1) + 1;
  const line = /.*/.exec(plain.slice(start))?.[0] ?? '';
  if (!line.includes('\t')) return [0, plain.length];
  const end = plain.slice(at).search(/[\t\n]/);
  return [
    Math.max(start, plain.lastIndexOf('\t', at - 1) + 1),
    end === -1 ? plain.length : at + end,
  ];
}

/**
 * What the first row of a text says of the column in which a place stands, where tabs part columns
 * and lines rows; empty where it says nothing. Of a row that is cut off on its left, as candidates
 * may be, only the columns on its right are known.
 */
export function columnLabelAt(plain: string, at: number): string {
  const start = plain.lastIndexOf('\n', at - 1) + 1;
  const end = plain.indexOf('\n', at);
  const row = plain.slice(start, end === -1 ? plain.length : end).split('\t');
  const first = plain.slice(0, start).split('\n', 1)[0] ?? '';
  if (row.length === 1 || VALUE.test(first) || !first.includes('\t')) return '';
  const column = plain.slice(start, at).split('\t').length - 1;
  const labels = first.split('\t');
  return (end === -1 ? labels[column] : labels.at(column - row.length)) ?? '';
}
