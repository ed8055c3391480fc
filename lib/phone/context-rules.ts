/** What stands around digits and says that they are no phone number. */
export interface ContextRule {
  readonly name: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Checked one by one against the text before and after a match; the first that fits decides. */
export const CONTEXT_RULES: readonly ContextRule[] = [
  { name: 'hash sign', before: /#\s?$/ },
  {
    name: 'currency before',
    before: /(?:(?<!\p{L})(?:kč|czk|eur|usd|gbp|pln|huf|ron)|[€$£])\s?$/iu,
  },
  {
    name: 'currency after',
    after: /^\s?(?:,-|(?:kč|czk|eur|usd|gbp|pln|zł|huf|ft|ron|lei)(?!\p{L})|[€$£])/iu,
  },
  {
    name: 'company or tax id',
    before: /(?<!\p{L})(?:ičo?|dič|ič dph|vat|nip|regon|ust-?id)\s?[.:]?\s?$/iu,
  },
  {
    name: 'order or document number',
    before:
      /(?<!\p{L})(?:order|invoice|ticket|objednávk\p{L}*|faktur\p{L}*|smlouv\p{L}*|zakázk\p{L}*|bestellung|rechnung|zamówieni\p{L}*)\s?(?:no\.?|nr\.?|č\.?|číslo|id)?\s?[.:]?\s?$/iu,
  },
  {
    name: 'variable symbol',
    before: /(?<!\p{L})(?:vs|variable symbol|variabilní symbol)\s?[.:]?\s?$/iu,
  },
  {
    name: 'numbered item',
    before: /(?<!\b(?:tel|phone|mob|gsm)\p{L}{0,6}[.:]?)(?:^|\s)(?:no|nr|č|id)\.?\s?[.:]?\s?$/iu,
  },
  { name: 'account number', after: /^\s?\/\d{4}\b/ },
  { name: 'bank account', before: /\b[A-Z]{2}\d{2}(?:\s?\d{4})*\s?$/ },
  { name: 'fax', before: /\b(?:tele)?fax\.?\s?[.:]?\s?$/i },
];

/** No rule looks further, however long the text. */
const LOOKED_AT = 64;

/** The rule that speaks against a match, or null when none does. */
export function ruleAgainst(before: string, after: string): ContextRule | null {
  const left = before.slice(-LOOKED_AT);
  const right = after.slice(0, LOOKED_AT);
  return (
    CONTEXT_RULES.find(
      (rule) => (rule.before?.test(left) ?? false) || (rule.after?.test(right) ?? false),
    ) ?? null
  );
}
