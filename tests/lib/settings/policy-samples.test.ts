// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordOf } from '@/lib/daktela/wire';
import { POLICY_PATHS } from '@/lib/settings/given-paths';
import { decodePolicy } from '@/lib/settings/managed-policy';
import schema from '@/lib/settings/policy-schema.json';

const CHROME_ID = 'abcdefghijklmnopabcdefghijklmnop';
const FIREFOX_ID = 'agent-widget@daktela-agent-widget.app';
const read = (file: string) => readFileSync(`docs/${file}`, 'utf8');

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => recordOf(inner)?.[key], value);
}

/** The texts of one key of a registry file, each of which holds JSON. */
function registryPolicy(text: string, key: string): unknown {
  const [, section = ''] = text.split(`[HKEY_LOCAL_MACHINE\\${key}]\r\n`);
  const lines = [...(section.split('\r\n\r\n')[0] ?? '').matchAll(/^"(.+?)"="(.*)"\r?$/gm)];
  return Object.fromEntries(
    lines.map(([, name, value = '']) => [name, JSON.parse(value.replace(/\\(["\\])/g, '$1'))]),
  );
}

function fromPlist(element: Element): unknown {
  const inner = [...element.children];
  switch (element.tagName) {
    case 'dict':
      return Object.fromEntries(
        inner.flatMap((child, index) => {
          const value = inner[index + 1];
          return child.tagName === 'key' && value ? [[child.textContent, fromPlist(value)]] : [];
        }),
      );
    case 'array':
      return inner.map(fromPlist);
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return element.textContent;
  }
}

/** What a profile sets in one domain, without what describes the payload itself. */
function profilePolicy(text: string, domain: string): unknown {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const profile = document.querySelector('plist > dict');
  const payloads = profile ? at(fromPlist(profile), 'PayloadContent') : null;
  const payload = (payloads as Record<string, unknown>[]).find(
    ({ PayloadType }) => PayloadType === domain,
  );
  return Object.fromEntries(
    Object.entries(payload ?? {}).filter(([key]) => !key.startsWith('Payload')),
  );
}

const linux = JSON.parse(read('policy/linux-chrome.json'));
const firefox = JSON.parse(read('policy/firefox-policies.json'));
const windows = read('policy/windows-chrome-edge.reg');
const macos = read('policy/macos-chrome-edge.mobileconfig');
const registryKey = (vendor: string) =>
  `SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${CHROME_ID}\\policy`;

const SAMPLES: Readonly<Record<string, unknown>> = {
  Linux: at(linux, '3rdparty', 'extensions', CHROME_ID),
  Firefox: at(firefox, 'policies', '3rdparty', 'Extensions', FIREFOX_ID),
  'Chrome on Windows': registryPolicy(windows, registryKey('Google\\Chrome')),
  'Edge on Windows': registryPolicy(windows, registryKey('Microsoft\\Edge')),
  'Chrome on macOS': profilePolicy(macos, `com.google.Chrome.extensions.${CHROME_ID}`),
  'Edge on macOS': profilePolicy(macos, `com.microsoft.Edge.extensions.${CHROME_ID}`),
};

interface SchemaNode {
  readonly type: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode;
  readonly items?: SchemaNode;
}

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);

/** What of a value Chrome would not let through. */
function misfits(value: unknown, node: SchemaNode, place: string): string[] {
  if (typeOf(value) !== node.type) return [`${place} is no ${node.type}`];
  if (Array.isArray(value)) {
    return value.flatMap((entry) => (node.items ? misfits(entry, node.items, place) : []));
  }
  return Object.entries(recordOf(value) ?? {}).flatMap(([key, inner]) => {
    const known = node.properties?.[key] ?? node.additionalProperties;
    return known ? misfits(inner, known, `${place}.${key}`) : [`${place}.${key} is not known`];
  });
}

describe.each(Object.entries(SAMPLES))('the sample for %s', (_system, sample) => {
  it('is understood to the last value, with some locked and some not', () => {
    const { given, locked, leftOut } = decodePolicy(sample);
    expect(leftOut).toEqual([]);
    expect(Object.keys(given).length).toBeGreaterThan(0);
    expect(Object.keys(locked).length).toBeGreaterThan(0);
  });

  it('fits the schema', () => {
    expect(misfits(sample, schema, 'policy')).toEqual([]);
  });

  it('gives what the others give', () => {
    expect(sample).toEqual(SAMPLES.Linux);
  });
});

it('a value that does not fit the schema is noticed', () => {
  const sample = { language: { value: 1 }, 'sites.listed': { value: [2] }, other: {} };
  expect(misfits(sample, schema, 'policy')).toEqual([
    'policy.language.value is no string',
    'policy.sites.listed.value is no string',
    'policy.other is not known',
  ]);
});

it('each sample installs the extension it gives settings to', () => {
  expect(at(firefox, 'policies', 'ExtensionSettings', FIREFOX_ID, 'installation_mode')).toBe(
    'force_installed',
  );
  expect(linux.ExtensionInstallForcelist[0]).toMatch(CHROME_ID);
  expect(
    windows.match(/ExtensionInstallForcelist\]\r\n"1"="abcdefghijklmnopabcdefghijklmnop;/g),
  ).toHaveLength(2);
  for (const domain of ['com.google.Chrome', 'com.microsoft.Edge']) {
    const list = at(profilePolicy(macos, domain), 'ExtensionInstallForcelist') as string[];
    expect(list[0]).toMatch(CHROME_ID);
  }
});

it('the document tells of every key, and of no other', () => {
  const keys = [...read('administrator.md').matchAll(/^\| `([\w.]+)` /gm)].map(([, key]) => key);
  expect(keys).toEqual([...POLICY_PATHS]);
});
