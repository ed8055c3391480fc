import { html } from 'hono/html';
import type { Contact } from './contacts';
import { icon } from './icons';
import { avatar, layout, type Markup } from './layout';
import { splitNumber, timeline } from './timeline';

const DEALS = [
  ['Supply for the season', 'OP-2026-0418', 'Offered', '486 200 Kč', '15.12.2026'],
  ['Service contract, year 2', 'OP-2026-0397', 'Negotiation', '92 400 Kč', '31.01.2027'],
  ['Staff training', 'OP-2026-0355', 'Won', '38 750 Kč', '04.11.2026'],
] as const;

function head(contact: Contact): Markup {
  return html`<nav class="crumbs" aria-label="You are here"><a href="/">Contacts</a> / ${contact.company}</nav>
    <div class="title person">
      ${avatar(contact, 'big')}
      <div>
        <h1>${contact.name}</h1>
        <p class="soft">${contact.role}, ${contact.company}</p>
      </div>
      <span class="badge ${contact.stage.toLowerCase()}">${contact.stage}</span>
      <div class="actions">
        <a class="secondary" href="mailto:${contact.email}">${icon('mail')}E-mail</a>
        <button class="secondary" type="button">${icon('note')}Add note</button>
      </div>
    </div>`;
}

function facts(contact: Contact): Markup {
  return html`<section class="sheet pad">
    <h2>About</h2>
    <dl>
      <dt>Mobile</dt>
      <dd class="number">${contact.phone}</dd>
      <dt>Work</dt>
      <dd class="number">${splitNumber(contact.workPhone)}</dd>
      <dt>Office</dt>
      <dd><a href="tel:+420222333444">Call the office</a></dd>
      <dt>E-mail</dt>
      <dd><a href="mailto:${contact.email}">${contact.email}</a></dd>
      <dt>City</dt>
      <dd>${contact.city}</dd>
      <dt>IČO</dt>
      <dd class="number">${contact.companyId}</dd>
      <dt>DIČ</dt>
      <dd class="number">CZ${contact.companyId}</dd>
      <dt>Invoiced</dt>
      <dd class="number">${contact.revenue}</dd>
    </dl>
    <label class="notes">Notes<textarea rows="3">Prefers mornings. Second number 777 000 111.</textarea></label>
  </section>`;
}

function deals(): Markup {
  return html`<section class="sheet wide">
    <h2>Deals</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Deal</th>
          <th scope="col">Number</th>
          <th scope="col">Stage</th>
          <th scope="col" class="right">Value</th>
          <th scope="col">Closes</th>
        </tr>
      </thead>
      <tbody>
        ${DEALS.map(
          ([title, number, stage, value, closes]) => html`<tr>
            <td>${title}</td>
            <td class="number soft">${number}</td>
            <td><span class="badge ${stage.toLowerCase()}">${stage}</span></td>
            <td class="number right">${value}</td>
            <td class="number soft">${closes}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function detailPage(contact: Contact): Markup {
  return layout(
    contact.name,
    html`${head(contact)}
      <div class="columns">${facts(contact)} ${timeline(contact)} ${deals()}</div>`,
  );
}

export function unknownContactPage(): Markup {
  return layout(
    'Not found',
    html`<div class="title"><h1>There is no such contact</h1></div>
      <p><a href="/">Back to all contacts</a></p>`,
  );
}
