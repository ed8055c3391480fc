import { describe, expect, it } from 'vitest';
import { createDaktelaClient } from '@/lib/daktela/client';
import { type Failure, failureKindOf, failureOf } from '@/lib/daktela/failure';
import { createScenario, tokenOf } from '../../simulator/scenario';
import { type Switches, switchTable } from '../../simulator/switches';

/** Every shape of an error body with every status, as the client meets them (fact sheet 1.7 and 7). */
const SHAPES = switchTable.errorShape.allowed ?? [];
const SPEAKING = SHAPES.filter((shape) => shape !== 'html' && shape !== 'empty');
const STATUSES = [400, 401, 403, 404, 405, 408, 409, 422, 429, 500, 502, 503, 504];

type ErrorShape = Switches['errorShape'];

function aClient(errorShape: ErrorShape, language = 'en') {
  const { clock, simulator } = createScenario({ errorShape });
  const client = createDaktelaClient(
    {
      origin: 'http://daktela.test',
      clock,
      language,
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
    },
    tokenOf('anna.novakova'),
  );
  return { client, faults: simulator.faults };
}

async function failed(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => new Error('It succeeded'),
    (thrown: unknown) => thrown,
  );
  return failureOf(error);
}

describe.each(SPEAKING)('an error in the shape %s', (errorShape) => {
  it.each(STATUSES)('is told in the words of the server with status %i', async (status) => {
    const { client, faults } = aClient(errorShape);
    faults.add({ kind: 'status', status, message: 'Pauza je vyčerpaná' });
    const { kind, messages } = await failed(client.startPause('lunch'));
    expect(kind).toBe(failureKindOf(status));
    expect(messages[0]).toContain('Pauza je vyčerpaná');
    expect(messages.join()).not.toMatch(/object Object/);
  });

  it.each([
    ['en', 'Number is required'],
    ['cs-CZ,cs;q=0.9,en;q=0.5', 'Číslo je povinné'],
  ])('speaks the language %s', async (language, words) => {
    const { client } = aClient(errorShape, language);
    const { messages } = await failed(client.dial('', null));
    expect(messages.join()).toContain(words);
  });
});

it.each(['form', 'formText', 'formDeep', 'violations'] as const)(
  'the field is named by the shape %s',
  async (errorShape) => {
    const { messages } = await failed(aClient(errorShape).client.dial('', null));
    expect(messages).toEqual(['number: Number is required']);
  },
);

it.each(['html', 'empty'] as const)('a body of %s says nothing, with any status', async (shape) => {
  for (const status of STATUSES) {
    const { client, faults } = aClient(shape);
    faults.add({ kind: 'status', status });
    expect(await failed(client.endPause())).toEqual({ kind: failureKindOf(status), messages: [] });
  }
});
