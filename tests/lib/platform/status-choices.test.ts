import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { StatusChoices } from '@/lib/agent/status-choices';
import { saveStatusChoices, watchStatusChoices } from '@/lib/platform/status-choices';

const turns = () => new Promise((resolve) => setImmediate(resolve));

function watched(): StatusChoices[] {
  const seen: StatusChoices[] = [];
  watchStatusChoices((choices) => seen.push(choices));
  return seen;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.session.remove('statusChoices');
});

it('a popup that opens finds the choices made before', async () => {
  saveStatusChoices({ a: ['s1'] });
  await turns();
  const seen = watched();
  await turns();
  expect(seen).toEqual([{ a: ['s1'] }]);
});

it('nothing is chosen at first', async () => {
  const seen = watched();
  await turns();
  expect(seen).toEqual([{}]);
});

it('a choice in one window is told to the others', async () => {
  const seen = watched();
  await turns();
  saveStatusChoices({ a: ['s1'] });
  await turns();
  expect(seen.at(-1)).toEqual({ a: ['s1'] });
});

it('choices end with the browser', () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  saveStatusChoices({ a: ['s1'] });
  expect(set).not.toHaveBeenCalled();
});
