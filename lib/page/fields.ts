import { createReadingRules } from './reading-rules';

const READ_TYPES = new Set(['text', 'tel', 'search', 'number']);
const LONGEST_VALUE = 100;

/** A field whose value may be a number for the card, if it is one: never a password or a long text. */
export function fieldWithText(element: Element): HTMLInputElement | null {
  if (!(element instanceof HTMLInputElement) || !READ_TYPES.has(element.type)) return null;
  const { value, parentElement } = element;
  if (value.length > LONGEST_VALUE || element.dataset.agentWidget === 'off') return null;
  return createReadingRules()(parentElement) ? element : null;
}
