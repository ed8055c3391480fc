import { type Contact, type CrmState, firstState, rowsInSight } from './crm-state';
import { publish } from './random-rendering';

/** Every shadow root of the page, the closed ones too: the page made them. */
const roots = new Set<ShadowRoot>();

/** A text that is held for good and changed in place, as template libraries do. */
interface Held {
  readonly node: Text;
  text: string;
}

function held(text: string): Held {
  return { node: document.createTextNode(text), text };
}

function write(part: Held, text: string): void {
  if (part.text === text) return;
  part.text = text;
  part.node.data = text;
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** A number in a shadow root of its own: closed for one contact, open for the next. */
class PhoneNumber extends HTMLElement {
  readonly parts = [held(''), held(''), held('')];
  root: ShadowRoot | null = null;

  show({ id, phone, split }: Contact): void {
    if (!this.root) {
      this.root = this.attachShadow({ mode: id % 2 === 0 ? 'closed' : 'open' });
      roots.add(this.root);
      const [a, b, c] = this.parts.map(({ node }) => node);
      if (a && b && c) this.root.append(element('small', a), element('b', b), element('i', c));
    }
    const cuts: readonly [number, number] = split ? [5, 9] : [phone.length, phone.length];
    const texts = [phone.slice(0, cuts[0]), phone.slice(...cuts), phone.slice(cuts[1])];
    for (const [index, part] of this.parts.entries()) write(part, texts[index] ?? '');
  }
}

/** A row whose note stands in a slot. */
class ContactRow extends HTMLElement {
  readonly phone = document.createElement('phone-number') as PhoneNumber;
  readonly nameText = held('');
  readonly note = held('');
  root: ShadowRoot | null = null;

  show(contact: Contact, phones: boolean): void {
    if (!this.root) {
      this.root = this.attachShadow({ mode: 'open' });
      roots.add(this.root);
      const slot = document.createElement('slot');
      this.root.append(element('strong', this.nameText.node), element('p', slot));
      this.append(element('span', this.note.node));
    }
    write(this.nameText, contact.name);
    write(this.note, `Note ${contact.id}: ${contact.note}`);
    this.phone.show(contact);
    if (phones === this.phone.isConnected) return;
    if (phones) this.root.insertBefore(this.phone, this.root.lastChild);
    else this.root.removeChild(this.phone);
  }
}

customElements.define('phone-number', PhoneNumber);
customElements.define('contact-row', ContactRow);

const list = element('section');
const scroller = element('ul');
const detail = held('');
const aside = element('aside', element('h2', 'Detail'), detail.node);
const dialog = element('div', 'Call the head office: +420 222 333 444');
dialog.setAttribute('role', 'dialog');
const settings = element('p', 'No numbers in the settings');
const main = element('main', element('h1', 'Contacts, hotline +420 800 123 456'), settings);
const rows = new Map<number, ContactRow>();
const sightTexts = Array.from({ length: 20 }, () => held(''));
scroller.append(...sightTexts.map(({ node }) => element('li', node)));

/** Has the child in the parent or out of it; touches nothing that is right already. */
function toggle(parent: Node, child: Node, present: boolean): void {
  if (present === (child.parentNode === parent)) return;
  if (present) parent.appendChild(child);
  else parent.removeChild(child);
}

/** Draws a keyed list: rows stay the same elements and are moved. */
function showRows({ contacts, showsPhones }: CrmState): void {
  const wanted = new Set(contacts.map(({ id }) => id));
  for (const [id, row] of rows) {
    if (wanted.has(id)) continue;
    list.removeChild(row);
    rows.delete(id);
  }
  let before: Node | null = list.firstChild;
  for (const contact of contacts) {
    const row = rows.get(contact.id) ?? (document.createElement('contact-row') as ContactRow);
    rows.set(contact.id, row);
    row.show(contact, showsPhones);
    if (row === before) before = row.nextSibling;
    else list.insertBefore(row, before);
  }
}

function show(state: CrmState): void {
  const inContacts = state.path === '/contacts';
  toggle(main, settings, !inContacts);
  toggle(main, list, inContacts);
  toggle(main, scroller, inContacts);
  showRows(state);
  // The scroller uses its rows again, as most do: the texts change, the elements stay.
  for (const [index, { id, phone }] of rowsInSight(state).entries()) {
    const part = sightTexts[index];
    if (part) write(part, `${id} ${phone}`);
  }
  const chosen = state.contacts[state.detail ?? -1];
  write(detail, chosen ? `Direct line ${chosen.phone}` : '');
  toggle(main, aside, inContacts && chosen !== undefined);
  toggle(document.body, dialog, state.dialog);
}

function* nodesHeld(): Generator<{ node: Node; text: string | null }> {
  for (const row of list.isConnected ? rows.values() : []) {
    yield { node: row, text: null };
    yield { node: row.nameText.node, text: row.nameText.text };
    yield { node: row.note.node, text: row.note.text };
    if (!row.phone.isConnected) continue;
    for (const { node, text } of row.phone.parts) yield { node, text };
  }
  if (!scroller.isConnected) return;
  for (const { node, text } of sightTexts) yield { node, text };
}

document.body.append(main);
show(firstState());
publish({
  async show(state) {
    show(state);
  },
  nodesHeld: () => [...nodesHeld()],
  shadowRoots: () => [...roots],
});
