import { expect, it } from 'vitest';
import { reduce } from '@/lib/agent/reduce';
import type { AgentState } from '@/lib/agent/state';
import type { Activity, Channel } from '@/lib/daktela/activity';
import { aChannel, anOpenCall, aState, NOW_MS } from '../../support/builders';

const call = (state: Channel['state']) => anOpenCall({ channels: [aChannel({ state })] });

function pulled(state: AgentState, activities: Activity[] | undefined, afterMs: number) {
  const reply = { hash: 'h', changes: activities === undefined ? {} : { activities } };
  const atMs = NOW_MS + afterMs;
  return reduce(state, { type: 'pulled', reply, complete: false, atMs });
}

const talking = aState({ activities: [call('Speaking')] });
const name = call('Speaking').name;

it('a call is on hold since the pull that showed it go there', () => {
  expect(pulled(talking, [call('On Hold')], 1_000).heldSinceMs).toEqual({ [name]: NOW_MS + 1_000 });
});

it('further pulls do not start the time anew', () => {
  const held = pulled(talking, [call('On Hold')], 1_000);
  expect(pulled(held, [call('On Hold')], 9_000).heldSinceMs).toEqual({ [name]: NOW_MS + 1_000 });
  expect(pulled(held, undefined, 9_000).heldSinceMs).toEqual({ [name]: NOW_MS + 1_000 });
});

it('a call that is taken back and put on hold again starts anew', () => {
  const held = pulled(talking, [call('On Hold')], 1_000);
  const back = pulled(held, [call('Speaking')], 2_000);
  expect(back.heldSinceMs).toEqual({});
  expect(pulled(back, [call('On Hold')], 3_000).heldSinceMs).toEqual({ [name]: NOW_MS + 3_000 });
});

it('nobody knows since when a call is on hold that was met so', () => {
  expect(pulled(aState(), [call('On Hold')], 1_000).heldSinceMs).toEqual({});
});

it('a call that has gone leaves nothing behind', () => {
  const held = pulled(talking, [call('On Hold')], 1_000);
  const gone = { ...held, sendsDeltas: true };
  expect(pulled(gone, [{ ...call('On Hold'), action: 'CLOSE' }], 2_000).heldSinceMs).toEqual({});
});
