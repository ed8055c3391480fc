import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorMessagesOf, errorPartOf, isError, refusalPartOf } from '@/lib/daktela/error-messages';

it.each<[string, unknown, string[]]>([
  ['a list of texts', ['One', 'Two'], ['One', 'Two']],
  ['a text', 'One', ['One']],
  ['a form', { form: { title: 'Required' } }, ['title: Required']],
  ['several texts of a field', { form: { title: ['A', 'B'] } }, ['title: A', 'title: B']],
  ['a form in a form', { form: { customFields: { email: ['Wrong'] } } }, ['email: Wrong']],
  [
    'a form whose fields are named as parts of an error are',
    { form: { title: 'Long', message: ['Short'], text: 'Odd', code: 'Wrong' } },
    ['title: Long', 'message: Short', 'text: Odd', 'code: Wrong'],
  ],
  [
    'primary texts beside a form',
    { primary: ['No device'], form: { number: 'Wrong' } },
    ['No device', 'number: Wrong'],
  ],
  ['primary texts alone', { primary: ['No device'] }, ['No device']],
  [
    'leaves of any type, words first,',
    { bool: true, off: false, int: 1, map: { inner: 'x' }, list: ['y', 2] },
    ['inner: x', 'list: y', 'bool', 'int: 1', 'list: 2'],
  ],
  ['a message with a code', { message: 'Broken', code: 17 }, ['Broken']],
  [
    'violations',
    [{ propertyPath: 'number', message: 'Short', code: 'x' }, { message: 'Late' }],
    ['number: Short', 'Late'],
  ],
  ['a list as an object with numbers for keys', { 0: 'One', 1: 'Two' }, ['One', 'Two']],
])('%s becomes plain sentences', (_, error, messages) => {
  expect(errorMessagesOf(error)).toEqual(messages);
});

it.each([[null], [undefined], [[]], [{}], [''], ['  '], [false], [{ form: [], primary: {} }]])(
  'an error that is empty as %j says nothing',
  (error) => {
    expect(errorMessagesOf(error)).toEqual([]);
    expect(isError(error)).toBe(false);
  },
);

it.each([[true], [['x']], ['x'], [1], [0], [{ form: { a: [null, 'x'] } }], [{ a: { b: true } }]])(
  'an error of %j is one even if it has no words',
  (error) => {
    expect(isError(error)).toBe(true);
  },
);

it('the same sentence is said once', () => {
  expect(errorMessagesOf({ primary: ['No device'], form: ['No device'] })).toEqual(['No device']);
});

it('a flood of sentences is cut to five', () => {
  const many = Array.from({ length: 40 }, (_, index) => `Error ${index}`);
  expect(errorMessagesOf(many)).toEqual(many.slice(0, 5));
});

it('an endless sentence is cut to 300 characters with an ellipsis', () => {
  const [message] = errorMessagesOf('x'.repeat(5_000));
  expect(message).toHaveLength(300);
  expect(message?.endsWith('x…')).toBe(true);
});

it('a secret that the server quotes is left out before a long text is cut', () => {
  const text = `${'x'.repeat(295)}secret-token`;
  expect(errorMessagesOf(['Token secret-token is old', text], 'secret-token')).toEqual([
    'Token … is old',
    `${'x'.repeat(295)}…`,
  ]);
});

it.each([
  ['error', { error: ['x'] }, ['x']],
  ['errors', { errors: ['x'] }, ['x']],
  ['errors beside an error of null', { error: null, errors: ['x'] }, ['x']],
  ['violations', { violations: ['x'] }, ['x']],
  ['errors beside an error that is empty', { error: [], errors: ['x'] }, ['x']],
  ['no name it is known by', { result: ['x'] }, null],
])('the error of a body is found under %s', (_, body, part) => {
  expect(errorPartOf(body)).toEqual(part);
});

it.each([
  ['its error rather than anything else', { error: ['x'], message: 'y' }, ['x']],
  ['a message beside an empty error', { error: [], message: 'y' }, 'y'],
  ['the detail of a problem', { type: 'about:blank', title: 'No', detail: 'Gone' }, 'Gone'],
  ['the title of a problem without one', { type: 'about:blank', title: 'No' }, 'No'],
])('a refusal speaks by %s', (_, body, part) => {
  expect(refusalPartOf(body)).toEqual(part);
});

it.each([[null], ['text'], [[]], [7]])('a body of %j holds no error', (body) => {
  expect(errorPartOf(body)).toBeNull();
});

it('any error becomes at most five short texts and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (error) => {
      const messages = errorMessagesOf(error);
      expect(messages.length).toBeLessThanOrEqual(5);
      for (const message of messages) expect(message.length).toBeLessThanOrEqual(300);
      expect(messages.length === 0 || isError(error)).toBe(true);
    }),
  );
});
