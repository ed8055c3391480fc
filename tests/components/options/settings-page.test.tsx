// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { DEFAULT_SITES, type Sites } from '@/lib/settings/sites';
import { type TaughtNumber, taughtFileOf } from '@/lib/settings/taught-numbers';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { SETTINGS_DATA } from '../../support/settings-data';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

const withSites = (sites: Partial<Sites>) => ({ sites: { ...DEFAULT_SITES, ...sites } });
const aTaught = (overrides: Partial<TaughtNumber> = {}): TaughtNumber => ({
  host: 'crm.example',
  digits: '12345678',
  as: 'notPhone',
  text: '12 34 56 78',
  atMs: 0,
  ...overrides,
});

it('offers what the browser asks for and each language by its own name', () => {
  const page = renderSettings();
  expect(page.getByRole('heading', { name: 'Settings' })).toBeTruthy();
  expect(page.getByRole('radiogroup', { name: 'Language' })).toBeTruthy();
  const languages = within(page.getByRole('radiogroup', { name: 'Language' }));
  expect(languages.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    'Automatic (Čeština)',
    'English',
    'Čeština',
    'Deutsch',
    'Magyar',
    'Polski',
    'Română',
    'Slovenčina',
  ]);
  expect(page.radio('Automatic (Čeština)').checked).toBe(true);
});

it('shows the language that was chosen before', () => {
  expect(renderSettings(ENGLISH, { language: 'pl' }).radio('Polski').checked).toBe(true);
});

it('keeps the language that is chosen', async () => {
  const page = renderSettings();
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() => expect(page.settings.value?.language).toBe('de'));
  expect(page.queryByRole('alert')).toBeNull();
});

it('says so when the browser does not keep it, and shows what still holds', async () => {
  const page = renderSettings();
  page.disk.full = true;
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() =>
    expect(page.getByRole('alert').textContent).toContain('did not save this setting'),
  );
  expect(page.radio('Automatic (Čeština)').checked).toBe(true);
  page.disk.full = false;
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() => expect(page.queryByRole('alert')).toBeNull());
});

it('speaks another language the moment its words are there', async () => {
  const page = renderSettings();
  await act(async () => {
    page.words.value = PSEUDO;
  });
  expect(page.getByRole('heading', { name: '[[Settings]]' })).toBeTruthy();
});

it('says nothing in English by itself', async () => {
  const page = renderSettings(PSEUDO, {
    ...withSites({ mode: 'all', listed: ['crm.example'], blocked: ['bank.example'] }),
    dialling: { ...DEFAULT_SETTINGS.dialling, perCountry: { SK: 'zeros' } },
  });
  await act(async () => {
    page.taught.value = [aTaught()];
  });
  for (const box of page.container.querySelectorAll('.add-sites')) {
    fireEvent.input(box.querySelector('textarea') as Element, { target: { value: 'ftp://a, *' } });
    fireEvent.submit(box);
  }
  page.disk.full = true;
  fireEvent.click(page.radio('Deutsch'));
  await waitFor(() => expect(page.container.querySelector('.alert')).toBeTruthy());
  const data = [...SETTINGS_DATA, 'Alt+Shift+C', 'crm.example', 'bank.example', 'ftp://a'];
  expect(untranslatedIn(page.container, data)).toEqual([]);
});

it('has no barriers that axe knows of', async () => {
  const page = renderSettings();
  const { violations } = await axe.run(page.container, {
    // Colours and places are the browser's; they are looked at there.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

describe('sites', () => {
  const EVERYWHERE = ['https://*/*', 'http://*/*'];

  function add(page: ReturnType<typeof renderSettings>, label: string, typed: string) {
    const field = page.getByLabelText(label) as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: typed } });
    fireEvent.submit(field.form as HTMLFormElement);
    return field;
  }

  it('asks for all of them in the click that chooses so, and says when the browser said no', () => {
    const page = renderSettings();
    fireEvent.click(page.radio('On all sites but blocked ones'));
    expect(page.asked).toEqual([EVERYWHERE]);
    expect(page.sites().mode).toBe('allButBlocked');
    expect(page.getByRole('status').textContent).toContain('does not allow all sites yet');
    fireEvent.click(page.getByRole('button', { name: 'Allow all sites…' }));
    expect(page.asked).toHaveLength(2);
  });

  it('asks for nothing that is given already', async () => {
    const page = renderSettings();
    await act(async () => {
      page.granted.value = EVERYWHERE;
    });
    fireEvent.click(page.radio('On all sites'));
    add(page, 'Sites to list', 'crm.example');
    expect(page.asked).toEqual([]);
  });

  it('lists several at once and asks the browser for each, once for all', () => {
    const page = renderSettings();
    const field = add(
      page,
      'Sites to list',
      'CRM.example\n*.shop.example, https://x.example/app/*',
    );
    expect(page.sites().listed).toEqual([
      'crm.example',
      '*.shop.example',
      'https://x.example/app/*',
    ]);
    expect(page.asked).toEqual([
      [
        'https://crm.example/*',
        'http://crm.example/*',
        'https://*.shop.example/*',
        'http://*.shop.example/*',
        'https://x.example/*',
      ],
    ]);
    expect(field.value).toBe('');
  });

  it('keeps what is wrong in the field, each with what is wrong with it', () => {
    const page = renderSettings(ENGLISH, withSites({ listed: ['crm.example'] }));
    const field = add(page, 'Sites to list', 'good.example\ncrm*.example\nftp://a\ncrm.example\n*');
    expect(page.sites().listed).toEqual(['crm.example', 'good.example']);
    expect(field.value).toBe('crm*.example\nftp://a\ncrm.example\n*');
    const problems = [...page.getByRole('alert').children].map(({ textContent }) => textContent);
    expect(problems).toEqual([
      'crm*.example: a star can stand only at the very front, as in *.example.com, or behind the host.',
      'ftp://a: only pages of http and https can be read.',
      'crm.example: it is in the list already.',
      '*: this is more than a site. For all sites choose so above.',
    ]);
  });

  it('that are listed say whether the browser allows them, and may be allowed there', async () => {
    const page = renderSettings(ENGLISH, withSites({ listed: ['crm.example'] }));
    const list = within(page.getByRole('list', { name: 'Listed sites' }));
    expect(list.getByText('Not allowed by the browser')).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: 'Allow crm.example…' }));
    expect(page.asked).toEqual([['https://crm.example/*', 'http://crm.example/*']]);
    await act(async () => {
      page.granted.value = ['https://crm.example/*'];
    });
    expect(list.getByText('Allowed')).toBeTruthy();
    await act(async () => {
      page.granted.value = [];
    });
    expect(list.getByText('Not allowed by the browser')).toBeTruthy();
  });

  it('that were allowed in the browser itself stand in the list too, Daktela does not', async () => {
    const page = renderSettings();
    await act(async () => {
      page.granted.value = ['https://crm.example/*', 'https://company.daktela.com/*'];
    });
    const list = within(page.getByRole('list', { name: 'Listed sites' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'https://crm.exampleAllowed in the browser',
    ]);
    fireEvent.click(list.getByRole('button', { name: 'Remove https://crm.example' }));
    await waitFor(() => expect(page.granted.value).toEqual(['https://company.daktela.com/*']));
  });

  it('that are removed give back the permission that no other entry needs', async () => {
    const page = renderSettings(
      ENGLISH,
      withSites({ listed: ['https://crm.example/a/*', 'https://crm.example/b/*'] }),
    );
    page.granted.value = ['https://crm.example/*'];
    fireEvent.click(page.getByRole('button', { name: 'Remove https://crm.example/a/*' }));
    await waitFor(() => expect(page.sites().listed).toEqual(['https://crm.example/b/*']));
    expect(page.granted.value).toEqual(['https://crm.example/*']);
    fireEvent.click(page.getByRole('button', { name: 'Remove https://crm.example/b/*' }));
    await waitFor(() => expect(page.granted.value).toEqual([]));
  });

  it("never give back what Daktela's own pages need", async () => {
    const page = renderSettings(ENGLISH, withSites({ listed: ['company.daktela.com'] }));
    page.granted.value = ['https://company.daktela.com/*'];
    fireEvent.click(page.getByRole('button', { name: 'Remove company.daktela.com' }));
    await waitFor(() => expect(page.sites().listed).toEqual([]));
    expect(page.granted.value).toEqual(['https://company.daktela.com/*']);
  });

  it('that are blocked need no permission', () => {
    const page = renderSettings();
    add(page, 'Sites to block', '*.bank.example');
    expect(page.sites().blocked).toEqual(['*.bank.example']);
    expect(page.asked).toEqual([]);
  });
});

describe('marks', () => {
  it('are switched off, and get another colour', async () => {
    const page = renderSettings();
    fireEvent.click(page.getByRole('switch', { name: 'Mark numbers on pages' }));
    await waitFor(() => expect(page.settings.value?.marks.shown).toBe(false));
    expect(page.container.querySelector('.sample .mark')).toBeNull();
    fireEvent.click(page.radio('Violet'));
    fireEvent.click(page.getByRole('switch', { name: 'Mark numbers on pages' }));
    await waitFor(() =>
      expect(page.container.querySelectorAll('.sample .mark-violet')).toHaveLength(2),
    );
  });
});

describe('taught numbers', () => {
  const choose = (page: ReturnType<typeof renderSettings>, content: string) =>
    fireEvent.change(page.getByLabelText('Add from a file…'), {
      target: { files: [new File([content], 'taught.json')] },
    });

  it('are listed with what they are and where, and forgotten by a click', async () => {
    const page = renderSettings();
    await act(async () => {
      page.taught.value = [aTaught()];
    });
    const [row] = within(page.getByRole('list', { name: 'Taught numbers' })).getAllByRole(
      'listitem',
    );
    expect(row?.textContent).toBe('12 34 56 78Not a phone number · crm.example');
    fireEvent.click(page.getByRole('button', { name: 'Forget 12 34 56 78 on crm.example' }));
    await waitFor(() => expect(page.getByText('Nothing was taught yet.')).toBeTruthy());
  });

  it('are saved as a file that brings them back', async () => {
    const page = renderSettings();
    await act(async () => {
      page.taught.value = [aTaught()];
    });
    const link = page.getByRole('link', { name: 'Save as a file' }) as HTMLAnchorElement;
    const content = decodeURIComponent(link.href.split(',').slice(1).join(','));
    expect(content).toBe(taughtFileOf([aTaught()]));
    expect(link.download).toBe('taught-numbers.json');
    await act(async () => {
      page.taught.value = [];
    });
    choose(page, content);
    await waitFor(() => expect(page.taught.value).toEqual([aTaught()]));
    expect(page.getByRole('status').textContent).toBe('1 number was added.');
  });

  it.each([
    ['{', 'This file cannot be read: it is no JSON, or it is cut off.'],
    ['{}', 'This file holds something else. Choose one that was saved here.'],
    [taughtFileOf([]), 'There is no number in this file.'],
  ])('of the file %j are none, and it is said why', async (content, words) => {
    const page = renderSettings();
    choose(page, content);
    await waitFor(() => expect(page.getByRole('alert').textContent).toBe(words));
  });

  it('that make no sense are left out of a file by their places', async () => {
    const page = renderSettings();
    choose(page, taughtFileOf([aTaught({ host: '' }), aTaught()]));
    await waitFor(() =>
      expect(page.getByRole('status').textContent).toContain(
        'Left out, as they lack a site, enough digits or a meaning: entries 1.',
      ),
    );
  });
});

describe('the search', () => {
  const groups = (page: ReturnType<typeof renderSettings>) =>
    [...page.container.querySelectorAll<HTMLElement>('.settings-group')]
      .filter(({ hidden }) => !hidden)
      .map((group) => group.querySelector('h2')?.textContent);

  it.each([
    ['', 13],
    ['screen pop', 1],
    ['quiet hours', 1],
    ['colour', 1],
    ['wildcard nowhere', 0],
    ['čestina', 1],
  ])('for %j leaves %i groups', async (typed, count) => {
    const page = renderSettings();
    fireEvent.input(page.getByRole('searchbox', { name: 'Search settings' }), {
      target: { value: typed },
    });
    await waitFor(() => expect(groups(page)).toHaveLength(count));
  });
});
