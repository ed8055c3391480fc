/** One customer of the demo CRM. Everything here is invented. */
export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly company: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
  readonly city: string;
  /** Numbers that look like phones and are none. */
  readonly order: string;
  readonly companyId: string;
  readonly revenue: string;
  readonly lastContact: string;
}

type Row = readonly [name: string, company: string, role: string, phone: string, city: string];

const ROWS: readonly Row[] = [
  ['Jana Dvořáková', 'Horská lana s.r.o.', 'Head of purchasing', '+420 777 123 456', 'Liberec'],
  ['Martin Kučera', 'Brno Optik a.s.', 'Owner', '602 345 678', 'Brno'],
  ['Lucie Benešová', 'Pekařství U Mlýna', 'Bookkeeper', '00420 605 111 222', 'Olomouc'],
  ['Tomáš Veselý', 'Veselý & synové', 'Managing director', '724123987', 'Plzeň'],
  ['Eva Malá', 'Květiny Malá', 'Owner', '+420 601 234 567', 'Praha'],
  ['Peter Novotný', 'Tatranské pivo s.r.o.', 'Sales', '+421 905 123 456', 'Poprad'],
  ['Zuzana Kováčová', 'Kováč Transport', 'Dispatcher', '+421 2 5556 7788', 'Bratislava'],
  ['Anna Schmidt', 'Lindenhof GmbH', 'Facility manager', '+49 30 901820', 'Berlin'],
  ['Jörg Weber', 'Weber Feinmechanik', 'Engineer', '+49 (0)89 23456 78', 'München'],
  ['Katarzyna Nowak', 'Nowak Meble', 'Owner', '+48 601 234 567', 'Kraków'],
  ['Piotr Zieliński', 'Baltic Freight', 'Operations', '+48 22 123 45 67', 'Gdańsk'],
  ['Oliver Hughes', 'Hughes & Partners', 'Partner', '+44 20 7946 0958', 'London'],
  ['Radek Šimek', 'Šimek elektro', 'Technician', '+420 541 234 567, linka 12', 'Brno'],
  ['Hana Procházková', 'Lékárna Pod Lípou', 'Pharmacist', '+420 377 123 456', 'Plzeň'],
  ['Filip Horák', 'Horák IT', 'Consultant', '+420-739-111-222', 'Ostrava'],
  ['Monika Růžičková', 'Cestovka Kompas', 'Agent', '+420.608.222.333', 'Praha'],
];

const two = (value: number) => String(value).padStart(2, '0');

function emailOf(name: string, company: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '.')
      .replace(/^\.|\.$/g, '');
  return `${plain(name)}@${plain(company).replaceAll('.', '-')}.example`;
}

export const CONTACTS: readonly Contact[] = ROWS.map(
  ([name, company, role, phone, city], index) => ({
    id: index + 1,
    name,
    company,
    role,
    phone,
    city,
    email: emailOf(name, company),
    order: `2026${two(index + 3)}${1042 + index * 37}`,
    companyId: `IČO ${27_000_011 + index * 104_729}`,
    revenue: `${(128_400 + index * 57_350).toLocaleString('cs-CZ')} Kč`,
    lastContact: `${two(1 + ((index * 5) % 28))}.${two(1 + (index % 11))}.2026`,
  }),
);
