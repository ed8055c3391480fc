import { html } from 'hono/html';
import type { Contact } from './contacts';
import { avatar, layout, type Markup } from './layout';

const HEADINGS = ['Name', 'Company', 'Phone', 'Order', 'Last invoice', 'Since'];
const FILTERS = ['All', 'Customer', 'Lead', 'Partner'];

function row(contact: Contact): Markup {
  return html`<tr data-stage="${contact.stage}">
    <td>
      <div class="who">
        ${avatar(contact)}
        <div>
          <a href="/contacts/${contact.id}">${contact.name}</a>
          <div class="sub email" title="${contact.email}">${contact.email}</div>
        </div>
      </div>
    </td>
    <td>
      ${contact.company}
      <div class="sub">IČO ${contact.companyId}</div>
    </td>
    <td class="number">${contact.phone}</td>
    <td class="number">
      ${contact.order}
      <div class="sub">Ticket ${contact.ticket}</div>
    </td>
    <td class="number right">
      ${contact.revenue}
      <div class="sub">${contact.invoice}</div>
    </td>
    <td class="number soft">${contact.since}</td>
  </tr>`;
}

function filter(name: string, index: number): Markup {
  const pressed = index === 0 ? 'true' : 'false';
  const stage = index === 0 ? '' : name;
  return html`<button type="button" data-filter="${stage}" aria-pressed="${pressed}">${index === 0 ? name : `${name}s`}</button>`;
}

export function listPage(contacts: readonly Contact[]): Markup {
  return layout(
    'Contacts',
    html`<div class="title">
        <h1>Contacts</h1>
        <p class="soft" id="count" role="status">${contacts.length} people</p>
        <div class="filters" role="group" aria-label="Stage">${FILTERS.map(filter)}</div>
      </div>
      <div class="sheet">
        <table>
          <thead>
            <tr>
              ${HEADINGS.map(
                (heading) =>
                  html`<th scope="col" ${heading === 'Last invoice' ? 'class=right' : ''}>${heading}</th>`,
              )}
            </tr>
          </thead>
          <tbody id="rows">
            ${contacts.map(row)}
          </tbody>
        </table>
        <p class="empty" id="empty" hidden>Nobody matches. Try a part of a name, a company or a number.</p>
      </div>`,
  );
}
