import { numbersIn, numbersOfLibrary } from './find-numbers';
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
  ...(['first', 'second', 'third'] as const).map((held) =>
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
