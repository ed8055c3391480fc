import { type Asked, type FoundNumber, numbersIn, numbersOfLibrary } from './find-numbers';
import { MATCHER_CASES, MATCHER_CONTEXTS, MATCHER_NUMBERS } from './matcher-cases';
import { measure, precisionOf, recallOf } from './score';
import { CORPUS_LANGUAGES, type PlacedSnippet, readCorpus } from './snippets';

const corpus = readCorpus();

function rowOf(name: string, snippets: readonly PlacedSnippet[]) {
  const { score } = measure(snippets, numbersIn);
  const library = measure(snippets, numbersOfLibrary, 'number').score;
  const percent = (value: number) => `${value.toFixed(2)} %`;
  return {
    part: name,
    snippets: score.snippets,
    numbers: score.found + score.missed,
    wrong: score.wrong,
    missed: score.missed,
    precision: percent(precisionOf(score)),
    recall: percent(recallOf(score)),
    'precision of the library': percent(precisionOf(library)),
    'recall of the library': percent(recallOf(library)),
  };
}

console.table([
  ...CORPUS_LANGUAGES.map((file) =>
    rowOf(
      file,
      corpus.filter((snippet) => snippet.file === file),
    ),
  ),
  ...(
    ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'] as const
  ).map((held) =>
    rowOf(
      `held back, ${held}`,
      corpus.filter((snippet) => snippet.held === held),
    ),
  ),
  rowOf('all', corpus),
]);
for (const { snippet, wrong, missed } of measure(corpus, numbersIn).faults) {
  console.log(`${snippet.file} ${JSON.stringify(snippet.text)}`, { wrong, missed });
}

type Find = (asked: Asked) => readonly FoundNumber[];

function passesOf(find: Find) {
  const single = MATCHER_CASES.filter(
    (one) => JSON.stringify(find(one).map(({ text }) => text)) === JSON.stringify(one.finds),
  );
  const inContext = MATCHER_NUMBERS.flatMap(({ text, country }) =>
    MATCHER_CONTEXTS.filter(({ difference }) => difference === undefined).map(
      ({ before, after }) => find({ text: before + text + after, country })[0]?.text === text,
    ),
  );
  return {
    'single cases': `${single.length} of ${MATCHER_CASES.length}`,
    'numbers in context': `${inContext.filter(Boolean).length} of ${inContext.length}`,
  };
}

console.table({ ours: passesOf(numbersIn), library: passesOf(numbersOfLibrary) });
