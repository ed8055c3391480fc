/** `a*|b c` as an expression for a whole phrase; a star stands for any letters, a plus for two or more. */
export function phrasePattern(...alternatives: readonly string[]): RegExp {
  const source = alternatives.join('|').replaceAll('*', '[a-z]*').replaceAll('+', '[a-z]{2,}');
  return new RegExp(`^(?:${source})$`);
}
