import { html } from 'hono/html';
import { type IconName, icon } from './icons';

export type Markup = ReturnType<typeof html>;

const SECTIONS: readonly (readonly [title: string, icon: IconName, count?: string])[] = [
  ['Home', 'home'],
  ['Contacts', 'contacts'],
  ['Companies', 'companies'],
  ['Deals', 'deals', '18'],
  ['Tickets', 'tickets', '6'],
  ['Reports', 'reports'],
];
const TINTS = 6;

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
}

/** The initials on a colour that stays with the person. */
export function avatar(person: { readonly id: number; readonly name: string }, size = ''): Markup {
  return html`<span class="avatar tint-${person.id % TINTS} ${size}" aria-hidden="true">${initialsOf(person.name)}</span>`;
}

function sectionLink([title, drawing, count]: (typeof SECTIONS)[number]): Markup {
  const current = title === 'Contacts' ? html` aria-current="page"` : '';
  return html`<a href="/" title="${title}"${current}>
    ${icon(drawing)}<span class="label">${title}</span>
    ${count ? html`<span class="count label">${count}</span>` : ''}
  </a>`;
}

function sidebar(): Markup {
  return html`<nav class="side" aria-label="Sections">
    <a class="brand" href="/">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4.5 20V5l15 14V4" /></svg>
      <span class="label">Nordvik</span>
    </a>
    ${SECTIONS.map(sectionLink)}
    <p class="me">
      <span class="avatar tint-3" aria-hidden="true">NK</span>
      <span class="label">Nela Krátká<small>Sales team</small></span>
    </p>
  </nav>`;
}

function topBar(): Markup {
  return html`<header class="top">
    <form class="search" action="/" role="search">
      ${icon('search')}
      <input id="search" name="q" type="search" placeholder="Search contacts" aria-label="Search contacts" autocomplete="off" />
    </form>
    <button class="plain" type="button" aria-label="Notifications">${icon('bell')}</button>
    <button class="primary" type="button">${icon('plus')}New contact</button>
  </header>`;
}

/** The frame around every page of the CRM. */
export function layout(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Nordvik CRM</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/crm.css" />
      </head>
      <body>
        ${sidebar()}
        <div class="work">
          ${topBar()}
          <main>${content}</main>
        </div>
        <script type="module" src="/crm.client.js"></script>
      </body>
    </html>`;
}
