import type { Person } from './model';

const person = (
  name: string,
  title: string,
  password: string,
  token: string,
  line: string,
  rest: Partial<Person> = {},
): Person => ({
  name,
  title,
  password,
  token,
  line,
  alias: title.split(' ')[0] ?? title,
  email: `${name}@plynarna.example`,
  profile: 'profiles_agents',
  staticLogin: false,
  dynamicDevice: false,
  ...rest,
});

/** Invented people; the tokens are fixed so that tests and a person can sign in with them. */
export const seedPeople: readonly Person[] = [
  person('anna.novakova', 'Anna Nováková', 'anna-heslo', 'a11a'.repeat(10), '505'),
  person('petr.svoboda', 'Petr Svoboda', 'petr-heslo', 'be72'.repeat(10), '506', {
    profile: 'profiles_mobile',
    dynamicDevice: true,
  }),
  person('eva.static', 'Eva Dvořáková', 'eva-heslo', 'e5a0'.repeat(10), '507', {
    staticLogin: true,
  }),
  person('dana.dotted.name', 'Dana Horáková', 'dana-heslo', 'da2a'.repeat(10), '508', {
    profile: 'profiles_inbound.only',
  }),
  person('filip', 'Filip Malý', 'filip-heslo', 'f111'.repeat(10), '509', {
    profile: 'profiles_free',
    dynamicDevice: true,
  }),
];

/** Agent number `n` of a crowd: `agent0001` / `agent0001-heslo`, static device of its own. */
export function crowdPerson(n: number): Person {
  const name = `agent${String(n).padStart(4, '0')}`;
  const token = `c0de${String(n).padStart(36, '0')}`;
  return person(name, `Agent ${n}`, `${name}-heslo`, token, String(10_000 + n));
}
