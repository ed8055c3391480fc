const languageOf = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];

/**
 * A voice that speaks on this computer, of the language if there is one. Other voices send what they
 * say to whoever made them, and who calls is none of their business. Null when there is none.
 */
export function localVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | null {
  const local = voices.filter(({ localService }) => localService);
  const speaks = ({ lang }: SpeechSynthesisVoice) => languageOf(lang) === languageOf(language);
  return local.find(speaks) ?? local.find((voice) => voice.default) ?? local[0] ?? null;
}
