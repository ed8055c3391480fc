import type { RecognisedNumber } from '@/lib/messages/reply';
import type { FoundNumber } from './found-numbers';

/** A number of the page that a card can be opened for. */
export interface CardTarget {
  /** What the background is asked to dial; it knows how the agent wants numbers dialled. */
  readonly dial: string;
  readonly country: string | null;
  readonly extension: string | null;
  /** As it stands in the text; null where the page itself says by a link that it is a phone number. */
  readonly written: string | null;
  /** Where it stands; also what tells two places of the same number apart. */
  readonly anchor: Range | Element;
}

export function targetOfFound({ range, dial, country, extension }: FoundNumber): CardTarget {
  return { dial, country, extension, written: range.toString(), anchor: range };
}

export function targetOfField(
  field: HTMLInputElement | HTMLTextAreaElement,
  { start, end, dial, country, extension }: RecognisedNumber,
): CardTarget {
  return { dial, country, extension, written: field.value.slice(start, end), anchor: field };
}
