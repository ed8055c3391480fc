import type { CountryCode } from 'libphonenumber-js/max';

/** How people write the numbers of a country at home: cheap to test, and stricter than the library. */
export interface NationalPlan {
  readonly code: string;
  /** All digits as written, with the trunk prefix where people write one. */
  readonly digits: RegExp;
  /** As `digits`, in a text for people of other countries. */
  readonly abroad?: RegExp;
  /** Digits that a person takes for a number only where something else says that they are one. */
  readonly labelled?: RegExp;
  /** As `digits`, where nothing says what they are. */
  readonly unsaid?: RegExp;
  /** How many digits the parts have that people write them in, where nothing says what they are. */
  readonly parts?: RegExp;
  /** A way of writing without the trunk prefix that nothing else is written in. */
  readonly unmistakable?: RegExp;
  /** All digits as written with a trunk prefix that has been given up, one digit long. */
  readonly formerly?: RegExp;
  /** How nobody writes a number of it where nothing says that it is one, though the digits fit. */
  readonly unlike?: RegExp;
}

/** `412 600 000`, unless it is toll-free. */
const ROUND_SUM = /^(?!80).*\d00[ .]000$/;

const NORTH_AMERICA: NationalPlan = {
  code: '1',
  digits: /^1?[2-9]\d{2}[2-9]\d{6}$/,
  parts: /^(?:1 )?3 (?:3 4|7)$/,
};

export const NATIONAL_PLANS: Partial<Record<CountryCode, NationalPlan>> = {
  // Abroad, nine digits with a 9 in front are Slovak and lack their zero.
  CZ: {
    code: '420',
    digits: /^[2-9]\d{8}$/,
    abroad: /^[2-7]\d{8}$/,
    parts: /^(?:3 3 3|3 2 2 2|3 6|6 3)$/,
    unlike: ROUND_SUM,
    formerly: /^0[2-7]\d{8}$/,
  },
  // Of its area codes only that of Bratislava has one digit; `05/` was Brno's.
  SK: {
    code: '421',
    digits: /^0[2-9]\d{8}$/,
    labelled: /^[2-9]\d{8}$/,
    parts: /^(?:4 3 3|2 4 4|2 8|2 4 2 2|2 3 3 2|3 3 2 2|3 3 4|3 4 3|3 7|4 2 2 2|4 6)$/,
    unlike: /^\(?0[3-9]\s?[/)]/,
  },
  PL: {
    code: '48',
    digits: /^[1-9]\d{8}$/,
    parts: /^(?:3 3 3|2 3 2 2|3 2 2 2|2 3 4|2 7|3 6)$/,
    unlike: ROUND_SUM,
    formerly: /^0[1-9]\d{8}$/,
  },
  HU: {
    code: '36',
    digits: /^06\d{8,9}$/,
    labelled: /^[1-9]\d{7,8}$/,
    parts: /^2 (?:1 3 4|1 3 2 2|1 7|2 3 4|2 3 3|2 4 3|2 3 2 2|2 6|2 7|9)$/,
    unmistakable:
      /^(?:(?:[237]0|31|50)(?:\s?\/\s?|[ -])(?:\d{3}[- ]?\d{2}[- ]?\d{2}|\d{4}[- ]\d{3})|(?:\([2-9]\d\)\s?|[2-9]\d\/)\d{3}[- ]\d{3})$/,
  },
  RO: {
    code: '40',
    digits: /^0[237-9]\d{8}$/,
    labelled: /^[237]\d{8}$/,
    parts: /^(?:4 3 3|3 3 4|3 3 2 2|4 2 2 2|2 2 2 2 2|4 6|3 7)$/,
  },
  // What looks like an Austrian mobile phone is one, though an area code fits as well.
  DE: {
    code: '49',
    digits: /^0[1-9]\d{5,11}$/,
    unsaid: /^0[1-9]\d{7,10}$/,
    abroad: /^0(?!6(?:50|6[04]|76|8[01]|99)\d{7,}$)[1-9]\d{7,11}$/,
    parts: /^(?:[3-6](?: [1-8])+|1 [2-4](?: [12])+)$/,
    // Only mobile numbers and those of services are so long in fours, and no pair ends them.
    unlike: /\/.*\/|^\(?0(?!1[567]|800|180)\d{3}\)?[ -]\d{4}[ -]\d{4}$|[ -]\d{4} \d\d$/,
  },
  AT: {
    code: '43',
    digits: /^0[1-9]\d{5,11}$/,
    unsaid: /^0[1-9]\d{7,11}$/,
    abroad: /^0[1-9]\d{7,11}$/,
    parts: /^[2-5](?: [1-8])+$/,
    // Of its area codes only that of Vienna has one digit.
    unlike: /\/.*\/|^\(?0[2-9](?!\d)/,
  },
  CH: { code: '41', digits: /^0[1-9]\d{8}$/, parts: /^(?:3 3 2 2|3 3 4|3 7)$/ },
  GB: {
    code: '44',
    digits: /^0[1-37-9]\d{8,9}$/,
    parts:
      /^(?:3 4 4|3 8|4 3 [34]|4 4 3|4 3 2 2|4 [67]|5 [56]|5 3 3|5 2 2 2|5 2 [34]|5 3 2|6 [45])$/,
  },
  US: NORTH_AMERICA,
  CA: NORTH_AMERICA,
};

/** Fixed lengths before lengths that vary, which take a number of nearly any other country. */
const NEIGHBOURS: Partial<Record<CountryCode, readonly CountryCode[]>> = {
  CZ: ['SK', 'PL', 'DE', 'AT'],
  SK: ['CZ', 'HU', 'PL', 'AT', 'DE'],
  PL: ['CZ', 'SK', 'DE'],
  HU: ['SK', 'RO', 'AT'],
  RO: ['HU'],
  DE: ['CH', 'PL', 'CZ', 'AT'],
  AT: ['CH', 'CZ', 'SK', 'HU', 'DE'],
  CH: ['DE', 'AT'],
};

/** Close enough that people write the numbers of the one among those of the other. */
const KINDRED: Partial<Record<CountryCode, CountryCode>> = { CZ: 'SK', SK: 'CZ' };

const SPOKEN_IN: Readonly<Record<string, readonly CountryCode[]>> = {
  cs: ['CZ'],
  sk: ['SK'],
  pl: ['PL'],
  hu: ['HU'],
  ro: ['RO'],
  de: ['DE', 'AT'],
};

export interface CountryToTry {
  readonly country: CountryCode;
  /**
   * The agent's own, one the page is written for, the own as numbers were formerly written, or one
   * whose numbers only turn up now and then.
   */
  readonly closeness: 'own' | 'kindred' | 'page' | 'formerly' | 'neighbour';
}

function countriesOfLanguage(tag: string): readonly CountryCode[] {
  const [language = '', region = ''] = tag.split(/[-_]/);
  const own = Object.keys(NATIONAL_PLANS).filter((code) => code === region.toUpperCase());
  return [...(own as CountryCode[]), ...(SPOKEN_IN[language.toLowerCase()] ?? [])];
}

/** Whose numbers a text may hold, the likeliest first. */
export function countriesToTry(own: CountryCode, pageLanguage: string): CountryToTry[] {
  const tries: CountryToTry[] = [{ country: own, closeness: 'own' }];
  const add = (country: CountryCode, closeness: CountryToTry['closeness']) => {
    if (!tries.some((one) => one.country === country)) tries.push({ country, closeness });
  };
  for (const country of countriesOfLanguage(pageLanguage)) add(country, 'page');
  const kindred = KINDRED[own];
  if (kindred) add(kindred, 'kindred');
  if (NATIONAL_PLANS[own]?.formerly) tries.push({ country: own, closeness: 'formerly' });
  for (const country of NEIGHBOURS[own] ?? []) add(country, 'neighbour');
  return tries;
}
