import { seededRandom } from '../support/seeded-random';
import { LONG_LIST, phoneOf, ROWS_IN_SIGHT } from './crm-state';

/** A page of one application that draws everything itself: two views, and two long lists. */
export interface ListPage {
  /** Goes to another view without loading a page. */
  navigate(view: View): void;
  /** Scrolls the list that draws only the rows in sight. */
  scrollTo(row: number): void;
  /** Draws the whole list that many times, always with other rows changed. */
  rerender(times: number): Promise<void>;
  /** The numbers that stand on the page now. */
  numbers(): string[];
}

type View = 'contacts' | 'settings' | 'scroller' | 'long';

declare global {
  interface Window {
    list: ListPage;
  }
}

const ROW_HEIGHT = 24;
/** People come and go, but they are always the same people. */
const PEOPLE = 8_000;

document.head.append(
  element(
    'style',
    `.row { height: ${ROW_HEIGHT}px; white-space: nowrap }
  .row > div { display: inline-block; width: 200px }`,
  ),
);
const main = document.createElement('main');
document.body.append(main);

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function contactsView(): HTMLElement {
  const rows = Array.from({ length: 12 }, (_, id) => element('p', `Contact ${id}: ${phoneOf(id)}`));
  return element('section', element('h1', 'Contacts'), ...rows);
}

/** Draws the rows in sight only, in elements that are used again. */
function scrollerView(): HTMLElement {
  const rows = Array.from({ length: ROWS_IN_SIGHT }, () => {
    const row = element('li', '');
    row.style.cssText = `position: absolute; height: ${ROW_HEIGHT}px`;
    row.append(document.createTextNode(''));
    return row;
  });
  const space = element('ul', ...rows);
  space.style.cssText = `position: relative; margin: 0; height: ${LONG_LIST * ROW_HEIGHT}px`;
  const scroller = element('section', space);
  scroller.style.cssText = `overflow-y: scroll; height: ${ROWS_IN_SIGHT * ROW_HEIGHT}px`;

  function draw(): void {
    const first = Math.floor(scroller.scrollTop / ROW_HEIGHT);
    for (const [index, row] of rows.entries()) {
      const id = first + index;
      row.style.top = `${id * ROW_HEIGHT}px`;
      const text = row.lastChild;
      if (text) text.nodeValue = `${id}. ${phoneOf(id)}`;
    }
  }
  scroller.addEventListener('scroll', draw);
  draw();
  return scroller;
}

function rowOf(person: number): HTMLElement {
  const cells = [`Person ${person}`, phoneOf(person), person % 3 === 0 ? 'Paid' : 'Open'];
  const row = element('div', ...cells.map((text) => element('div', text)));
  row.className = 'row';
  return row;
}

const someone = (random: () => number) => Math.floor(random() * PEOPLE);

/** Twenty rows go, come, move and change. The page knows its rows: to ask the DOM for them is slow. */
function changeRows(list: Element, rows: HTMLElement[], random: () => number): void {
  const any = () => Math.floor(random() * rows.length);
  for (let count = 0; count < 20; count += 1) {
    rows.splice(any(), 1)[0]?.remove();
    const [moved] = rows.splice(any(), 1);
    for (const row of moved ? [rowOf(someone(random)), moved] : []) {
      const at = any();
      list.insertBefore(row, rows[at] ?? null);
      rows.splice(at, 0, row);
    }
    const phone = rows[any()]?.children[1]?.firstChild;
    if (phone) phone.nodeValue = phoneOf(someone(random));
  }
}

const random = seededRandom(11);
const wholeList = () => Array.from({ length: LONG_LIST }, () => rowOf(someone(random)));
let rowsOfLong: HTMLElement[] = [];
function longView(): HTMLElement {
  rowsOfLong = wholeList();
  return element('section', ...rowsOfLong);
}

const VIEWS: Readonly<Record<View, () => HTMLElement>> = {
  contacts: contactsView,
  settings: () => element('section', element('h1', 'Settings'), 'Nothing to call here'),
  scroller: scrollerView,
  long: longView,
};

window.list = {
  navigate(view) {
    history.pushState(null, '', `#/${view}`);
    main.replaceChildren(VIEWS[view]());
  },
  scrollTo(row) {
    const scroller = main.firstElementChild;
    if (scroller) scroller.scrollTop = row * ROW_HEIGHT;
  },
  async rerender(times) {
    const list = main.firstElementChild;
    if (!list) throw new Error('There is no long list.');
    for (let render = 1; render <= times; render += 1) {
      if (render % 100 > 0) changeRows(list, rowsOfLong, random);
      else {
        rowsOfLong = wholeList();
        list.replaceChildren(...rowsOfLong);
      }
      // Each render is a change of its own to those who watch; painting all of them would take minutes.
      if (render % 25 > 0) await Promise.resolve();
      else await new Promise((resolve) => setTimeout(resolve, 0));
    }
  },
  numbers: () => (main.textContent.match(/\+420( \d{3}){3}/g) ?? []).map(String),
};
main.append(contactsView());
