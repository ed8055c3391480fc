// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeActivity } from '@/lib/daktela/activity';
import { decodeAnnouncement } from '@/lib/daktela/announcement';
import { decodeDevices } from '@/lib/daktela/device';
import { errorMessagesOf, errorPartOf, isError, refusalPartOf } from '@/lib/daktela/error-messages';
import { decodeExtension } from '@/lib/daktela/extension';
import { retryAfterMsOf } from '@/lib/daktela/failure';
import { decodeLogin } from '@/lib/daktela/login';
import { decodePause } from '@/lib/daktela/pause';
import { decodePullReply } from '@/lib/daktela/pull-data';
import { decodeQueue } from '@/lib/daktela/queue';
import { decodeStatus } from '@/lib/daktela/status';
import { createReadTime } from '@/lib/daktela/time';
import { decodeWhoim } from '@/lib/daktela/whoim';
import { decodeEach, recordOf } from '@/lib/daktela/wire';
import { realReplies } from '../../support/real-replies';
import { anyPart, mutationsOf } from '../../support/wire-mutations';

const NOW_MS = Date.UTC(2026, 0, 12, 8, 0, 0);
const readTime = createReadTime('2026-01-12 09:00:00', NOW_MS);
const real = await realReplies();

const resultOf = (body: unknown) => recordOf(body)?.result ?? null;

/** Every decoder, on the whole body or the result of a reply. */
const decoders: Record<string, (body: unknown) => unknown> = {
  decodeActivity: (body) => [
    decodeActivity(body, readTime),
    decodeEach(recordOf(resultOf(body))?.activities, (one) => decodeActivity(one, readTime)),
  ],
  decodeAnnouncement: (body) => [
    decodeAnnouncement(body, readTime),
    decodeEach(recordOf(resultOf(body))?.announcements, (one) => decodeAnnouncement(one, readTime)),
  ],
  decodePullReply: (body) => decodePullReply({ result: resultOf(body), body, readTime }),
  decodeExtension: (body) => [
    decodeExtension(body, readTime),
    decodeExtension(recordOf(resultOf(body))?.extension, readTime),
  ],
  decodeWhoim: (body) => [decodeWhoim(body), decodeWhoim(resultOf(body))],
  decodeDevices: (body) => [decodeDevices(body), decodeDevices(resultOf(body))],
  decodeQueue: (body) => [decodeQueue(body), decodeEach(resultOf(body), decodeQueue)],
  decodePause: (body) => [decodePause(body), decodeEach(resultOf(body), decodePause)],
  decodeStatus: (body) => [decodeStatus(body), decodeEach(resultOf(body), decodeStatus)],
  decodeLogin: (body) => [decodeLogin(body, readTime), decodeLogin(resultOf(body), readTime)],
  createReadTime: (body) =>
    ['2026-01-12 09:00:00', body].map((value) => createReadTime(body, NOW_MS)(value)),
  errorMessagesOf: (body) => [
    errorMessagesOf(body),
    errorMessagesOf(errorPartOf(body)),
    errorMessagesOf(refusalPartOf(body)),
    isError(body),
  ],
  retryAfterMsOf: (body) => retryAfterMsOf(typeof body === 'string' ? body : null, NOW_MS),
};

/** Which values a field of this name may have, where not any text or number will do. */
const FIELDS: Record<string, (value: unknown) => boolean> = {
  action: (value) => ['NEW', 'WAIT', 'OPEN', 'POSTPONE', 'CLOSE'].includes(String(value)),
  color: (value) => value === null || /^#[\da-f]{6}$/i.test(String(value)),
  missedCount: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  login: (value) => value === null || ['auto', 'manual', 'fix'].includes(String(value)),
  deactivated: (value) => typeof value === 'boolean',
  staticLogin: (value) => typeof value === 'boolean',
  multipleStatuses: (value) => typeof value === 'boolean',
  kind: (value) => ['own', 'wrap', 'dnd', 'lajdak'].includes(String(value)),
};

function checkField(path: string, value: unknown): void {
  if (typeof value === 'string') {
    expect(value, path).not.toBe('');
    expect(value, path).toBe(value.trim());
  }
  if (typeof value === 'number') expect(value, path).toSatisfy(Number.isFinite);
  if (path.endsWith('Ms') && value !== null) expect(value, path).toBeTypeOf('number');
}

/** Every text says something, every number is one, and every field has a value it may have. */
function check(value: unknown, path = ''): void {
  checkField(path, value);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) expect(Object.keys(value)).toHaveLength(value.length);
  for (const [key, inner] of Object.entries(value)) {
    const allowed = FIELDS[key];
    if (allowed) expect(inner, `${path}.${key}`).toSatisfy(allowed);
    check(inner, `${path}.${key}`);
  }
}

function checkNamesAreUnique(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) checkNamesAreUnique(inner);
  if (!Array.isArray(value)) return;
  const names = value.flatMap((one) => recordOf(one)?.name ?? []);
  expect(new Set(names).size).toBe(names.length);
}

describe.each(Object.entries(decoders))('%s', (_name, decode) => {
  it('makes a proper value of any JSON', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), anyPart), (json) => check(decode(json))));
  });

  it('makes a proper value of anything at all', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withSparseArray: true,
      withDate: true,
    });
    fc.assert(fc.property(anything, (value) => check(decode(value))));
  });

  it.each(Object.entries(real))('makes a proper value of a %s reply gone wrong', (_, reply) => {
    fc.assert(
      fc.property(mutationsOf(reply), (mutated) => check(decode(mutated))),
      { numRuns: 60 },
    );
  });

  it('makes a proper value of a nest without end', () => {
    for (const key of ['data', 'error', 'form', 'item', 'name']) {
      let nest: unknown = 'x';
      for (let depth = 0; depth < 20_000; depth += 1) {
        nest = depth % 2 === 0 ? { [key]: nest } : [nest];
      }
      check(decode(nest));
      check(decode({ result: nest }));
    }
  });
});

it('what is told apart by its name comes once', () => {
  fc.assert(
    fc.property(mutationsOf(real.pull), (mutated) => {
      const result = resultOf(mutated);
      const { activities, queues, announcements } = decodePullReply({
        result,
        body: mutated,
        readTime,
      }).changes;
      for (const list of [activities, queues, announcements]) checkNamesAreUnique(list);
    }),
    { numRuns: 300 },
  );
});
