import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import {
  changeValues,
  onPart,
  readChosen,
  readInForce,
  restoreChosen,
  watchSettings,
} from '@/lib/platform/settings';
import type { DialForm } from '@/lib/settings/dialling';

beforeEach(() => fakeBrowser.reset());

const manage = (managed: Record<string, unknown>) => fakeBrowser.storage.managed.set(managed);
const settingsInForce = async () => (await readInForce()).settings;
const stored = async () => (await fakeBrowser.storage.local.get('settings')).settings;

function watchForm(): DialForm[] {
  const heard: DialForm[] = [];
  watchSettings(
    onPart(
      ({ dialling }) => dialling.form,
      (form) => heard.push(form),
    ),
  );
  return heard;
}

it('stores what the agent has chosen and nothing else', async () => {
  await changeValues({ language: 'cs' });
  await changeValues({ 'dialling.form': 'zeros' });
  expect(await stored()).toEqual({ language: 'cs', dialling: { form: 'zeros' } });
});

it('keeps both of two changes made at once', async () => {
  await Promise.all([changeValues({ language: 'cs' }), changeValues({ 'marks.colour': 'pink' })]);
  expect(await settingsInForce()).toMatchObject({ language: 'cs', marks: { colour: 'pink' } });
});

it('puts back what was chosen before', async () => {
  await changeValues({ language: 'cs' });
  const before = await readChosen();
  await restoreChosen({});
  expect((await settingsInForce()).language).toBe('auto');
  await restoreChosen(before);
  expect((await settingsInForce()).language).toBe('cs');
});

it('reads what is locked, and leaves what is stored as it is', async () => {
  await changeValues({ 'dialling.form': 'zeros' });
  await manage({ 'dialling.form': { value: 'national', locked: true } });
  expect((await settingsInForce()).dialling.form).toBe('national');
  await changeValues({ 'dialling.form': 'plus' });
  expect(await stored()).toEqual({ dialling: { form: 'zeros' } });
});

describe('what is watched', () => {
  it('follows the agent and the administrator, each for as long as they count', async () => {
    const heard = watchForm();
    await vi.waitFor(() => expect(heard).toEqual(['plus']));
    await changeValues({ 'dialling.form': 'zeros' });
    await vi.waitFor(() => expect(heard).toEqual(['plus', 'zeros']));
    await manage({ 'dialling.form': { value: 'national', locked: true } });
    await vi.waitFor(() => expect(heard.at(-1)).toBe('national'));
    await fakeBrowser.storage.managed.clear();
    await vi.waitFor(() => expect(heard).toEqual(['plus', 'zeros', 'national', 'zeros']));
  });

  it('begins with what is locked, never with what was chosen below it', async () => {
    await changeValues({ 'dialling.form': 'zeros' });
    await manage({ 'dialling.form': { value: 'national', locked: true } });
    const heard = watchForm();
    await vi.waitFor(() => expect(heard).toEqual(['national']));
  });

  it('is read once for all who listen, and told to each only where its own part has changed', async () => {
    const reads = vi.spyOn(fakeBrowser.storage.local, 'get');
    const heard: unknown[] = [];
    watchSettings(
      ({ language }) => heard.push(language),
      onPart(
        ({ marks }) => marks.colour,
        (colour) => heard.push(colour),
      ),
      onPart(
        (_, { locked }) => Object.keys(locked),
        (locked) => heard.push(locked),
      ),
    );
    await vi.waitFor(() => expect(heard).toEqual(['auto', 'teal', []]));
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    await changeValues({ language: 'cs' });
    await vi.waitFor(() => expect(heard).toEqual(['auto', 'teal', [], 'cs']));
    await changeValues({ 'marks.colour': 'pink' });
    await vi.waitFor(() => expect(heard.slice(4)).toEqual(['cs', 'pink']));
  });

  it('tells what of the policy makes no sense', async () => {
    await manage({ language: { value: 'fr', locked: true } });
    const told = await new Promise((resolve) =>
      watchSettings((_, { leftOut }) => resolve(leftOut)),
    );
    expect(told).toEqual([{ path: 'language', value: '"fr"', why: 'senseless' }]);
  });

  it('is the own choice where the browser has nothing from an administrator, as Firefox says it', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(
      new Error('Managed storage manifest not found'),
    );
    await changeValues({ 'dialling.form': 'zeros' });
    const heard = watchForm();
    await vi.waitFor(() => expect(heard).toEqual(['zeros']));
    vi.restoreAllMocks();
  });
});
