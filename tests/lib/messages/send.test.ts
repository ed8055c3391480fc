import { expect, it } from 'vitest';
import { createSend } from '@/lib/messages/send';

const request = { type: 'pause.end' } as const;
const NOBODY = { ok: false, error: { kind: 'internal', messages: [] } };

it('a request is sent as it is and its answer comes back', async () => {
  const sent: unknown[] = [];
  const send = createSend(async (message) => {
    sent.push(message);
    return { ok: true, value: 7 };
  });
  expect(await send<number>(request)).toEqual({ ok: true, value: 7 });
  expect(sent).toEqual([request]);
});

it("a failure comes back with the server's words", async () => {
  const reply = { ok: false, error: { kind: 'refused', messages: ['No device'] } };
  expect(await createSend(async () => reply)(request)).toEqual(reply);
});

it('a background that cannot be reached is a failure like any other', async () => {
  const send = createSend(async () => {
    throw new Error('Could not establish connection. Receiving end does not exist.');
  });
  expect(await send(request)).toEqual(NOBODY);
});

it('a call about which nobody answers may have gone out', async () => {
  const send = createSend(async () => undefined);
  expect(await send({ type: 'dial', id: 'd', text: '777' })).toEqual({
    ok: false,
    error: { kind: 'unknownOutcome', messages: [] },
  });
});

it('a browser that throws instead of rejecting is one too', async () => {
  const send = createSend(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(await send(request)).toEqual(NOBODY);
});

it.each([[undefined], [null], [true], ['ok'], [{}], [[]]])(
  'an answer of %j is none',
  async (answer) => {
    expect(await createSend(async () => answer)(request)).toEqual(NOBODY);
  },
);
