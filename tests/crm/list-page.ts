import { html } from 'hono/html';
import type { Contact } from './contacts';
import { initialsOf, layout } from './layout';

const HEADINGS = [
  'Name',
  'Company',
  'Phone',
  'E-mail',
  'Order',
  'Company id',
  'Revenue',
  'Last contact',
];

function row(contact: Contact) {
  return html`<tr>
    <td class="who">
      <span class="avatar" aria-hidden="true">${initialsOf(contact.name)}</span>
      <a href="/contacts/${contact.id}">${contact.name}</a>
    </td>
    <td>${contact.company}</td>
    <td class="number">${contact.phone}</td>
    <td class="soft">${contact.email}</td>
    <td class="number soft">#${contact.order}</td>
    <td class="soft">${contact.companyId}</td>
    <td class="number right">${contact.revenue}</td>
    <td class="number soft">${contact.lastContact}</td>
  </tr>`;
}

export function listPage(contacts: readonly Contact[]) {
  return layout(
    'Contacts',
    html`<div class="title">
        <h1>Contacts</h1>
        <p class="soft">${contacts.length} people</p>
      </div>
      <div class="sheet">
        <table>
          <thead>
            <tr>
              ${HEADINGS.map((heading) => html`<th>${heading}</th>`)}
            </tr>
          </thead>
          <tbody id="rows">
            ${contacts.map(row)}
          </tbody>
        </table>
      </div>`,
  );
}
