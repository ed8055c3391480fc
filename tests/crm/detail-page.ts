import { html } from 'hono/html';
import type { Contact } from './contacts';
import { initialsOf, layout } from './layout';

/** `+420 777 123 456` as pages like to style it: the operator's part in bold. */
function splitNumber(phone: string) {
  const [prefix, operator, ...rest] = phone.split(' ');
  return html`${prefix} <b>${operator}</b> ${rest.join(' ')}`;
}

function timeline(contact: Contact) {
  const entries = [
    ['Today 9:14', `Asked to be called back on ${contact.phone} before noon.`],
    [
      'Yesterday',
      `Order ${contact.order} was sent, invoice no. 2026110457, variable symbol 7771234560.`,
    ],
    ['12.10.2026', 'Paid 18 450,00 Kč from account CZ65 0800 0000 1920 0014 5399.'],
    [
      '03.09.2026',
      'Colleague in the warehouse: 545 123 789, ask for Mr. Fiala. Fax is out of use.',
    ],
    ['28.08.2026', 'Ticket #602345 closed, version 4.12.1 installed, server 192.168.10.24.'],
  ];
  return html`<section class="sheet pad">
    <h2>Activity</h2>
    <ol class="timeline">
      ${entries.map(([when, what]) => html`<li><time>${when}</time><p>${what}</p></li>`)}
    </ol>
  </section>`;
}

function facts(contact: Contact) {
  return html`<section class="sheet pad">
    <h2>About</h2>
    <dl>
      <dt>Mobile</dt>
      <dd class="number">${contact.phone}</dd>
      <dt>Work</dt>
      <dd class="number">${splitNumber('+420 777 987 654')}</dd>
      <dt>Direct</dt>
      <dd><a href="tel:+420222333444">Call the office</a></dd>
      <dt>E-mail</dt>
      <dd>${contact.email}</dd>
      <dt>Company</dt>
      <dd>${contact.company}, ${contact.companyId}</dd>
      <dt>City</dt>
      <dd>${contact.city}</dd>
    </dl>
    <label class="notes">Notes<textarea rows="4">Prefers mornings. Second number 777 000 111.</textarea></label>
  </section>`;
}

export function detailPage(contact: Contact) {
  return layout(
    contact.name,
    html`<div class="title person">
        <span class="avatar big" aria-hidden="true">${initialsOf(contact.name)}</span>
        <div>
          <h1>${contact.name}</h1>
          <p class="soft">${contact.role}, ${contact.company}</p>
        </div>
        <p class="deal"><span class="soft">Open deals</span><b>${contact.revenue}</b></p>
      </div>
      <div class="columns">${facts(contact)} ${timeline(contact)}</div>`,
  );
}
