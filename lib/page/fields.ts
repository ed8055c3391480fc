import { createReadingRules } from './reading-rules';

const READ_TYPE = /^(text|tel|search|number)$/;
const LONGEST_VALUE = 100;

/** A field whose value may be a number for the card, if it is one: never a password or a long text. */
export function fieldWithText(element: Element): HTMLInputElement | null {
  return element instanceof HTMLInputElement &&
    READ_TYPE.test(element.type) &&
    element.value.length <= LONGEST_VALUE &&
    createReadingRules()(element)
    ? element
    : null;
}
