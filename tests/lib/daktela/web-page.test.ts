import { expect, it } from 'vitest';
import { webPageOf } from '@/lib/daktela/web-page';

const ORIGIN = 'https://company.daktela.com';

it('an activity with a ticket is opened at its ticket', () => {
  expect(webPageOf(ORIGIN, '9673')).toBe('https://company.daktela.com/tickets/update/9673');
});

it('an activity without a ticket is opened at the front page', () => {
  expect(webPageOf(ORIGIN, null)).toBe('https://company.daktela.com/');
});

it.each(['//evil.example', '../../logout', '?a=1#b', 'a b'])(
  'the ticket %j stays one part of the path of the same host',
  (ticket) => {
    const url = new URL(webPageOf(ORIGIN, ticket));
    expect(url.origin).toBe(ORIGIN);
    expect(url.pathname.split('/')).toHaveLength(4);
    expect(url.search + url.hash).toBe('');
  },
);
