/**
 * Where a person goes on with an activity in Daktela's own application: its ticket, the one address
 * that is known for certain (fact sheet 1.1), else the front page.
 */
export function webPageOf(origin: string, ticket: string | null): string {
  return ticket === null ? `${origin}/` : `${origin}/tickets/update/${encodeURIComponent(ticket)}`;
}
