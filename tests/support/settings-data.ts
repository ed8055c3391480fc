import { LANGUAGES } from '@/lib/i18n/languages';
import { COUNTRIES } from '@/lib/phone/countries';
import { SAMPLE } from '@/lib/screen-pop/template';

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

/** What stands in the settings and is no text of ours: names, numbers and examples. */
export const SETTINGS_DATA: readonly string[] = [
  ...Object.values(LANGUAGES).map(({ name }) => name),
  ...COUNTRIES.map((code) => countries.of(code) ?? code),
  // A sentence of which a part is marked is two pieces.
  ...['Call ', ' before noon.'],
  // What templates and their values look like.
  ...Object.values(SAMPLE).flatMap((value) => value ?? []),
  'https://crm.example.com/contacts/{contact}',
  'https://crm.example.com/contacts/new',
  'https://crm.example.com/search?q={number}',
];
