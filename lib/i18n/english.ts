import en from './locales/en.json';
import { type Words, wordsOf } from './words';

/** For those who must be able to speak before they could read a file. */
export const ENGLISH: Words = wordsOf('en', en);
