import { countryNamedBy } from './country-names';
import { phrasePattern } from './phrase-pattern';

const MARK = /[\u0300-\u036f]/g;
/** Longer looks back do not make a label. */
const LONGEST_PHRASE = 3;
const LOOKED_AT = 48;
export const CLAUSE_END = /[,;|•·→]/;
const LABEL_START = /[,;|•·→\n\t]/;
const ASCII = /^[\x20-\x7e]*$/;

/** Lower case without diacritics, for people leave them out. Not of the same length as the text. */
export function foldedOf(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(MARK, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');
}

/** Words that say that a number comes and not what it is the number of. */
const NUMBER_WORD =
  /^(?:c|cis|cislo|cisla|cislem|no|nos|nr|num|number|numbers|numer|numeru|numero|nummer|nummern|numar|numarul|szam|szama|szamu|sorszam|sorszama|n)$/;
export const isNumberWord = (word: string) => NUMBER_WORD.test(word);
const LINK_WORD =
  /^(?:je|is|ist|e|este|to|jest|s|z|cu|mit|with|der|die|ma|a|az|pod|unter|at|na|on|la|mea|mele|meu|napr|napriklad|b|np|pl|ex|g|exemplu)$/;
/** Words that a country's name follows to say where something comes from. */
const FROM_WORD = /^(?:ze|zo|from|aus|von|din)$/;

/** Whether a word only leads on to the number; the name of a country tells whose it is, not what. */
function isLink(word: string, next = ''): boolean {
  if (LINK_WORD.test(word) || countryNamedBy(word) !== null) return true;
  return FROM_WORD.test(word) && countryNamedBy(next) !== null;
}

function endsOf(words: readonly string[]): string[] {
  const phrases: string[] = [];
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length -= 1) {
    phrases.push(words.slice(-length).join(' '));
  }
  return phrases;
}

/** The words of the clause that ends in front of a number. */
function wordsOf(before: string): string[] {
  const clause = before.slice(-LOOKED_AT).split(CLAUSE_END).at(-1) ?? '';
  return foldedOf(clause).match(/[a-z\d]+/g) ?? [];
}

/** What leads to a number: phrases that may say what it is the number of, the longest first. */
export interface Lead {
  /** The last words, those before "is", "to" or a country, and those before "number". */
  readonly phrases: readonly string[];
  /** Of these, those before "number" or "No.". */
  readonly numbered: readonly string[];
}

export const NO_LEAD: Lead = { phrases: [], numbered: [] };

export function leadOf(before: string): Lead {
  const words = wordsOf(before);
  const last = words.findLastIndex((word, at) => !isLink(word, words[at + 1]));
  const unlinked = words.slice(0, last + 1);
  const named = unlinked.slice(0, unlinked.findLastIndex((word) => !NUMBER_WORD.test(word)) + 1);
  // "Contacted at no. …" has words of both kinds.
  const main = named.slice(0, named.findLastIndex((word) => !isLink(word)) + 1);
  return {
    phrases: [...new Set([words, unlinked, named, main].flatMap(endsOf))],
    numbered: named.length < unlinked.length ? endsOf(named) : [],
  };
}

/** What stands before the last colon of the clause in front of a number, as `Kontakt: Jana Malá`. */
export function labelOf(before: string): readonly string[] {
  const clause = before.slice(-LOOKED_AT).split(LABEL_START).at(-1) ?? '';
  const colon = clause.lastIndexOf(':');
  return colon === -1 ? [] : endsOf(wordsOf(clause.slice(0, colon)));
}

/** Every phrase of a heading, the longest first. */
export function phrasesOf(heading: string): string[] {
  const words =
    foldedOf(heading)
      .match(/[a-z\d]+/g)
      ?.slice(0, 12) ?? [];
  const phrases: string[] = [];
  for (let length = Math.min(LONGEST_PHRASE, words.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      phrases.push(words.slice(at, at + length).join(' '));
    }
  }
  return phrases;
}

/** Words that lead to phone numbers, in the seven languages. */
const PHONE_WORDS = phrasePattern(
  'tel|tels|telef|telefon*|telefony|telephone*|tlf|phone*|ph|mob|mobil*|mobile*|gsm|cell|cellphone|cells',
  'handy*|rufnummer*|festnetz*|kom|komork*|hivoszam*|kozvetlen|infolin*|hotline|helpline|linka|servicetelefon',
  'zentrale|ustredn*|ustr|pevna|ddi|direct|switchboard|landline|whatsapp|viber|toll free|tel fax|telefon fax|phone fax',
  'my number|(?:moje|me) cislo|meine nummer|moj numer|a szamom|numarul meu|zazvon*|brnkn*|cinkn*|prozvon*',
  'volejte|volat|zavolejte|zavolat|zavolaj*|volajte|vola z|volal|volala|call*|dial|ring|sms|text me',
  'contacta(?:t|re)|contactati*',
  'zadzwon*|dzwon*|oddzwonic|hivj*|hivd|hivas|visszahivni|suna*|sunati|apel*|anrufen|anruf|ruckruf*|rufen sie an',
);
/** Words that lead to phone numbers as well as to other things. */
const PERSON_WORDS = phrasePattern(
  'kontakt*|contact*|caller|callers|volajic*|volajuc*|anrufer*|hivo*|apelant*|dzwoniac*|kapcsolattart*|elerhetoseg*|work|home|private|privat',
  'przychodz*|polaczen*|prichoz*|prichadz*|incoming|outgoing|odchoz*|odchadz*|wychodz*|eingehend*|bejovo|kimeno|primit*|hovor*|pan|pani|panem|manzel*|syn|dcer*|matk*|otec|rodic*|majitel*|jednatel*|recepc*|sekretari*|asistent*|reditel*|ridic|technik*|soused*|wife|husband|owner|manager|reception|assistant|doctor|frau|herr|zona|corka|corke|dcera|wlasciciel*|recepcja|feleseg*|ferj*|tulajdonos*|recepcio|titkarsag|sotie|sotia|sotul|proprietar*|receptie',
);

/** Whether words before digits or over them say that they are a phone number, and how surely. */
export function phoneWordIn(phrases: readonly string[]): 'phone' | 'person' | null {
  if (phrases.some((phrase) => PHONE_WORDS.test(phrase))) return 'phone';
  return phrases.some((phrase) => PERSON_WORDS.test(phrase)) ? 'person' : null;
}

/** Words that may stand right before a phone number and are no name of anything. */
const NEUTRAL_WORDS = phrasePattern(
  'cisl*|number*|nummer*|numer*|numar*|szam*|prosim|please|bitte|prosze|kerem|mam|have|here|zde|tady|tu|nebo|alebo|lub|vagy|oder|also|take|tez|too',
  'pouzijte|zkuste|skuste|try|napis*|pis*|write|irjon|scrie*|from|unter|oder|noch|via|plus|jako|jsem|som|nove|nova|novy|stare|sein|mein*|moje|moja|meu|meul|jeho|jeji|jest|este|hier|tutaj|itt|aici|mail*|email*|dekuj*|diky|danke|thanks|dzieki|koszi|mersi',
  'ahoj|cau|dobry|hallo|hello|szia|buna|salut|czesc|hejka|ubrigens|btw|zapis*|uloz*|save|notier*|notez*|jegyez*|sobie|sob[ei]',
);
/** Whether words between two numbers say nothing new of the second, as "or", "mobile". */
export function isLinkBetween(between: string): boolean {
  const words = foldedOf(between).match(/[a-z]+/g) ?? [];
  return words.every(
    (word) => word.length < 3 || NEUTRAL_WORDS.test(word) || PHONE_WORDS.test(word),
  );
}

/** A word in small letters, though not of a few letters only, with what may follow a label. */
const WORD_BEFORE = /(?:^|\s)(\p{Ll}{4,})[\s:="„(]*$/u;

/** What parts columns of a text. */
const COLUMN_GAP = /(?:\t| {3})$/;

/** Whether a plain word stands right before digits that nothing near says to be a phone number. */
export function isAfterOtherWord(before: string): boolean {
  if (COLUMN_GAP.test(before)) return false;
  const [, word] = WORD_BEFORE.exec(before.slice(-LOOKED_AT)) ?? [];
  if (word === undefined || NEUTRAL_WORDS.test(foldedOf(word))) return false;
  return phoneWordIn(wordsOf(before)) === null;
}
