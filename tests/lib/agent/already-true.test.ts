import { expect, it } from 'vitest';
import { isAlreadyTrue } from '@/lib/agent/already-true';
import { STALE_AFTER_MS } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Request } from '@/lib/messages/protocol';
import {
  aChannel,
  anActivity,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  COLLEAGUE,
  NOW_MS,
} from '../../support/builders';

const activity = 'activities_1.1';
const accept: Request = { type: 'activity.accept', activity, device: null };
const reject: Request = { type: 'activity.reject', activity };
const hangUp: Request = { type: 'activity.hangUp', activity };
const close: Request = { type: 'activity.close', activity, statuses: [] };
const ready: Request = { type: 'agent.ready', device: null };
const unready: Request = { type: 'agent.unready' };
const lunch: Request = { type: 'pause.start', pause: 'lunch' };
const endPause: Request = { type: 'pause.end' };

const ringing = aState({ activities: [anActivity()] });
const open = aState({ activities: [anOpenCall()] });
const ended = aState({ activities: [anOpenCall({ channels: [aChannel({ state: 'Closed' })] })] });
const gone = aState();
const waiting = aState({ activities: [anActivity({ user: null })] });
const idle = aState();
const session = aState({ extension: anExtension({ state: 'Session' }) });
const onPause = (name: string) =>
  aState({ extension: anExtension({ state: 'Paused', pause: aPause({ name }) }) });

const cases: [string, AgentState, Request, boolean][] = [
  ['accepting what rings', ringing, accept, false],
  ['accepting what is open with me', open, accept, true],
  [
    "accepting a colleague's",
    aState({ activities: [anOpenCall({ user: COLLEAGUE })] }),
    accept,
    false,
  ],
  ['accepting what is gone', gone, accept, false],
  ['rejecting what rings', ringing, reject, false],
  ['rejecting what waits for anybody again', waiting, reject, true],
  ['rejecting what is gone', gone, reject, true],
  ['hanging up while talking', open, hangUp, false],
  ['hanging up when all my legs are closed', ended, hangUp, true],
  [
    'hanging up when no leg is known',
    aState({ activities: [anOpenCall({ channels: null })] }),
    hangUp,
    false,
  ],
  ['closing what is open', ended, close, false],
  ['closing what is gone', gone, close, true],
  ['going ready when idle', idle, ready, true],
  ['going ready when unready', session, ready, false],
  ['going ready on a pause', onPause('lunch'), ready, false],
  ['going unready when unready', session, unready, true],
  ['going unready when idle', idle, unready, false],
  ['starting the pause I am on', onPause('lunch'), lunch, true],
  ['starting another pause', onPause('coffee'), lunch, false],
  ['starting a pause when idle', idle, lunch, false],
  ['ending a pause when idle', idle, endPause, true],
  ['ending a pause when on one', onPause('lunch'), endPause, false],
  ['ending a pause when unready', session, endPause, false],
];

it.each(cases)('%s is known as done or not', (_, state, request, isTrue) => {
  expect(isAlreadyTrue(state, request, NOW_MS)).toBe(isTrue);
});

it.each(cases.filter(([, , , isTrue]) => isTrue))(
  '%s is not believed from a state that nobody has confirmed lately',
  (_, state, request) => {
    expect(isAlreadyTrue(state, request, NOW_MS + STALE_AFTER_MS + 1)).toBe(false);
  },
);

it('an activity that the last reply did not mention is not taken for open', () => {
  expect(isAlreadyTrue({ ...open, unconfirmed: [activity] }, accept, NOW_MS)).toBe(false);
});

it('a dial is never a thing that has already been done', () => {
  const dial: Request = { type: 'dial', id: 'd', text: '+420600111222' };
  expect(isAlreadyTrue(idle, dial, NOW_MS)).toBe(false);
});
