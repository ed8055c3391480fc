import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { CONTACTS, type Contact } from './contacts';
import { detailPage, unknownContactPage } from './detail-page';
import { listPage } from './list-page';

const file = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The demo CRM as a handler of requests. */
export function createCrm(contacts: readonly Contact[] = CONTACTS): Hono {
  const crm = new Hono();
  crm.get('/', (context) => context.html(listPage(contacts)));
  crm.get('/contacts/:id', (context) => {
    const contact = contacts.find(({ id }) => String(id) === context.req.param('id'));
    return contact ? context.html(detailPage(contact)) : context.html(unknownContactPage(), 404);
  });
  crm.get('/crm.css', (context) =>
    context.body(file('crm.css'), 200, { 'content-type': 'text/css' }),
  );
  crm.get('/crm.client.js', (context) =>
    context.body(file('crm.client.js'), 200, { 'content-type': 'text/javascript' }),
  );
  return crm;
}
