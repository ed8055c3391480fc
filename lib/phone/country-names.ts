import type { CountryCode } from 'libphonenumber-js/max';
import { phrasePattern } from './phrase-pattern';

/**
 * How a country, what is of it, and its largest cities are called in the seven languages. Left out is
 * what is a name of people or a language just as often, as "Němec", "Roman", "Deutsch".
 */
const NAMES = {
  CZ: 'cz?esk*|cech(?:y|ach)|czech*|tschech*|cseh(?:orszagi?)?|ceha?|cehi*|pra(?:h*|d?ze|zsk*|gu?e?|gai?|ger*)|brn(?:[oea]|ensk*)|ostrav*',
  SK: 'slo(?:vens|[vw]a[kc])*|szlovak(?:iai?)?|bratislav*|pozsonyi?|kosic*|kassai?',
  PL: 'pol(?:and|en|ish|nisch*|onia|onez*|sk*)|lengyel(?:orszagi?)?|varso(?:i|via)?|varsav*|wars(?:z|ch|aw)*|krak(?:o[vw]|au)*',
  HU: 'madars*|h?ungar*|weg(?:ie)?r*|magyar(?:orszagi?)?|maghiar*|budap*',
  RO: 'rum[au]n*|roman(?:ia|esc|easc)*|bu(?:cur|kur|kar)est*|bucharest|cluj*|kolozsvari?',
  DE: 'nemeck*|niem[ic]*|deutsch(?:e|land)*|german*|nemet(?:orszagi?)?|berlin*|m(?:nichov|unchen)*|munich|monachium|hamburg*|frankfurt*|koln*',
  AT: 'rak(?:ous|us)k*|oe?sterreich*|austri*|osztrak|ausztriai?|wien*|vid(?:en|ensk*|n[ei])|[vw]iede?n*|vien[an]*|becsi?|graz*|linz*|salzburg*',
  CH: 'svycar*|svajc*|szwajcar*|schweiz*|switz*|swiss|elveti*|zur[iy]ch*|curych*|genf|bern|basel*',
  GB: 'brit(?:an|ai|is|s)*|angli[eai]|england|uk|lond[oy]n*',
  US: 'usa|amer[iy]k*|americ*',
} as const satisfies Partial<Record<CountryCode, string>>;

const COUNTRIES = Object.keys(NAMES) as (keyof typeof NAMES)[];
const ANY_NAME = phrasePattern(...Object.values(NAMES).map((names) => `(${names})`));

/** The country that a word names; the word in lower case and without diacritics. */
export function countryNamedBy(word: string): CountryCode | null {
  const [, ...groups] = ANY_NAME.exec(word) ?? [];
  return COUNTRIES[groups.findIndex((group) => group !== undefined)] ?? null;
}
