import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

const SECTIONS = ['Home', 'Contacts', 'Companies', 'Deals', 'Tickets', 'Reports'];

export function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
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
        <nav class="side" aria-label="Sections">
          <a class="brand" href="/">Nordvik</a>
          ${SECTIONS.map(
            (section) =>
              html`<a href="/" ${section === 'Contacts' ? 'aria-current=page' : ''}>${section}</a>`,
          )}
        </nav>
        <div class="work">
          <header class="top">
            <input id="search" type="search" placeholder="Search contacts" aria-label="Search contacts" />
            <span class="me" title="You">NK</span>
          </header>
          <main>${content}</main>
        </div>
        <script type="module" src="/crm.client.js"></script>
      </body>
    </html>`;
}
