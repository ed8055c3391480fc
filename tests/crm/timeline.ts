import { html } from 'hono/html';
import type { Contact } from './contacts';
import { type IconName, icon } from './icons';
import type { Markup } from './layout';

interface Entry {
  readonly kind: IconName;
  readonly title: string;
  readonly when: string;
  readonly what: Markup | string;
}

/** `+420 777 123 456` as pages like to style it: the second group in bold, so in three text nodes. */
export function splitNumber(phone: string): Markup {
  const [prefix, group, ...rest] = phone.split(' ');
  return group ? html`${prefix} <b>${group}</b> ${rest.join(' ')}` : html`${phone}`;
}

/** Phones in prose, and numbers that are none. */
function entriesOf(contact: Contact): readonly Entry[] {
  return [
    {
      kind: 'call',
      title: 'Call',
      when: 'Today 9:14',
      what: html`Asked to be called back on ${splitNumber(contact.phone)} before noon.`,
    },
    {
      kind: 'order',
      title: 'Order sent',
      when: 'Yesterday 16:40',
      what: `Order ${contact.order} was sent, invoice no. ${contact.invoice}, variable symbol 7771234560.`,
    },
    {
      kind: 'payment',
      title: 'Payment',
      when: '12.10.2026',
      what: 'Paid 18 450,00 Kč from account CZ65 0800 0000 1920 0014 5399.',
    },
    {
      kind: 'note',
      title: 'Note',
      when: '03.09.2026',
      what: 'Colleague in the warehouse: 545 123 789, ask for Mr. Fiala. Fax is out of use.',
    },
    {
      kind: 'tickets',
      title: 'Ticket closed',
      when: '28.08.2026',
      what: `Ticket ${contact.ticket} closed, version 4.12.1 installed, server 192.168.10.24.`,
    },
    {
      kind: 'mail',
      title: 'E-mail',
      when: '03.07.2026',
      what: 'Sent the price list valid 01.07.2026 to 31.12.2026, from 1 290,00 Kč a piece.',
    },
  ];
}

function item({ kind, title, when, what }: Entry): Markup {
  return html`<li>
    <span class="dot">${icon(kind)}</span>
    <p class="line"><b>${title}</b><time>${when}</time></p>
    <p>${what}</p>
  </li>`;
}

export function timeline(contact: Contact): Markup {
  return html`<section class="sheet pad">
    <h2>Activity</h2>
    <ol class="timeline">
      ${entriesOf(contact).map(item)}
    </ol>
  </section>`;
}
