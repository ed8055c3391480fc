import { describe, expect, it } from 'vitest';
import { createDialDesk } from '@/lib/session/dial-desk';
import { DEFAULT_DIALLING, type Dialling } from '@/lib/settings/dialling';
import { aChannel, anOpenCall, aQueue, aState } from '../../support/builders';
import { aQuestion } from '../../support/questions';

const outbound = aQueue({ name: '4001', title: 'Outbound', type: 'out' });
const surveys = aQueue({ name: '4002', title: 'Surveys', type: 'out' });

function desk(changes: Partial<Dialling> = {}, languages: readonly string[] = ['cs']) {
  const dialDesk = createDialDesk(languages);
  dialDesk.use({ ...DEFAULT_DIALLING, ...changes });
  return dialDesk;
}
const call = (number: string, state: 'Ringing' | 'Speaking' | 'Closed') =>
  anOpenCall({ number, direction: 'out', channels: [aChannel({ state })] });

describe('a plan', () => {
  it('says what will be dialled, which number that is and of which country', () => {
    expect(desk().plan(aState(), '777 123 456')).toEqual({
      dial: '+420777123456',
      shown: '+420 777 123 456',
      number: '+420777123456',
      country: 'CZ',
      queues: [],
      queue: null,
      ongoing: null,
    });
  });

  it('is none for a text without a number', () => {
    expect(desk().plan(aState(), 'Jan')).toBeNull();
  });

  it('goes through the only outgoing queue the agent is logged in to', () => {
    const plan = desk().plan(aState({ queues: [aQueue(), outbound] }), '777 123 456');
    expect(plan?.queues).toEqual([{ name: '4001', title: 'Outbound' }]);
    expect(plan?.queue).toBe('4001');
  });

  it.each([
    ['none was chosen', null, null],
    ['one of them was chosen', '4002', '4002'],
    ['one was chosen that the agent has left', '4009', null],
  ])('through several queues, when %s, names %s', (_, chosen, used) => {
    const plan = desk({ queue: chosen }).plan(aState({ queues: [outbound, surveys] }), '777123456');
    expect(plan?.queues.map(({ name }) => name)).toEqual(['4001', '4002']);
    expect(plan?.queue).toBe(used);
  });

  it.each([
    ['Ringing', 'calling'],
    ['Speaking', 'talking'],
    ['Closed', null],
  ] as const)('of a number whose call is %s says: %s', (state, ongoing) => {
    const inCall = aState({ activities: [call('00420777123456', state)] });
    expect(desk().plan(inCall, '777 123 456')?.ongoing).toBe(ongoing);
  });

  it('of a number that nobody is calling says nothing of another call', () => {
    const inCall = aState({ activities: [call('+420605111222', 'Speaking')] });
    expect(desk().plan(inCall, '777 123 456')?.ongoing).toBeNull();
  });
});

describe('settings of dialling', () => {
  it('go for numbers in pages and for plans alike', () => {
    const zeros = desk({ form: 'zeros' });
    const [verdict] = zeros.recognise([aQuestion('Tel. 777 123 456')], '');
    expect(verdict?.numbers).toMatchObject([{ number: '+420777123456', dial: '00420777123456' }]);
    expect(zeros.plan(aState(), 'Tel. 777 123 456')?.dial).toBe('00420777123456');
  });

  it('say of which country numbers without a prefix are', () => {
    const slovak = desk({ country: 'SK' });
    const [verdict] = slovak.recognise([aQuestion('Tel. 0905 123 456')], '');
    expect(verdict?.numbers).toMatchObject([{ dial: '+421905123456', country: 'SK' }]);
  });

  it('say so of callers too, whose numbers a server may tell without their prefix', () => {
    expect(desk({ country: 'SK' }).formsOf('0902 123 456')?.e164).toBe('+421902123456');
  });

  it('without a country go by the languages of the browser', () => {
    expect(desk({}, ['de-AT']).plan(aState(), '0664 1234567')?.country).toBe('AT');
  });

  it('that are the same make no difference', () => {
    const dialDesk = createDialDesk(['cs']);
    expect(dialDesk.use({ ...DEFAULT_DIALLING })).toBe(false);
    expect(dialDesk.use({ ...DEFAULT_DIALLING, form: 'zeros' })).toBe(true);
  });
});
