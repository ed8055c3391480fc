import { describe, expect, it } from 'vitest';
import { screenPopDue } from '@/lib/agent/screen-pop';
import type { AgentState } from '@/lib/agent/state';
import { createNumberForms } from '@/lib/phone/number-forms';
import { DEFAULT_SCREEN_POP, type ScreenPopSettings } from '@/lib/settings/screen-pop';
import {
  aChannel,
  anActivity,
  anEmail,
  anOpenCall,
  aState,
  COLLEAGUE,
  NOW_MS,
} from '../../support/builders';

const formsOf = createNumberForms('CZ');
const CRM: Pick<ScreenPopSettings, 'contact' | 'search' | 'unknown'> = {
  contact: 'https://crm.example/contacts/{contact}',
  search: 'https://crm.example/search?q={number}',
  unknown: 'https://crm.example/new?queue={queue}',
};
const JANA = { name: 'contact_1', title: 'Jana Dvořáková' };
const RINGING = aState({ activities: [anActivity()] });
const TALKING = aState({ activities: [anOpenCall()] });

interface Case {
  readonly done?: readonly string[];
  readonly nowMs?: number;
}

function due(state: AgentState, settings: Partial<ScreenPopSettings>, asked: Case = {}) {
  const chosen = { ...DEFAULT_SCREEN_POP, ...CRM, ...settings };
  return screenPopDue(state, chosen, asked.done ?? [], formsOf, asked.nowMs ?? NOW_MS);
}

const dialled = (channel: Parameters<typeof aChannel>[0]) =>
  aState({ activities: [anOpenCall({ direction: 'out', channels: [aChannel(channel)] })] });

describe('the moment', () => {
  it('of the first ring is when the call rings at the agent', () => {
    expect(due(RINGING, { in: 'ring' })).toEqual({
      activity: 'activities_1.1',
      url: 'https://crm.example/search?q=%2B420600111222',
    });
  });

  it('of the answer is not yet there while it rings', () => {
    expect(due(RINGING, { in: 'answer' })).toBeNull();
  });

  it.each(['ring', 'answer'] as const)('%s has come when the call is talked', (moment) => {
    expect(due(TALKING, { in: moment })).not.toBeNull();
  });

  it('off never comes', () => {
    expect(due(RINGING, { in: 'off', out: 'ring' })).toBeNull();
    expect(due(TALKING, { in: 'off', out: 'answer' })).toBeNull();
  });

  it('of the answer has come for a call taken of whose legs the server says nothing', () => {
    const state = aState({ activities: [anOpenCall({ channels: null })] });
    expect(due(state, { in: 'answer' })).not.toBeNull();
  });

  it('is chosen for dialled calls by themselves', () => {
    const ringing = dialled({ state: 'Ringing', speakingSinceMs: null });
    expect(due(ringing, { out: 'ring' })).not.toBeNull();
    expect(due(ringing, { out: 'answer', in: 'ring' })).toBeNull();
    expect(due(dialled({ state: 'Speaking' }), { out: 'answer' })).not.toBeNull();
  });

  it('never comes for a call within the house', () => {
    const state = aState({ activities: [anActivity({ direction: 'internal' })] });
    expect(due(state, { in: 'ring', out: 'ring' })).toBeNull();
  });
});

describe('nothing is opened', () => {
  it('for what is no call', () => {
    expect(due(aState({ activities: [anEmail()] }), { in: 'ring' })).toBeNull();
  });

  it.each([null, COLLEAGUE])('for a call that does not ring at the agent', (user) => {
    expect(due(aState({ activities: [anActivity({ user })] }), { in: 'ring' })).toBeNull();
  });

  it('for a call whose page was opened', () => {
    expect(due(RINGING, { in: 'ring' }, { done: ['activities_1.1'] })).toBeNull();
  });

  it('by a state that is not confirmed, as after a sleep', () => {
    expect(due(RINGING, { in: 'ring' }, { nowMs: NOW_MS + 31_000 })).toBeNull();
  });

  it('for a call that is over', () => {
    const channels = [aChannel({ state: 'Closed', closedAtMs: NOW_MS })];
    const state = aState({ activities: [anOpenCall({ channels })] });
    expect(due(state, { in: 'ring' })).toBeNull();
  });

  it('for a call that has been talked for minutes, when the browser is started anew say', () => {
    const channels = [aChannel({ speakingSinceMs: NOW_MS - 61_000 })];
    const state = aState({ activities: [anOpenCall({ channels })] });
    expect(due(state, { in: 'answer' })).toBeNull();
  });

  it('by templates that are not fit for use', () => {
    const broken = { contact: 'https://{name}', search: 'javascript:alert({number})', unknown: '' };
    expect(due(RINGING, { in: 'ring', ...broken })).toBeNull();
  });
});

describe('the page', () => {
  const pageFor = (activity: Parameters<typeof anActivity>[0], settings = {}) =>
    due(aState({ activities: [anActivity(activity)] }), { in: 'ring', ...settings })?.url;

  it('is the contact’s when Daktela knows the caller', () => {
    expect(pageFor({ contact: JANA })).toBe('https://crm.example/contacts/contact_1');
  });

  it('is the search, which knows of nobody and of several, when it does not', () => {
    expect(pageFor({})).toBe('https://crm.example/search?q=%2B420600111222');
  });

  it.each([null, '', 'anonymous', 'Unknown'])(
    'is the fallback for a hidden caller: %j',
    (number) => {
      expect(pageFor({ number })).toBe('https://crm.example/new?queue=3001');
    },
  );

  it('is the fallback for a number of no plan, unless it is searched as received', () => {
    const search = 'https://crm.example/search?q={number:received}';
    expect(pageFor({ number: '5011' })).toBe('https://crm.example/new?queue=3001');
    expect(pageFor({ number: '5011' }, { search })).toBe('https://crm.example/search?q=5011');
  });

  it('is none for a hidden caller when there is no fallback', () => {
    expect(pageFor({ number: null }, { unknown: '' })).toBeUndefined();
  });

  it('is of the next template when the one before is not filled in', () => {
    expect(pageFor({ contact: JANA }, { contact: '' })).toBe(
      'https://crm.example/search?q=%2B420600111222',
    );
  });
});

it('of two calls the one that is talked comes first, and then the other', () => {
  const ringing = anActivity({ name: 'ringing' });
  const state = aState({ activities: [ringing, anOpenCall({ name: 'talked' })] });
  expect(due(state, { in: 'ring' })?.activity).toBe('talked');
  expect(due(state, { in: 'ring' }, { done: ['talked'] })?.activity).toBe('ringing');
});
