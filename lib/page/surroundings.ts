/** What a person judges a number by that does not stand beside it on the line. */
export interface Surroundings {
  /** Heading of the column, term of the definition or label before it; empty where there is none. */
  readonly label: string;
  /** Whether most cells of its column hold nothing but bare digits of one and the same length. */
  readonly inColumnOfOneShape: boolean;
}

interface Column {
  readonly heading: string;
  readonly isOfOneShape: boolean;
}

const LONGEST_LABEL = 80;
const MOST_PARTS_OF_LABEL = 5;
const CELL = 'td,th,[role$=cell],[role$=header]';
const HEADING = 'thead *,th,[role$=header]';
const ROW = 'tr,[role=row]';
const GRID = 'table,[role=table],[role$=grid]';
/** Enough rows to tell what a column holds. */
const ROWS_LOOKED_AT = 40;
const FEWEST_CELLS = 4;
/** How far above a text its label may stand. */
const LEVELS = 3;

function wordsOf(element: Element | null | undefined): string {
  if (!element || element.childElementCount > MOST_PARTS_OF_LABEL) return '';
  return (element.textContent ?? '').trim().slice(0, LONGEST_LABEL);
}

/** What holds digits is a value of its own. */
function labelIn(element: Element | null | undefined): string {
  const words = wordsOf(element);
  return /\d{3}/.test(words) ? '' : words;
}

/** Where one length is that of most, it is also the one in the middle. */
function isOfOneShape(texts: readonly string[]): boolean {
  const lengths = texts.map((text) => (/^\d+$/.test(text) ? text.length : 0)).sort();
  const middle = lengths[lengths.length >> 1];
  const alike = lengths.filter((length) => length && length === middle).length;
  return texts.length >= FEWEST_CELLS && alike > texts.length / 2;
}

const cellsOf = (row: Element) => [...row.querySelectorAll(CELL)];

function columnOf(grid: Element, index: number, ariaIndex: string | null): Column {
  const rows = grid.querySelectorAll(ROW);
  const texts: string[] = [];
  let heading = '';
  for (let at = 0; at < Math.min(rows.length, ROWS_LOOKED_AT); at += 1) {
    const cells = cellsOf(rows[at] as Element);
    // Grids that draw some of their columns only, number them.
    const cell = ariaIndex
      ? cells.find((one) => one.getAttribute('aria-colindex') === ariaIndex)
      : cells[index];
    const words = wordsOf(cell);
    if (cell?.matches(HEADING)) heading = words;
    else if (words) texts.push(words);
  }
  return { heading, isOfOneShape: isOfOneShape(texts) };
}

/** What stands before the text and reads like a name for it, as in `<dt>Phone</dt><dd>…</dd>`. */
function labelBefore(element: Element, cell: Element | null): string {
  let at: Element | null = element;
  for (let level = 0; at && level < LEVELS; level += 1) {
    const named = at.getAttribute('aria-label');
    if (named) return named.slice(0, LONGEST_LABEL);
    let before = at.previousElementSibling;
    while (at.localName === 'dd' && before?.localName === 'dd')
      before = before.previousElementSibling;
    if (before) return labelIn(before);
    at = at === cell ? null : at.parentElement;
  }
  return '';
}

/** Tells what stands around a text, for as long as the page does not change; columns are looked at once. */
export function createSurroundings(): (element: Element | null) => Surroundings {
  const columns = new Map<Element, Record<string, Column>>();

  function columnAround(cell: Element): Column | undefined {
    const grid = cell.closest(GRID);
    const row = cell.closest(ROW);
    if (!grid || !row) return;
    const ariaIndex = cell.getAttribute('aria-colindex');
    const index = (cell as HTMLTableCellElement).cellIndex ?? cellsOf(row).indexOf(cell);
    const known = columns.get(grid) ?? {};
    columns.set(grid, known);
    known[`${ariaIndex} ${index}`] ??= columnOf(grid, index, ariaIndex);
    return known[`${ariaIndex} ${index}`];
  }

  return (element) => {
    const cell = element?.closest(CELL) ?? null;
    const column = cell && columnAround(cell);
    return {
      label: column?.heading || (element ? labelBefore(element, cell) : ''),
      inColumnOfOneShape: column?.isOfOneShape ?? false,
    };
  };
}

/** The name of a field as a person sees it. */
export function labelOfField(field: HTMLInputElement): string {
  return (
    wordsOf(field.labels?.[0]) ||
    createSurroundings()(field).label ||
    field.placeholder.slice(0, LONGEST_LABEL)
  );
}
