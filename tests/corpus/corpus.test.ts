import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { numbersIn, numbersOfLibrary } from './find-numbers';
import { measure, precisionOf, recallOf } from './score';
import { CORPUS_LANGUAGES, readCorpus } from './snippets';

const LEAST_PRECISION = 99.5;
const LEAST_RECALL = 99;

const corpus = readCorpus();

describe('the corpus', () => {
  it('has at least 750 snippets, none of them twice', () => {
    const keys = corpus.map((snippet) => JSON.stringify({ ...snippet, held: '', style: '' }));
    expect(new Set(keys).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThanOrEqual(750);
  });

  it('has numbers as well as texts without any in every language', () => {
    for (const file of CORPUS_LANGUAGES) {
      const own = corpus.filter((snippet) => snippet.file === file);
      expect(own.filter(({ numbers }) => numbers.length > 0).length).toBeGreaterThan(40);
      expect(own.filter(({ numbers }) => numbers.length === 0).length).toBeGreaterThan(40);
    }
  });

  it('labels only what stands in the text and what the numbering plans know', () => {
    for (const { text, numbers } of corpus) {
      for (const number of numbers) {
        expect(text).toContain(number.text);
        expect(parsePhoneNumberFromString(number.number)?.isValid(), number.number).toBe(true);
      }
    }
  });
});

describe('the numbers found in the corpus', () => {
  const { score } = measure(corpus, numbersIn);

  it('are numbers, in at least 99.5 of 100 cases', () => {
    expect(precisionOf(score)).toBeGreaterThanOrEqual(LEAST_PRECISION);
  });

  it('are at least 99 of 100 that a person would dial', () => {
    expect(recallOf(score)).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it.each(CORPUS_LANGUAGES)('in %s are as right and complete as in all languages', (file) => {
    const own = measure(
      corpus.filter((snippet) => snippet.file === file),
      numbersIn,
    );
    const faults = JSON.stringify(own.faults);
    expect(precisionOf(own.score), faults).toBeGreaterThanOrEqual(LEAST_PRECISION);
    expect(recallOf(own.score), faults).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('are more, and more often right, than those of the library alone', () => {
    // The library is not asked for the place, nor for extensions of these languages.
    const library = measure(corpus, numbersOfLibrary, 'number').score;
    const ours = measure(corpus, numbersIn, 'number').score;
    expect(precisionOf(ours)).toBeGreaterThan(precisionOf(library));
    expect(recallOf(ours)).toBeGreaterThan(recallOf(library));
  });
});
