export type Stage = 'Customer' | 'Lead' | 'Partner';

/** One customer of the demo CRM. Everything here is invented. */
export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly company: string;
  readonly role: string;
  readonly stage: Stage;
  readonly email: string;
  readonly phone: string;
  /** Always in four groups, for the page styles them one by one. */
  readonly workPhone: string;
  readonly city: string;
  /** Numbers that look like phones and are none. */
  readonly order: string;
  readonly ticket: string;
  readonly invoice: string;
  readonly companyId: string;
  readonly revenue: string;
  readonly since: string;
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
  ['Jakub Doležal', 'Doležal stavby', 'Site manager', '777 204 518', 'Zlín'],
  ['Markéta Sýkorová', 'Ateliér Sýkora', 'Architect', '777204519', 'Jihlava'],
  ['Vojtěch Pokorný', 'Pivovar Kamenec', 'Brewer', '+420 736 480 115', 'Chrudim'],
  ['Barbora Fialová', 'Fialová účetní', 'Accountant', '(+420) 604 771 230', 'Kladno'],
  ['Ondřej Marek', 'Marek Sport', 'Buyer', '+420 585 204 117', 'Olomouc'],
  ['Tereza Vlčková', 'Zubní Vlčková', 'Dentist', '485 104 220', 'Liberec'],
  ['Šimon Čermák', 'Čermák Auto', 'Service desk', '+420 466 512 003, linka 4', 'Pardubice'],
  ['Veronika Kolářová', 'Vinařství Kolář', 'Owner', '00420 723 610 498', 'Mikulov'],
  ['Michal Havlíček', 'Havlíček tisk', 'Production', '+420 472 110 356', 'Teplice'],
  ['Milan Horváth', 'Podunaj Agro', 'Agronomist', '+421 903 418 220', 'Nitra'],
  ['Ivana Baloghová', 'Hotel Zemplín', 'Front office', '0915 204 118', 'Košice'],
  ['Juraj Štefánik', 'Liptov Drevo', 'Warehouse', '+421 44 552 10 36', 'Liptovský Mikuláš'],
  ['Agnieszka Lewandowska', 'Wisła Druk', 'Designer', '+48 512 340 876', 'Toruń'],
  ['Marek Wójcik', 'Wójcik Okna', 'Sales', '+48 71 334 52 18', 'Wrocław'],
  ['Ewa Kamińska', 'Apteka Kamińska', 'Pharmacist', '0048 603 218 447', 'Łódź'],
  ['Sabine Köhler', 'Elbtal Möbel', 'Purchasing', '+49 351 482 1170', 'Dresden'],
  ['Matthias Brandt', 'Brandt Logistik', 'Fleet manager', '+49 151 23456789', 'Leipzig'],
  ['Ulrike Groß', 'Praxis Groß', 'Practice manager', '0049 40 3086 4400', 'Hamburg'],
  ['Emily Carter', 'Thistle & Sons', 'Office manager', '+44 131 496 0277', 'Edinburgh'],
  ['George Whitfield', 'Whitfield Marine', 'Director', '+44 7700 900 142', 'Bristol'],
  ['Niamh O’Connor', 'Lagan Textiles', 'Merchandiser', '+44 28 9649 6031', 'Belfast'],
  ['Petra Urbanová', 'Urban Textil', 'Quality', '+420 558 411 207', 'Třinec'],
  ['David Staněk', 'Staněk Solar', 'Project lead', '+420/731/204/877', 'Tábor'],
  ['Alena Matoušková', 'Knihy Matoušek', 'Bookseller', '+420 387 201 144', 'České Budějovice'],
];

const STAGES: readonly Stage[] = ['Customer', 'Customer', 'Lead', 'Customer', 'Partner'];

const two = (value: number) => String(value).padStart(2, '0');

/** `Veselý & synové` as it stands in an address: `vesely.synove`. */
function plainOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/ (s\.r\.o\.|a\.s\.|gmbh)$/, '')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
}

function emailOf(name: string, company: string): string {
  return `${plainOf(name)}@${plainOf(company).replaceAll('.', '-')}.example`;
}

function workPhoneOf(index: number): string {
  return index === 0 ? '+420 777 987 654' : `+420 608 ${410 + index} ${200 + index * 7}`;
}

function contactOf([name, company, role, phone, city]: Row, index: number): Contact {
  return {
    id: index + 1,
    name,
    company,
    role,
    phone,
    city,
    stage: STAGES[index % STAGES.length] ?? 'Lead',
    email: emailOf(name, company),
    workPhone: workPhoneOf(index),
    order: `2026${1042 + index * 37}`,
    ticket: `#${60_231 + index * 13}`,
    invoice: `20261${two(index)}457`,
    companyId: String(27_000_011 + index * 104_729),
    revenue: `${(128_400 + ((index * 57_350) % 940_000)).toLocaleString('cs-CZ')} Kč`,
    since: `${two(1 + ((index * 5) % 28))}.${two(1 + (index % 11))}.${2014 + ((index * 3) % 11)}`,
  };
}

export const CONTACTS: readonly Contact[] = ROWS.map(contactOf);
