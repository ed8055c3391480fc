// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SCREEN_POP } from '@/lib/settings/screen-pop';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { SETTINGS_DATA } from '../../support/settings-data';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

const SEARCH = 'https://crm.example/search?q={number}';

function renderPops(stored: Partial<typeof DEFAULT_SCREEN_POP> = {}) {
  const page = renderSettings(ENGLISH, { screenPop: { ...DEFAULT_SCREEN_POP, ...stored } });
  const group = within(page.getByRole('region', { name: 'Screen-pop' }));
  const field = (name: string) => group.getByRole('textbox', { name }) as HTMLInputElement;
  function type(name: string, value: string): HTMLInputElement {
    fireEvent.input(field(name), { target: { value } });
    return field(name);
  }
  return {
    ...page,
    group,
    field,
    type,
    kept: () => page.settings.value?.screenPop ?? DEFAULT_SCREEN_POP,
  };
}

it('opens at another moment for each direction', async () => {
  const page = renderPops();
  const choose = (direction: string, moment: string) =>
    fireEvent.click(
      within(page.getByRole('radiogroup', { name: direction })).getByRole('radio', {
        name: moment,
      }),
    );
  choose('Calls that come in', 'When it rings');
  choose('Calls you make', 'When it is answered');
  await waitFor(() => expect(page.kept()).toMatchObject({ in: 'ring', out: 'answer' }));
});

it('says that there is nothing to open yet, as long as there is not', async () => {
  const page = renderPops({ in: 'ring' });
  expect(page.group.getByText(/No page can be opened yet/)).toBeTruthy();
  fireEvent.change(page.type('Search page', SEARCH));
  await waitFor(() => expect(page.group.queryByText(/No page can be opened yet/)).toBeNull());
});

describe('an address', () => {
  it('shows while it is typed what it would open, and is kept when the agent leaves it', async () => {
    const page = renderPops();
    const field = page.type('Search page', ` ${SEARCH} `);
    expect(page.group.getByText('https://crm.example/search?q=%2B420601234567')).toBeTruthy();
    expect(page.kept().search).toBe('');
    fireEvent.change(field);
    await waitFor(() => expect(page.kept().search).toBe(SEARCH));
  });

  it.each([
    ['crm.example', 'Begin it with https://.'],
    ['javascript:alert(1)', 'Only addresses with https:// or http:// can be opened.'],
    ['https://crm.example/{numbr}', '{numbr} stands for nothing.'],
    ['https://crm.example/{number', 'A brace lacks its other half.'],
    ['https://{number}.example/', 'The site must be the same for all callers'],
    ['https://crm.example/', 'This would open the same page for everybody'],
  ])('%j is told what is wrong with it while it is typed, and not kept', (typed, words) => {
    const page = renderPops({ search: SEARCH });
    const field = page.type('Search page', typed);
    expect(page.group.getByRole('alert').textContent).toContain(words);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(field);
    expect(page.kept().search).toBe(SEARCH);
    expect(field.value).toBe(typed);
  });

  it('that is emptied is none', async () => {
    const page = renderPops({ search: SEARCH });
    fireEvent.change(page.type('Search page', ''));
    await waitFor(() => expect(page.kept().search).toBe(''));
    expect(page.group.queryByRole('alert')).toBeNull();
  });

  it('gets the form of the number where the cursor stands', async () => {
    const page = renderPops();
    const field = page.type('Search page', 'https://crm.example/?q=&x=1');
    field.setSelectionRange(23, 23);
    const values = page.group.getByRole('combobox', { name: 'Insert into: Search page' });
    fireEvent.change(values, { target: { value: 'number:national' } });
    await waitFor(() =>
      expect(page.kept().search).toBe('https://crm.example/?q={number:national}&x=1'),
    );
    expect((values as HTMLSelectElement).value).toBe('');
  });

  it('for a hidden number need not name anybody', async () => {
    const page = renderPops();
    fireEvent.change(page.type('Page for a hidden number', 'https://crm.example/new'));
    await waitFor(() => expect(page.kept().unknown).toBe('https://crm.example/new'));
  });
});

describe('an open tab', () => {
  it('is found only on sites that the browser lets us see, which it is asked in a click', async () => {
    const page = renderPops({ search: SEARCH });
    fireEvent.click(page.group.getByRole('button', { name: 'Allow crm.example…' }));
    expect(page.asked).toEqual([['https://crm.example/*']]);
    await act(async () => {
      page.granted.value = ['https://crm.example/*'];
    });
    expect(page.group.queryByRole('button', { name: 'Allow crm.example…' })).toBeNull();
  });

  it('is left alone when the agent wants that, and nothing is asked for it', async () => {
    const page = renderPops({ search: SEARCH });
    fireEvent.click(page.getByRole('switch', { name: 'Use a tab that is open' }));
    await waitFor(() => expect(page.kept().reuseTab).toBe(false));
    expect(page.group.queryByRole('button', { name: 'Allow crm.example…' })).toBeNull();
  });
});

it('says nothing in English by itself', () => {
  const page = renderSettings(PSEUDO, {
    screenPop: { ...DEFAULT_SCREEN_POP, in: 'answer', search: 'ftp://a', contact: SEARCH },
  });
  const group = page.getByRole('region', { name: '[[Screen-pop]]' });
  const data = [
    ...SETTINGS_DATA,
    ...['https://crm.example/search?q=%2B420601234567', 'https://crm.example', 'crm.example'],
  ];
  expect(untranslatedIn(group, data)).toEqual([]);
});
