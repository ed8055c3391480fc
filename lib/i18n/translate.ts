import type en from './locales/en.json';

/** A text, or one text for each plural form its language has (`Intl.PluralRules`), chosen by `count`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A date is put into the text as its time of day. */
export type Params = Readonly<Record<string, string | number | Date>>;

/** Turns a key of a set of messages into a text. */
export type TranslateFor<Key extends string> = (key: Key, params?: Params) => string;

/** The English file says which texts there are; every other language has the same keys. */
export type MessageKey = keyof typeof en;
export type Translate = TranslateFor<MessageKey>;

export function createTranslate<Key extends string>(
  locale: string,
  messages: Readonly<Partial<Record<Key, Message>>>,
): TranslateFor<Key> {
  const plural = new Intl.PluralRules(locale);
  const numberFormat = new Intl.NumberFormat(locale);
  const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (key, params = {}) => {
    // A text that is missing is better shown by its key than not at all.
    const message: Message = messages[key] ?? key;
    const text =
      typeof message === 'string'
        ? message
        : (message[plural.select(Number(params.count))] ?? message.other ?? '');
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      if (value instanceof Date) return timeFormat.format(value);
      return typeof value === 'number' ? numberFormat.format(value) : (value ?? '');
    });
  };
}
