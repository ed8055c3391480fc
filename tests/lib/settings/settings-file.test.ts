import { describe, expect, it } from 'vitest';
import { FILE_PATHS } from '@/lib/settings/given-paths';
import { type Values, valuesOf } from '@/lib/settings/setting-paths';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/settings';
import { readSettingsFile, settingsFileOf } from '@/lib/settings/settings-file';
import { taughtFileOf } from '@/lib/settings/taught-numbers';

const OTHERS: Settings = {
  ...DEFAULT_SETTINGS,
  daktelaAddress: 'https://company.daktela.com',
  openPanels: { queues: true },
  acceptDevice: 'sip305',
  readyDevice: 'Sip sip305',
  language: 'cs',
  toolbarPlace: 'window',
  windowBounds: { left: 1, top: 2, width: 300, height: 400 },
  sites: { mode: 'allButBlocked', listed: ['crm.example'], blocked: ['*.bank.example'] },
  marks: { shown: false, colour: 'violet' },
  dialling: {
    country: 'SK',
    form: 'national',
    perCountry: { DE: 'zeros' },
    outsideLine: '0',
    ownPrefix: '+420226211',
    queue: '4001',
  },
};

const fileWith = (settings: unknown, rest: object = {}) =>
  JSON.stringify({
    product: 'Agent Widget for Daktela',
    format: 'settings',
    version: 1,
    settings,
    ...rest,
  });

function valuesIn(text: string): Values {
  const file = readSettingsFile(text);
  if (!file.ok) throw new Error(file.problem);
  expect(file.leftOut).toEqual([]);
  return file.values;
}

it.each([
  ['of the product', DEFAULT_SETTINGS],
  ['all of them chosen', OTHERS],
])('the settings %s come back from their file', (_which, settings) => {
  const kept: Values = valuesOf(settings);
  const values = valuesIn(settingsFileOf(settings));
  expect(values).toEqual(Object.fromEntries(FILE_PATHS.map((path) => [path, kept[path]])));
});

it('a file says what it is of, and what made it', () => {
  expect(JSON.parse(settingsFileOf(OTHERS))).toMatchObject({
    product: 'Agent Widget for Daktela',
    format: 'settings',
    version: 1,
  });
});

it("a file holds nothing of the agent's, of the computer's or of the instance's", () => {
  const text = settingsFileOf(OTHERS);
  for (const own of ['sip305', '4001', 'queues', 'company.daktela.com', '300', 'token']) {
    expect(text).not.toContain(own);
  }
});

it('a file with some of the settings says nothing of the others', () => {
  expect(valuesIn(fileWith({ dialling: { form: 'zeros' } }))).toEqual({ 'dialling.form': 'zeros' });
});

it.each([
  ['', 'notJson'],
  ['{"product"', 'notJson'],
  ['null', 'notOurs'],
  ['[]', 'notOurs'],
  ['{}', 'notOurs'],
  [taughtFileOf([]), 'notOurs'],
  [fileWith({}, { product: 'Another' }), 'notOurs'],
  [fileWith([]), 'notOurs'],
  [fileWith({}, { version: '' }), 'notOurs'],
  [fileWith({ language: 'cs' }, { version: 2 }), 'newer'],
  [fileWith({}), 'empty'],
])('the file %j is refused as %s', (text, problem) => {
  expect(readSettingsFile(text)).toEqual({ ok: false, problem });
});

describe('what a file says too much', () => {
  it('is left out, each with what is wrong with it, and the rest counts', () => {
    const file = readSettingsFile(
      fileWith({
        language: 'fr',
        token: 'secret',
        acceptDevice: 'sip305',
        daktelaAddress: 'https://evil.example',
        sites: { mode: 'all', listed: ['crm.example', '*'], more: 1 },
        dialling: { queue: '4001', form: 7 },
        marks: 'teal',
      }),
    );
    expect(file).toEqual({
      ok: true,
      values: { 'sites.mode': 'all', 'sites.listed': ['crm.example'] },
      leftOut: [
        { path: 'language', value: '"fr"', why: 'senseless' },
        { path: 'token', value: '"secret"', why: 'unknown' },
        { path: 'acceptDevice', value: '"sip305"', why: 'unknown' },
        { path: 'daktelaAddress', value: '"https://evil.example"', why: 'unknown' },
        { path: 'sites.listed', value: '"*"', why: 'senseless' },
        { path: 'sites.more', value: '1', why: 'unknown' },
        { path: 'dialling.queue', value: '"4001"', why: 'unknown' },
        { path: 'dialling.form', value: '7', why: 'senseless' },
        { path: 'marks', value: '"teal"', why: 'senseless' },
      ],
    });
  });
});
