import type { FoundNumber } from '@/lib/page/found-numbers';

/** A number found in all of an element's text, or in the part given. */
export function aFoundNumber(
  element: Node,
  { start, end, ...changes }: Partial<FoundNumber> & { start?: number; end?: number } = {},
): FoundNumber {
  const range = document.createRange();
  const text = element.firstChild;
  if (text && start !== undefined && end !== undefined) {
    range.setStart(text, start);
    range.setEnd(text, end);
  } else {
    range.selectNodeContents(text ?? element);
  }
  const number = '+420777123456';
  return { range, number, dial: number, country: 'CZ', extension: null, ...changes };
}
