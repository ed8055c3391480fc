/** One API request as it came, and what became of it. */
export interface RecordedRequest {
  /** Milliseconds of the simulator's clock. */
  at: number;
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  agent: string | null;
  /** Parsed JSON, form fields, or null. */
  body: unknown;
  /** HTTP status; null while open and when cut or aborted. */
  status: number | null;
  outcome: 'open' | 'replied' | 'cut' | 'aborted' | 'failed';
  /** accept-language, content-type, cookie, origin, x-auth-token, x-timezone-client. */
  headers: Record<string, string>;
}

const headersOfInterest = [
  'accept-language',
  'content-type',
  'cookie',
  'origin',
  'x-auth-token',
  'x-timezone-client',
];

export function interestingHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    headersOfInterest.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
