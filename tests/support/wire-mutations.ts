import fc from 'fast-check';

type Path = readonly string[];

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (!isBranch(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** A copy with the part at the path replaced; an `undefined` part is taken away. */
function replaced(value: unknown, path: Path, part: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isBranch(value)) return part;
  const inner = replaced(value[key], rest, part);
  if (Array.isArray(value)) return value.map((old, index) => (String(index) === key ? inner : old));
  const others = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** What a wire value may turn out to be instead: what differs between servers, and nonsense. */
export const anyPart: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    [],
    {},
    '',
    ' ',
    0,
    -1,
    1e21,
    true,
    false,
    '0000-00-00 00:00:00',
    '2026-01-12 09:00:00',
    '#ff0000',
    'red',
    { name: ' x ', title: '' },
    { data: [{ name: 1 }, null] },
    [null, [], 'a', { name: 'a' }, { name: 'a' }],
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
);

/** A real reply of which up to five parts are something else. */
export function mutationsOf(reply: unknown): fc.Arbitrary<unknown> {
  const path = fc.constantFrom(...pathsOf(reply));
  return fc
    .array(fc.tuple(path, anyPart), { minLength: 1, maxLength: 5 })
    .map((changes) =>
      changes.reduce<unknown>((value, [at, part]) => replaced(value, at, part), reply),
    );
}
