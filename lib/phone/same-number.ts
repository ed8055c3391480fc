/** Two numbers of which the longer ends in the shorter are one, if that is at least as long as this. */
const SUBSCRIBER = 7;
/** More than a prefix for an outside line and a country's own code together. */
const LONGEST_PREFIX = 7;

function bare(number: string): string {
  return number.replace(/[^\d*#]/g, '').replace(/^0+/, '');
}

/** Whether both are one and the same number, with and without prefixes: `+420777123456`, `0777 123 456`. */
export function isSameNumber(a: string, b: string): boolean {
  const [short = '', long = ''] = [bare(a), bare(b)].sort((x, y) => x.length - y.length);
  if (short === long) return short !== '';
  return (
    short.length >= SUBSCRIBER &&
    long.length - short.length <= LONGEST_PREFIX &&
    long.endsWith(short)
  );
}
