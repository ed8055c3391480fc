/** @jsxImportSource react */
import { memo, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { type Contact, type CrmState, firstState, rowsInSight } from './crm-state';
import { publish } from './random-rendering';

function Phone({ phone, split }: { phone: string; split: boolean }): ReactNode {
  if (!split) return <span className="phone">{phone}</span>;
  const [prefix, ...rest] = phone.split(' ');
  return (
    <span className="phone">
      <small>{prefix}</small> <b>{rest[0]}</b> {rest[1]} <i>{rest[2]}</i>
    </span>
  );
}

const Row = memo(({ contact, phones }: { contact: Contact; phones: boolean }) => (
  <tr>
    <td>{contact.name}</td>
    <td>{phones ? <Phone phone={contact.phone} split={contact.split} /> : null}</td>
    <td>
      Note {contact.id}: {contact.note}
    </td>
  </tr>
));

function Detail({ contact }: { contact: Contact | undefined }): ReactNode {
  return (
    contact && (
      <aside>
        <h2>{contact.name}</h2>
        Direct line {contact.phone}, or by <a href={`tel:${contact.phone}`}>{contact.phone}</a>
      </aside>
    )
  );
}

function Contacts({ state }: { state: CrmState }): ReactNode {
  return (
    <>
      <table>
        <tbody>
          {state.contacts.map((contact) => (
            <Row key={contact.id} contact={contact} phones={state.showsPhones} />
          ))}
        </tbody>
      </table>
      {state.detail !== null && <Detail contact={state.contacts[state.detail]} />}
      <ul>
        {rowsInSight(state).map(({ id, phone }) => (
          <li key={id} style={{ top: `${id * 20}px` }}>
            {id} {phone}
          </li>
        ))}
      </ul>
    </>
  );
}

function Crm({ state }: { state: CrmState }): ReactNode {
  return (
    <main>
      <h1>Contacts, hotline +420 800 123 456</h1>
      {state.path === '/contacts' ? <Contacts state={state} /> : <p>No numbers in the settings</p>}
      {state.dialog &&
        createPortal(
          <div role="dialog">Call the head office: +420 222 333 444</div>,
          document.body,
        )}
    </main>
  );
}

/** As much of React's own notes as tells which node it holds for what. */
interface Fiber {
  readonly tag: number;
  readonly stateNode: unknown;
  readonly memoizedProps: unknown;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}
const HOST_ELEMENT = 5;
const HOST_TEXT = 6;

function* fibersBelow(fiber: Fiber | null): Generator<Fiber> {
  for (let at = fiber; at; at = at.sibling) {
    yield at;
    yield* fibersBelow(at.child);
  }
}

function* textsOfReact(root: object): Generator<{ node: Node; text: string | null }> {
  const { _internalRoot } = root as { _internalRoot: { current: Fiber } };
  for (const { tag, stateNode, memoizedProps } of fibersBelow(_internalRoot.current)) {
    if (!(stateNode instanceof Node)) continue;
    if (tag === HOST_ELEMENT) yield { node: stateNode, text: null };
    if (tag === HOST_TEXT) yield { node: stateNode, text: String(memoizedProps) };
  }
}

const container = document.createElement('div');
document.body.append(container);
const root = createRoot(container);
const show = (state: CrmState) => flushSync(() => root.render(<Crm state={state} />));
show(firstState());
publish({
  async show(state) {
    show(state);
  },
  nodesHeld: () => [...textsOfReact(root)],
});
