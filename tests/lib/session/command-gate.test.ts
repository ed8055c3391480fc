import { expect, it } from 'vitest';
import { createCommandGate, type Outcome } from '@/lib/session/command-gate';
import { createTestClock } from '../../support/test-clock';

const OK: Outcome = { ok: true };
const NO: Outcome = { ok: false, error: { kind: 'refused', messages: [] } };

function setup(answer: Outcome = OK) {
  const clock = createTestClock();
  const gate = createCommandGate(clock);
  let sent = 0;
  let shown = false;
  let done = false;
  const click = (key = 'accept') =>
    gate.pass(
      key,
      async () => {
        sent += 1;
        return answer;
      },
      () => shown,
      () => done,
    );
  return {
    clock,
    gate,
    click,
    sent: () => sent,
    showTruth: () => {
      shown = true;
    },
    setDone: () => {
      done = true;
    },
  };
}

it('sends one command for two clicks at once, and answers both', async () => {
  const { click, sent } = setup();
  expect(await Promise.all([click(), click()])).toEqual([OK, OK]);
  expect(sent()).toBe(1);
});

it('sends nothing more until pull data has shown what became of the command', async () => {
  const { click, sent, gate } = setup();
  await click();
  await click();
  expect(sent()).toBe(1);
  gate.shown();
  await click();
  expect(sent()).toBe(2);
});

it('is open at once when pull data was faster than the answer', async () => {
  const { click, sent, showTruth } = setup();
  showTruth();
  await click();
  await click();
  expect(sent()).toBe(2);
});

it('is open at once after a refusal', async () => {
  const { click, sent } = setup(NO);
  expect(await click()).toEqual(NO);
  await click();
  expect(sent()).toBe(2);
});

it('does not wait longer than three seconds for pull data', async () => {
  const { click, sent, clock } = setup();
  await click();
  await clock.advance(3_001);
  await click();
  expect(sent()).toBe(2);
});

it('lets different commands pass side by side', async () => {
  const { click, sent } = setup();
  await Promise.all([click('accept'), click('reject')]);
  expect(sent()).toBe(2);
});

it('answers without sending what pull data shows as done', async () => {
  const { click, sent, setDone } = setup();
  setDone();
  expect(await click()).toEqual(OK);
  expect(sent()).toBe(0);
});

it('believes no pull data while another command is on its way', async () => {
  const { click, sent, setDone } = setup();
  await click('unready');
  setDone();
  await click('ready');
  expect(sent()).toBe(2);
});
