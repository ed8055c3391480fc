import { expect, it, vi } from 'vitest';
import { type AskRecognise, createVerdicts } from '@/lib/page/verdicts';
import { createDeferred } from '../../support/deferred';
import { aQuestion, aRecognised, aVerdict } from '../../support/questions';

const NUMBER = aVerdict(aRecognised(0, 9, '777123456'));
const answerAll: AskRecognise = async (questions) => questions.map(() => NUMBER);

function setup(ask: AskRecognise = answerAll) {
  const asked = vi.fn(ask);
  const stop = new AbortController();
  const verdicts = createVerdicts(asked, stop.signal);
  const judge = (...texts: readonly string[]) => {
    const judged = vi.fn();
    verdicts.judge(
      texts.map((text) => aQuestion(text)),
      judged,
    );
    return judged;
  };
  const judgeUnder = (label: string, text: string) =>
    verdicts.judge([aQuestion(text, { label })], () => {});
  return { flush: verdicts.flush, clear: verdicts.clear, judge, judgeUnder, asked, stop };
}

const answers = () => new Promise((resolve) => setTimeout(resolve, 0));

it('asks when there is nothing more to come, and tells the verdicts', async () => {
  const { judge, flush, asked } = setup();
  const judged = judge('a', 'b');
  expect(asked).not.toHaveBeenCalled();
  flush();
  await answers();
  expect(judged).toHaveBeenCalledExactlyOnceWith([NUMBER, NUMBER]);
});

it('tells at once what it knows', async () => {
  const { judge, flush, asked } = setup();
  judge('a');
  flush();
  await answers();
  expect(judge('a')).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledTimes(1);
});

it('asks once more for the same text under another label', () => {
  const { judge, flush, asked, judgeUnder } = setup();
  judge('a');
  judgeUnder('Fax', 'a');
  flush();
  expect(asked.mock.calls).toEqual([[[aQuestion('a'), aQuestion('a', { label: 'Fax' })]]]);
});

it('waits for answers that come in two messages', async () => {
  const first = createDeferred<void>();
  let messages = 0;
  const { judge, flush } = setup(async (questions) => {
    messages += 1;
    if (messages === 1) await first.promise;
    return answerAll(questions);
  });
  judge('a');
  flush();
  const both = judge('a', 'b');
  flush();
  await answers();
  expect(both).not.toHaveBeenCalled();
  first.resolve();
  await answers();
  expect(both).toHaveBeenCalledExactlyOnceWith([NUMBER, NUMBER]);
});

it('asks again after everything was forgotten', async () => {
  const { judge, flush, clear, asked } = setup();
  judge('a');
  flush();
  await answers();
  clear();
  judge('a');
  flush();
  await answers();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('takes an answer that did not come for nothing found, and asks again another time', async () => {
  const { judge, flush, asked } = setup(async () => null);
  const judged = judge('a');
  flush();
  await answers();
  expect(judged).toHaveBeenCalledExactlyOnceWith([{ numbers: [], refused: [] }]);
  judge('a');
  flush();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('tells nothing once it is stopped', async () => {
  const { judge, flush, stop } = setup();
  const judged = judge('a');
  flush();
  stop.abort();
  await answers();
  expect(judged).not.toHaveBeenCalled();
});

it('keeps the newest of very many verdicts only', async () => {
  const { judge, flush, asked } = setup();
  for (let at = 0; at < 5_000; at += 1) judge(`text ${at}`);
  flush();
  await answers();
  // However many wait at once, each is asked for once.
  expect(asked).toHaveBeenCalledTimes(25);
  asked.mockClear();
  expect(judge('text 4999')).toHaveBeenCalledTimes(1);
  judge('text 0');
  flush();
  expect(asked).toHaveBeenCalledTimes(1);
});
