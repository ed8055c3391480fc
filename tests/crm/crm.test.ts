import { expect, it } from 'vitest';
import { CONTACTS, type Contact } from './contacts';
import { createCrm } from './crm';
import { startCrm } from './serve';

const read = async (path: string, contacts?: readonly Contact[]) => {
  const response = await createCrm(contacts).request(path);
  return { status: response.status, text: await response.text() };
};

it('lists every contact with its phone number', async () => {
  const { text } = await read('/');
  for (const { name, phone } of CONTACTS) {
    expect(text).toContain(name);
    expect(text).toContain(phone);
  }
});

it('shows one contact with a number split over elements and a tel: link', async () => {
  const { text } = await read('/contacts/1');
  expect(text).toContain('+420 777 123 456');
  expect(text).toContain('+420 <b>777</b> 987 654');
  expect(text).toContain('href="tel:');
});

it('answers 404 for a contact it does not know', async () => {
  expect((await read('/contacts/999')).status).toBe(404);
});

it('shows the text of a contact as text, never as markup', async () => {
  const [first] = CONTACTS;
  const { text } = await read('/', [{ ...(first as Contact), name: '<img src=x> "O\'Hara"' }]);
  expect(text).not.toContain('<img src=x>');
  expect(text).toContain('&lt;img src=x&gt;');
});

it('can be reached under its own name and ends when it is closed', async () => {
  const crm = await startCrm();
  const local = crm.origin.replace('crm.localhost', '127.0.0.1');
  expect((await fetch(local)).status).toBe(200);
  await crm.close();
  await expect(fetch(local)).rejects.toThrow();
});
