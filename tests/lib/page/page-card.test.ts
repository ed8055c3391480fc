import { afterEach, expect, it, vi } from 'vitest';
import type { CardTarget } from '@/lib/page/card-target';
import { createPageCard, type PageCard } from '@/lib/page/page-card';

const TARGET = { dial: '+420777123456' } as CardTarget;
const OTHER = { dial: '+420602345678' } as CardTarget;
const BESIDE = {} as DOMRect;

afterEach(() => {
  globalThis.agentWidgetTakeCard = undefined;
});

function setup() {
  const real = {
    open: vi.fn(),
    call: vi.fn(),
    step: vi.fn(),
    isFor: vi.fn(() => true),
    leave: vi.fn(),
    close: vi.fn(),
    moved: vi.fn(),
    told: vi.fn(),
    speak: vi.fn(),
    covers: vi.fn(() => true),
    isHost: vi.fn(() => true),
  } satisfies PageCard;
  let over = () => {};
  const ask = vi.fn((done: () => void) => {
    over = done;
  });
  const card = createPageCard(ask, async () => real);
  return {
    real,
    card,
    ask,
    /** The background has put the script in, which gives what it brings. */
    async scriptComes() {
      globalThis.agentWidgetTakeCard?.(async () => real);
      over();
      await Promise.resolve();
    },
    scriptCannotCome: () => over(),
  };
}

it('has nothing put into the page while nobody wants a card', () => {
  const { card, ask } = setup();
  card.leave();
  card.close();
  card.told(TARGET.dial, 'talking');
  expect(card.covers(1, 1)).toBe(false);
  expect(card.isFor({} as Element)).toBe(false);
  expect(card.isHost(null)).toBe(false);
  expect(ask).not.toHaveBeenCalled();
});

it('asks for it once and opens it for what was wanted last', async () => {
  const { card, ask, real, scriptComes } = setup();
  card.warm();
  card.open(TARGET, BESIDE);
  card.open(OTHER, BESIDE);
  expect(ask).toHaveBeenCalledTimes(1);
  await scriptComes();
  expect(real.open).toHaveBeenCalledExactlyOnceWith(OTHER, BESIDE);
});

it('opens nothing that the pointer has left before it came', async () => {
  const { card, real, scriptComes } = setup();
  card.open(TARGET, BESIDE);
  card.leave();
  await scriptComes();
  expect(real.open).not.toHaveBeenCalled();
});

it('makes the call of a clicked link even if the pointer has left meanwhile', async () => {
  const { card, real, scriptComes } = setup();
  card.call(TARGET);
  card.open(OTHER, BESIDE);
  card.leave();
  await scriptComes();
  expect(real.call).toHaveBeenCalledExactlyOnceWith(TARGET);
});

it('passes everything on once it is there, without asking again', async () => {
  const { card, real, ask, scriptComes } = setup();
  card.warm();
  await scriptComes();
  card.step(-1);
  card.told(TARGET.dial, 'ended');
  card.warm();
  expect(real.step).toHaveBeenCalledExactlyOnceWith(-1);
  expect(real.told).toHaveBeenCalledExactlyOnceWith(TARGET.dial, 'ended');
  expect(card.covers(1, 1)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks again when the background could not put it in', async () => {
  const { card, ask, real, scriptComes, scriptCannotCome } = setup();
  card.open(TARGET, BESIDE);
  scriptCannotCome();
  card.open(OTHER, BESIDE);
  expect(ask).toHaveBeenCalledTimes(2);
  await scriptComes();
  expect(real.open).toHaveBeenCalledExactlyOnceWith(OTHER, BESIDE);
});
