import { seededRandom } from '../support/seeded-random';

export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly note: string;
  /** Draws the number over several inline elements. */
  readonly split: boolean;
}

/** All that a demo page draws. */
export interface CrmState {
  readonly path: string;
  readonly contacts: readonly Contact[];
  /** The contact whose details stand beside the list. */
  readonly detail: number | null;
  /** Whether a dialog with a number is drawn outside the page's own root. */
  readonly dialog: boolean;
  readonly showsPhones: boolean;
  /** First row in sight of the long list that draws only what is seen. */
  readonly firstRow: number;
}

export const LONG_LIST = 5_000;
export const ROWS_IN_SIGHT = 20;
const NAMES = ['Jana Dvořáková', 'Petr Malý', 'Éva Kovács', 'Paweł Nowak', 'Karl Weiß', 'Ana Pop'];

/** A Czech mobile number, another one for each ordinal. */
export function phoneOf(ordinal: number): string {
  const digits = String(777_000_000 + ((ordinal * 7_919) % 1_000_000));
  return `+420 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

function contact(id: number): Contact {
  return {
    id,
    name: NAMES[id % NAMES.length] ?? '',
    phone: phoneOf(id),
    note: id % 3 === 0 ? `Call ${phoneOf(id + 100_000)} after noon` : 'Prefers e-mail',
    split: id % 4 === 0,
  };
}

export function firstState(): CrmState {
  return {
    path: '/contacts',
    contacts: Array.from({ length: 30 }, (_, index) => contact(index + 1)),
    detail: null,
    dialog: false,
    showsPhones: true,
    firstRow: 0,
  };
}

type Random = () => number;
type Change = (state: CrmState, random: Random) => CrmState;

const upTo = (random: Random, end: number) => Math.floor(random() * end);

function withOneChanged(
  state: CrmState,
  random: Random,
  change: (contact: Contact) => Contact,
): CrmState {
  const at = upTo(random, state.contacts.length);
  return { ...state, contacts: state.contacts.map((each, i) => (i === at ? change(each) : each)) };
}

const CHANGES: readonly Change[] = [
  (state, random) => {
    const at = upTo(random, state.contacts.length + 1);
    const come = contact(1_000 + upTo(random, 1_000_000));
    return { ...state, contacts: state.contacts.toSpliced(at, 0, come) };
  },
  (state, random) =>
    state.contacts.length < 10
      ? state
      : {
          ...state,
          contacts: state.contacts.toSpliced(upTo(random, state.contacts.length), 1),
        },
  (state, random) => {
    const from = upTo(random, state.contacts.length);
    const [moved] = state.contacts.slice(from, from + 1);
    const rest = state.contacts.toSpliced(from, 1);
    return moved
      ? { ...state, contacts: rest.toSpliced(upTo(random, rest.length), 0, moved) }
      : state;
  },
  (state) => ({ ...state, contacts: state.contacts.toReversed() }),
  (state, random) =>
    withOneChanged(state, random, (each) => ({ ...each, phone: phoneOf(upTo(random, 1_000_000)) })),
  (state, random) =>
    withOneChanged(state, random, (each) => ({
      ...each,
      note: random() < 0.5 ? 'No number here' : `Mobile ${phoneOf(upTo(random, 1_000_000))}`,
    })),
  (state, random) => withOneChanged(state, random, (each) => ({ ...each, split: !each.split })),
  (state, random) => ({
    ...state,
    detail: state.detail === null ? upTo(random, state.contacts.length) : null,
  }),
  (state) => ({ ...state, dialog: !state.dialog }),
  (state) => ({ ...state, showsPhones: !state.showsPhones }),
  (state, random) => ({ ...state, firstRow: upTo(random, LONG_LIST - ROWS_IN_SIGHT) }),
  (state, random) => ({ ...state, path: random() < 0.3 ? '/settings' : '/contacts' }),
];

/** The states a page goes through; the same for the same seed. */
export function* randomStates(seed: number): Generator<CrmState, never> {
  const random = seededRandom(seed);
  let state = firstState();
  for (;;) {
    yield state;
    const change = CHANGES[upTo(random, CHANGES.length)];
    if (change) state = change(state, random);
    // What hides the numbers does so for one render only: most of the time there is something to find.
    if (random() < 0.5) state = { ...state, path: '/contacts', showsPhones: true };
  }
}

/** The rows of the long list that are in sight. */
export function rowsInSight({ firstRow }: CrmState): { id: number; phone: string }[] {
  return Array.from({ length: ROWS_IN_SIGHT }, (_, index) => {
    const id = firstRow + index;
    return { id, phone: phoneOf(id) };
  });
}
