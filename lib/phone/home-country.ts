/** Browsers ask for these whoever uses them, so they tell nothing of where that is. */
const SAYS_NOTHING = /^en(?:-us)?$/i;
/** Where Daktela comes from and most of its agents are. */
const FALLBACK = 'CZ';

function regionOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().region ?? null;
  } catch {
    return null;
  }
}

/**
 * ISO code of the country whose numbers are written without a prefix: the one chosen, else that of
 * the browser's languages.
 * @param browserLanguages language tags, the most wanted first
 */
export function homeCountry(chosen: string | null, browserLanguages: readonly string[]): string {
  const telling = browserLanguages.find((tag) => !SAYS_NOTHING.test(tag));
  return chosen ?? (telling === undefined ? null : regionOf(telling)) ?? FALLBACK;
}
