import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRequest, type Request } from '@/lib/messages/protocol';
import { aQuestion } from '../../support/questions';

const byPassword = {
  type: 'session.signIn',
  method: 'password',
  address: 'company.daktela.com',
  username: 'anna',
  password: 'secret',
  stay: true,
} satisfies Request;
const byToken = {
  type: 'session.signIn',
  method: 'token',
  address: 'company.daktela.com',
  token: 't'.repeat(8_000),
  stay: false,
} satisfies Request;

const recogniseWith = (questions: unknown) => ({ type: 'recognise', language: '', questions });
const many = Array.from({ length: 201 }, () => '1');

const forPages: Request[] = [
  { type: 'dial', id: 'd1', text: '+420 600 111 222' },
  { type: 'plan', text: '600 111 222' },
  { type: 'recognise', language: 'cs', questions: [aQuestion('600 111 222'), aQuestion('')] },
  { type: 'words' },
  { type: 'teach', text: '600 111 222', as: 'notPhone' },
];

const forOwnPages: Request[] = [
  byPassword,
  byToken,
  { type: 'session.cancelSignIn' },
  { type: 'session.signOut' },
  { type: 'session.hurry' },
  { type: 'agent.ready', device: null },
  { type: 'agent.ready', device: { name: '305', title: null, model: 'sipDevices' } },
  { type: 'agent.unready' },
  { type: 'pause.start', pause: 'lunch' },
  { type: 'pause.end' },
  { type: 'devices.load' },
  { type: 'activity.accept', activity: 'a', device: null },
  { type: 'activity.accept', activity: 'a', device: '305' },
  { type: 'activity.reject', activity: 'a' },
  { type: 'activity.hangUp', activity: 'a' },
  { type: 'activity.close', activity: 'a', statuses: [] },
  { type: 'activity.close', activity: 'a', statuses: ['s1'] },
  { type: 'notice.dismiss' },
  { type: 'announcements.dismiss', announcements: ['a'] },
];

const titled = (requests: Request[]) =>
  requests.map((request) => [`${request.type} ${Object.keys(request).length}`, request] as const);

it.each(titled([...forPages, ...forOwnPages]))(
  "the extension's own pages may ask for %s",
  (_, request) => {
    expect(decodeRequest(request, 'extension')).toEqual(request);
  },
);

it.each(titled(forPages))('a page may ask for %s', (_, request) => {
  expect(decodeRequest(request, 'page')).toEqual(request);
});

it.each(titled(forOwnPages))('a page may not ask for %s', (_, request) => {
  expect(decodeRequest(request, 'page')).toBeNull();
});

const without = (request: Request, key: string) =>
  Object.fromEntries(Object.entries(request).filter(([name]) => name !== key));

const incomplete = [...forPages, ...forOwnPages].flatMap((request) =>
  Object.keys(request).map((key) => [request.type, key, without(request, key)] as const),
);

it.each(incomplete)('%s without %s is refused', (_type, _key, message) => {
  expect(decodeRequest(message, 'extension')).toBeNull();
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'dial'],
  ['a list', ['dial']],
  ['an empty object', {}],
  ['an unknown type', { type: 'session.stealToken' }],
  ['a type that every object has', { type: 'constructor' }],
  ['a type that is an object', { type: { toString: () => 'dial' }, id: 'd', text: '1' }],
  ['a number as text', { type: 'dial', id: 'd', text: 600111222 }],
  ['an empty number', { type: 'dial', id: 'd', text: '' }],
  ['an empty queue', { type: 'dial', id: 'd', text: '1', queue: '' }],
  ['a plan for nothing', { type: 'plan', text: '' }],
  ['an empty id', { type: 'dial', id: '', text: '1' }],
  ['questions that are no list', recogniseWith('1')],
  ['questions with something else', recogniseWith([aQuestion('1'), null])],
  ['a question without its text', recogniseWith([{ label: '', inColumnOfOneShape: false }])],
  ['a number too long', { type: 'dial', id: 'd', text: '1'.repeat(501) }],
  ['an id too long', { type: 'dial', id: 'd'.repeat(501), text: '1' }],
  ['a question too long', recogniseWith([aQuestion('1'.repeat(501))])],
  ['a label too long', recogniseWith([aQuestion('1', { label: '1'.repeat(501) })])],
  ['a language too long', { type: 'recognise', language: 'c'.repeat(41), questions: [] }],
  ['too many questions', recogniseWith(many.map((text) => aQuestion(text)))],
])('%s is refused, whoever sends it', (_, message) => {
  expect([decodeRequest(message, 'page'), decodeRequest(message, 'extension')]).toEqual([
    null,
    null,
  ]);
});

it.each<[string, unknown]>([
  ['a token too long', { ...byToken, token: 't'.repeat(8_001) }],
  ['a password too long', { ...byPassword, password: 'p'.repeat(501) }],
  ['a device without a model', { type: 'agent.ready', device: { name: '305', title: null } }],
  ['a device that is a name', { type: 'agent.ready', device: '305' }],
  ['statuses that are no list', { type: 'activity.close', activity: 'a', statuses: 's1' }],
  ['too many statuses', { type: 'activity.close', activity: 'a', statuses: many }],
  ['an activity that is an object', { type: 'activity.reject', activity: { name: 'a' } }],
])("%s is refused from the extension's own pages too", (_, message) => {
  expect(decodeRequest(message, 'extension')).toBeNull();
});

it('a page may name the queue to call through', () => {
  const message = { type: 'dial', id: 'd', text: '1', queue: '4001' };
  expect(decodeRequest(message, 'page')).toEqual(message);
});

it('what a message holds besides is left behind', () => {
  const message = {
    type: 'dial',
    id: 'd',
    text: '1',
    next: 'session.signOut',
    sender: 'extension',
  };
  expect(decodeRequest(message, 'page')).toEqual({ type: 'dial', id: 'd', text: '1' });
});

it.each([
  '{"type":"dial","id":"d","text":"1","__proto__":{"polluted":true}}',
  '{"type":"dial","id":"d","text":"1","constructor":{"prototype":{"polluted":true}}}',
])('a message that reaches for the prototype changes none: %s', (json) => {
  const request = decodeRequest(JSON.parse(json), 'page');
  expect(Object.keys(request ?? {})).toEqual(['type', 'id', 'text']);
  expect(request).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
});

it('whatever a page sends, nothing but dial, plan, recognise, words and teach comes of it', () => {
  const type = fc.constantFrom(...[...forPages, ...forOwnPages].map((request) => request.type));
  const messageLike = fc.record(
    {
      type,
      id: fc.string(),
      text: fc.string(),
      as: fc.constantFrom('phone', 'notPhone'),
      language: fc.string(),
      questions: fc.array(fc.string().map((text) => aQuestion(text))),
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), messageLike), (message) => {
      const request = decodeRequest(message, 'page');
      expect(['dial', 'plan', 'recognise', 'words', 'teach', undefined]).toContain(request?.type);
    }),
  );
});
