import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkTemplate,
  fill,
  PLACEHOLDERS,
  previewOf,
  SAMPLE,
  type ScreenPopValues,
  type Template,
} from '@/lib/screen-pop/template';

const NOTHING = Object.fromEntries(
  PLACEHOLDERS.map((placeholder) => [placeholder, null]),
) as ScreenPopValues;

function templateOf(typed: string): Template {
  const check = checkTemplate(typed, 'unknown');
  if (!check.ok) throw new Error(check.error.kind);
  return check.template;
}

describe('a template as it is typed', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['crm.example/search?q={number}', 'noScheme'],
    ['crm.example:8443/search?q={number}', 'noScheme'],
    ['https:/crm.example/{number}', 'noScheme'],
    ['javascript:alert({number})', 'scheme'],
    ['ftp://crm.example/{number}', 'scheme'],
    ['data:text/html,{name}', 'scheme'],
    ['https://', 'notAnAddress'],
    ['https:///{number}', 'notAnAddress'],
    ['https://crm example/{number}', 'notAnAddress'],
    ['https://crm.example/\t{number}', 'notAnAddress'],
    ['https://jana:heslo@crm.example/{number}', 'credentials'],
    ['https://{contact}.crm.example/', 'placeholderInSite'],
    ['https://crm.example{number}', 'placeholderInSite'],
    ['https://{number}@crm.example/', 'placeholderInSite'],
    ['https://crm.example/{number', 'unclosed'],
    ['https://crm.example/number}', 'unclosed'],
    ['https://crm.example/{{number}}', 'unclosed'],
    ['https://crm.example/', 'namesNobody'],
    ['https://crm.example/?q={name}', 'namesNobody'],
  ] as const)('%j is refused as %s', (typed, kind) => {
    expect(checkTemplate(typed, 'search')).toMatchObject({ ok: false, error: { kind } });
  });

  it('is told which placeholder there is none of', () => {
    expect(checkTemplate('https://crm.example/{phone}', 'search')).toEqual({
      ok: false,
      error: { kind: 'unknownPlaceholder', placeholder: 'phone' },
    });
  });

  it('may name nobody when it is for those of whom nothing is known', () => {
    expect(checkTemplate('https://crm.example/new', 'unknown').ok).toBe(true);
  });

  it('may be of a site in the house, with a port and without encryption', () => {
    expect(checkTemplate(' http://crm.local:8080/#/find/{number} ', 'search')).toMatchObject({
      template: { origin: 'http://crm.local:8080' },
    });
  });

  it('takes placeholders in any letters', () => {
    expect(checkTemplate('https://crm.example/{ Number:National }', 'search').ok).toBe(true);
  });
});

describe('the preview', () => {
  it.each([
    ['https://crm.example/?q={number}', 'https://crm.example/?q=%2B420601234567'],
    ['https://crm.example/?q={number:00}', 'https://crm.example/?q=00420601234567'],
    ['https://crm.example/?q={number:national}', 'https://crm.example/?q=601234567'],
    ['https://crm.example/?q={number:received}', 'https://crm.example/?q=601234567'],
    ['https://crm.example/{contact}/{queue}', 'https://crm.example/contact_5f2b9c7e1d3a4/3001'],
    ['https://crm.example/?n={name}', 'https://crm.example/?n=Jana%20Dvo%C5%99%C3%A1kov%C3%A1'],
    ['https://crm.example/#/{number}', 'https://crm.example/#/%2B420601234567'],
  ])('of %s is %s', (typed, address) => {
    expect(previewOf(templateOf(typed))).toBe(address);
  });
});

describe('a template that is filled', () => {
  it.each(['{number}', '{number:00}', '{number:national}', '{number:received}', '{contact}'])(
    'does not fit a caller of whom %s is not known',
    (placeholder) => {
      expect(fill(templateOf(`https://crm.example/?q=${placeholder}`), NOTHING)).toBeNull();
    },
  );

  it('leaves a name and a queue empty when they are not known', () => {
    const template = templateOf('https://crm.example/?q={number}&name={name}&queue={queue}');
    const values = { ...NOTHING, number: '+420601234567' };
    expect(fill(template, values)).toBe('https://crm.example/?q=%2B420601234567&name=&queue=');
  });

  it.each(['..', '.', ' .. '])('does not fit a value that leads to another page: %j', (contact) => {
    const template = templateOf('https://crm.example/contacts/{contact}/edit');
    expect(fill(template, { ...SAMPLE, contact })).toBeNull();
  });

  it('fits a whole novel of a name, of which the beginning is enough', () => {
    const template = templateOf('https://crm.example/?n={name}');
    const address = fill(template, { ...SAMPLE, name: '🙂'.repeat(5_000) });
    expect(address?.length).toBeLessThan(3_000);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.constantFrom(
      '..',
      '/../..',
      '%2e%2e',
      '//evil.example',
      '\\\\evil',
      '@evil.example',
      ':80',
      '?',
      '#',
      '&a=b',
    ),
    fc.constantFrom(
      'javascript:alert(1)',
      'https://evil.example/',
      '\u202e',
      '\ud800',
      '\n',
      '\'"<>',
    ),
  );
  const anyValues = fc.record(
    Object.fromEntries(PLACEHOLDERS.map((placeholder) => [placeholder, fc.option(anyText)])),
  ) as unknown as fc.Arbitrary<ScreenPopValues>;
  const anyTemplate = fc
    .array(
      fc.oneof(
        fc.constantFrom(...PLACEHOLDERS).map((placeholder) => `{${placeholder}}`),
        fc.constantFrom('/', '//', '.', '..', '?', '#', '&q=', ':', '@', '\\', 'a', '%2e', '%'),
      ),
      { maxLength: 8 },
    )
    .map((parts) => `https://crm.example:8443/${parts.join('')}`);

  it('stays on its site, whatever a caller’s number or name holds', () => {
    fc.assert(
      fc.property(anyTemplate, anyValues, (typed, values) => {
        const template = templateOf(typed);
        const address = fill(template, values);
        if (address === null) return;
        const url = new URL(address);
        expect([url.protocol, url.origin]).toEqual(['https:', 'https://crm.example:8443']);
        expect([url.username, url.password]).toEqual(['', '']);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps its path, its fields and its fragment, whatever a caller’s number or name holds', () => {
    const typed = 'https://crm.example/find/{contact}?q={number}&name={name}#/{queue}/end';
    const template = templateOf(typed);
    fc.assert(
      fc.property(anyValues, (values) => {
        const address = fill(template, values);
        if (address === null) return;
        const { pathname, searchParams, hash } = new URL(address);
        expect(pathname.split('/')).toHaveLength(3);
        expect([...searchParams.keys()]).toEqual(['q', 'name']);
        expect(hash.split('/')).toHaveLength(3);
      }),
      { numRuns: 2_000 },
    );
  });
});
