/** What stands around digits and says that they are no phone number. */
export interface ContextRule {
  readonly name: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Checked one by one against the text before and after a match; the first that fits decides. */
export const CONTEXT_RULES: readonly ContextRule[] = [
  { name: 'hash sign', before: /#\s?$/ },
  { name: 'currency before', before: /(?:kč|czk|eur|usd|gbp|pln|huf|ron|[€$£])\s?$/i },
  { name: 'currency after', after: /^\s?(?:,-|kč|czk|eur|usd|gbp|pln|zł|huf|ft|ron|lei|[€$£])/i },
  { name: 'company or tax id', before: /(?:ičo?|dič|ič dph|vat|nip|regon|ust-?id)\s?[.:]?\s?$/i },
  {
    name: 'order or document number',
    before:
      /(?:order|invoice|ticket|objednávk\p{L}*|faktur\p{L}*|smlouv\p{L}*|zakázk\p{L}*|bestellung|rechnung|zamówieni\p{L}*)\s?(?:no\.?|nr\.?|č\.?|číslo|id)?\s?[.:]?\s?$/iu,
  },
  { name: 'variable symbol', before: /(?:vs|variable symbol|variabilní symbol)\s?[.:]?\s?$/i },
  { name: 'numbered item', before: /(?:^|\s)(?:no|nr|č|id)\.?\s?[.:]?\s?$/i },
  { name: 'account number', after: /^\s?\/\d{4}\b/ },
  { name: 'bank account', before: /\b[A-Z]{2}\d{2}(?:\s?\d{4})*\s?$/ },
  { name: 'fax', before: /\bfax\.?\s?[.:]?\s?$/i },
];

/** The rule that speaks against a match, or null when none does. */
export function ruleAgainst(before: string, after: string): ContextRule | null {
  return (
    CONTEXT_RULES.find(
      (rule) => (rule.before?.test(before) ?? false) || (rule.after?.test(after) ?? false),
    ) ?? null
  );
}
