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
const CELL = 'td,th,[role="cell"],[role="gridcell"]';
const GRID = 'table,[role="table"],[role="grid"],[role="treegrid"]';
/** Enough cells to tell what a column holds. */
const CELLS_LOOKED_AT = 40;
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

function ariaLabelOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label.slice(0, LONGEST_LABEL);
  const id = element.getAttribute('aria-labelledby');
  return id ? wordsOf(element.ownerDocument.getElementById(id)) : '';
}

function isOfOneShape(cells: readonly (Element | undefined)[]): boolean {
  const lengths = new Map<number, number>();
  const texts = cells.map(wordsOf).filter((text) => text !== '');
  for (const text of texts) {
    if (/^\d+$/.test(text)) lengths.set(text.length, (lengths.get(text.length) ?? 0) + 1);
  }
  return texts.length >= FEWEST_CELLS && Math.max(0, ...lengths.values()) > texts.length / 2;
}

function tableColumn(table: HTMLTableElement, index: number): Column {
  const first = (table.tHead ?? table).rows[0]?.cells[index];
  const isHeading = first !== undefined && (table.tHead !== null || first.localName === 'th');
  const cells: (Element | undefined)[] = [];
  for (let row = 0; row < Math.min(table.rows.length, CELLS_LOOKED_AT); row += 1) {
    const cell = table.rows[row]?.cells[index];
    if (cell?.localName === 'td') cells.push(cell);
  }
  return { heading: isHeading ? wordsOf(first) : '', isOfOneShape: isOfOneShape(cells) };
}

const roleCells = (row: Element) => [...row.querySelectorAll(CELL)];

/** Grids that draw some of their columns only, number them. */
function roleColumn(grid: Element, index: number, ariaIndex: string | null): Column {
  const headings = [...grid.querySelectorAll('[role="columnheader"]')];
  const rows = [...grid.querySelectorAll('[role="row"]')].slice(0, CELLS_LOOKED_AT);
  const isThere = (cell: Element) => cell.getAttribute('aria-colindex') === ariaIndex;
  const pick = (cells: Element[]) => (ariaIndex === null ? cells[index] : cells.find(isThere));
  return {
    heading: wordsOf(pick(headings)),
    isOfOneShape: isOfOneShape(rows.map((row) => pick(roleCells(row)))),
  };
}

/** What stands before the text and reads like a name for it, as in `<div>Phone</div><div>…</div>`. */
function labelBefore(element: Element, stopAt: Element | null): string {
  let at: Element | null = element;
  for (let level = 0; at && at !== stopAt && level < LEVELS; level += 1, at = at.parentElement) {
    const named = ariaLabelOf(at);
    if (named) return named;
    const before = at.previousElementSibling;
    if (before) return labelIn(before);
  }
  return '';
}

function termOf(definition: Element): string {
  let at = definition.previousElementSibling;
  while (at?.localName === 'dd') at = at.previousElementSibling;
  return wordsOf(at);
}

/** Tells what stands around a text, for as long as the page does not change; columns are looked at once. */
export function createSurroundings(): (element: Element | null) => Surroundings {
  const columns = new Map<Element, Map<string, Column>>();

  function columnOf(cell: Element): Column | null {
    const grid = cell.closest(GRID);
    const row = cell.closest('tr,[role="row"]');
    if (!grid || !row) return null;
    const ariaIndex = cell.getAttribute('aria-colindex');
    const index =
      cell instanceof HTMLTableCellElement ? cell.cellIndex : roleCells(row).indexOf(cell);
    const known = columns.get(grid) ?? new Map<string, Column>();
    columns.set(grid, known);
    const key = ariaIndex ?? `at ${index}`;
    const column =
      known.get(key) ??
      (grid instanceof HTMLTableElement
        ? tableColumn(grid, index)
        : roleColumn(grid, index, ariaIndex));
    known.set(key, column);
    return column;
  }

  return (element) => {
    if (!element) return { label: '', inColumnOfOneShape: false };
    const cell = element.closest(CELL);
    const column = cell && columnOf(cell);
    const definition = cell ? null : element.closest('dd');
    const label =
      column?.heading ||
      (definition ? termOf(definition) : labelBefore(element, cell)) ||
      labelIn(cell?.previousElementSibling);
    return { label, inColumnOfOneShape: column?.isOfOneShape ?? false };
  };
}

/** The name of a field as a person sees it. */
export function labelOfField(field: HTMLInputElement): string {
  return (
    wordsOf(field.labels?.[0]) ||
    ariaLabelOf(field) ||
    field.placeholder.slice(0, LONGEST_LABEL) ||
    createSurroundings()(field).label
  );
}
