import { describe, expect, it } from 'vitest';
import { CONTACTS, type Contact } from './contacts';
import { createCrm } from './crm';
import { startCrm } from './serve';

const read = async (path: string, contacts?: readonly Contact[]) => {
  const response = await createCrm(contacts).request(path);
  return { response, text: await response.text() };
};

const called = (name: string): Contact[] => CONTACTS.slice(0, 1).map((one) => ({ ...one, name }));

describe('the list of contacts', () => {
  it('shows every contact with its phone number and a link to its page', async () => {
    const { text } = await read('/');
    expect(CONTACTS.length).toBeGreaterThanOrEqual(40);
    for (const { id, name, phone } of CONTACTS) {
      expect(text).toContain(`<a href="/contacts/${id}">${name}</a>`);
      expect(text).toContain(`<td class="number">${phone}</td>`);
    }
  });

  it('shows numbers that are no phones beside them', async () => {
    const { text } = await read('/');
    for (const { order, invoice, ticket, companyId, revenue } of CONTACTS) {
      for (const number of [order, invoice, ticket, companyId, revenue]) {
        expect(text).toContain(number);
      }
    }
  });

  it('gives nobody the number or the address of somebody else', () => {
    for (const field of ['id', 'phone', 'email', 'workPhone', 'order', 'companyId'] as const) {
      expect(new Set(CONTACTS.map((contact) => contact[field])).size).toBe(CONTACTS.length);
    }
    for (const { email } of CONTACTS) expect(email).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
  });
});

describe('the page of a contact', () => {
  it('shows the main phone first, in one piece', async () => {
    const { text } = await read('/contacts/1');
    expect(text).toContain('<h1>Jana Dvořáková</h1>');
    expect(/<dd class="number">(.*?)<\/dd>/.exec(text)?.[1]).toBe('+420 777 123 456');
  });

  it('shows numbers split over elements and one behind a tel: link', async () => {
    const { text } = await read('/contacts/1');
    expect(text).toContain('+420 <b>777</b> 123 456');
    expect(text).toContain('+420 <b>777</b> 987 654');
    expect(text).toContain('<a href="tel:+420222333444">');
  });

  it('can be opened for every contact', async () => {
    for (const { id, name } of CONTACTS) {
      const { response, text } = await read(`/contacts/${id}`);
      expect(response.status).toBe(200);
      expect(text).toContain(`<h1>${name}</h1>`);
    }
  });

  it.each(['999', '0', '01', 'x'])('is not found for the unknown contact %s', async (id) => {
    const { response, text } = await read(`/contacts/${id}`);
    expect(response.status).toBe(404);
    expect(text).toContain('There is no such contact');
  });
});

it('shows the text of a contact as text on every page, never as markup', async () => {
  for (const path of ['/', '/contacts/1']) {
    const { text } = await read(path, called('<img src=x> "O\'Hara"'));
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img src=x&gt; &quot;O&#39;Hara&quot;');
  }
});

it.each([
  ['/', 'text/html'],
  ['/crm.css', 'text/css'],
  ['/crm.client.js', 'text/javascript'],
])('serves %s as %s', async (path, type) => {
  const { response } = await read(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
});

it('can be reached on loopback and ends when it is closed', async () => {
  const crm = await startCrm();
  expect(crm.origin).toMatch(/^http:\/\/crm\.localhost:\d+$/);
  const local = crm.origin.replace('crm.localhost', '127.0.0.1');
  expect((await fetch(local)).status).toBe(200);
  await crm.close();
  await expect(fetch(local)).rejects.toThrow();
});

it('says so when its port is taken', async () => {
  const crm = await startCrm();
  const port = Number(new URL(crm.origin).port);
  await expect(startCrm({ port })).rejects.toThrow('EADDRINUSE');
  await crm.close();
});
