import { isObject } from './api-call';
import { refuse } from './errors';

/** skip, take, sort and filter of lists, in PHP's bracket notation (fact sheet 1.5). */
type Tree = { [key: string]: Tree | string };
type Row = Record<string, unknown>;

function bracketTree(query: URLSearchParams): Tree {
  const tree: Tree = {};
  for (const [key, value] of query) {
    const path = key.replace(/\]/g, '').split('[');
    const last = path.pop() ?? '';
    let branch = tree;
    for (const step of path) {
      const next = branch[step];
      const made: Tree = isObject(next) ? (next as Tree) : {};
      branch[step] = made;
      branch = made;
    }
    branch[last] = value;
  }
  return tree;
}

/** Value at a dotted path; related objects are compared by their name. */
function valueAt(row: Row, path: string): string | null {
  let value: unknown = row;
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined;
  if (isObject(value)) value = value.name;
  if (value === null || value === undefined) return null;
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

type Test = (actual: string | null, wanted: string, all: string[]) => boolean;

const order = (a: string, b: string) =>
  Number.isNaN(Number(a)) || Number.isNaN(Number(b)) ? a.localeCompare(b) : Number(a) - Number(b);
const like = (actual: string, pattern: string) => {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/%/g, '.*');
  return new RegExp(`^${source}$`, 'is').test(actual);
};
const has =
  (test: (actual: string, wanted: string) => boolean): Test =>
  (actual, wanted) =>
    actual !== null && test(actual, wanted);

const operators: Record<string, Test> = {
  eq: (actual, wanted) => actual === wanted,
  neq: (actual, wanted) => actual !== wanted,
  lt: has((actual, wanted) => order(actual, wanted) < 0),
  lte: has((actual, wanted) => order(actual, wanted) <= 0),
  gt: has((actual, wanted) => order(actual, wanted) > 0),
  gte: has((actual, wanted) => order(actual, wanted) >= 0),
  like: has(like),
  notlike: has((actual, wanted) => !like(actual, wanted)),
  contains: has((actual, wanted) => actual.toLowerCase().includes(wanted.toLowerCase())),
  doesnotcontain: has((actual, wanted) => !actual.toLowerCase().includes(wanted.toLowerCase())),
  startswith: has((actual, wanted) => actual.toLowerCase().startsWith(wanted.toLowerCase())),
  endswith: has((actual, wanted) => actual.toLowerCase().endsWith(wanted.toLowerCase())),
  isnull: (actual) => actual === null,
  isnotnull: (actual) => actual !== null,
  in: (actual, _wanted, all) => actual !== null && all.includes(actual),
  notin: (actual, _wanted, all) => actual === null || !all.includes(actual),
};

function matches(row: Row, filter: Tree | string): boolean {
  if (typeof filter === 'string') refuse('badFilter');
  const { field, operator = 'eq', value = '', logic, filters } = filter;
  if (filters !== undefined) {
    if (typeof filters === 'string') refuse('badFilter');
    const parts = Object.values(filters);
    const test = (part: Tree | string) => matches(row, part);
    return logic === 'or' ? parts.some(test) : parts.every(test);
  }
  if (typeof field === 'string' && typeof operator === 'string') {
    const test = operators[operator];
    if (test === undefined) refuse('badFilter');
    const all = isObject(value) ? Object.values(value).map(String) : [String(value)];
    return test(valueAt(row, field), all[0] ?? '', all);
  }
  return Object.values(filter).every((part) => matches(row, part));
}

function sorts(sort: Tree | string | undefined): { field: string; down: boolean }[] {
  if (sort === undefined || typeof sort === 'string') return [];
  const rules: unknown[] = typeof sort.field === 'string' ? [sort] : Object.values(sort);
  return rules.filter(isObject).map((rule) => ({
    field: String(rule.field),
    down: String(rule.dir ?? 'asc').toLowerCase() === 'desc',
  }));
}

function count(text: string | null, fallback: number): number {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number >= 0 ? number : fallback;
}

const defaultTake = 100;
const maxTake = 1000;

/** The page of rows a query asks for, and how many rows there are in all. */
export function page<T extends Row>(
  rows: T[],
  query: URLSearchParams,
): { data: T[]; total: number } {
  const tree = bracketTree(query);
  const filter = tree.filter;
  const found = filter === undefined ? [...rows] : rows.filter((row) => matches(row, filter));
  for (const { field, down } of sorts(tree.sort).reverse()) {
    const key = (row: T) => valueAt(row, field) ?? '';
    found.sort((a, b) => order(key(a), key(b)) * (down ? -1 : 1));
  }
  const skip = count(query.get('skip'), 0);
  const take = Math.min(count(query.get('take'), defaultTake), maxTake);
  return { data: found.slice(skip, skip + take), total: found.length };
}
