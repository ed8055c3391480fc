// @vitest-environment happy-dom
import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';

import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { SETTINGS_DATA } from '../../support/settings-data';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

const REASON = 'Set by your administrator';
const locked = (value: unknown) => ({ value, locked: true });
const ALL_LOCKED = {
  daktelaAddress: locked('company.daktela.com'),
  language: locked('de'),
  'sites.mode': locked('listed'),
  'sites.listed': locked(['crm.example']),
  'sites.blocked': locked(['bank.example']),
  'dialling.country': locked('SK'),
  'dialling.form': locked('national'),
  'dialling.perCountry': locked({ DE: 'zeros' }),
  'dialling.outsideLine': locked('0'),
  'dialling.ownPrefix': locked('+420226211'),
  'alerts.rungs': locked({ own: { CALL: { window: true } }, pool: {} }),
  'alerts.quietOnTelephone': locked(false),
  'alerts.tone': locked('wood'),
  'alerts.volume': locked(0.5),
  'alerts.quietHours': locked({ from: 1_320, to: 420 }),
  'alerts.spoken': locked(true),
  'alerts.lostTone': locked(false),
  'alerts.autoPause': locked(false),
  'screenPop.in': locked('ring'),
  'screenPop.out': locked('answer'),
  'screenPop.contact': locked('https://shop.example/?q={number}'),
  'screenPop.search': locked('https://shop.example/?q={number}'),
  'screenPop.unknown': locked('https://shop.example/?q={number}'),
  'screenPop.reuseTab': locked(true),
};

const under = (managed: unknown) => renderSettings(ENGLISH, {}, managed);
type Page = ReturnType<typeof renderSettings>;
const isDisabled = (element: Element) => element.matches(':disabled, fieldset:disabled *');
const groups = (page: Page) =>
  [...page.container.querySelectorAll<HTMLElement>('.settings-group')]
    .filter(({ hidden }) => !hidden)
    .map((group) => group.querySelector('h2')?.textContent);

it('says nothing of an administrator where there is none', () => {
  const page = renderSettings();
  expect(page.queryByText(REASON)).toBeNull();
  expect(page.queryByRole('heading', { name: 'From your administrator' })).toBeNull();
});

it('shows what is given as what counts, to be changed like anything else', async () => {
  const page = under({ language: { value: 'de' } });
  expect(page.radio('Deutsch').checked).toBe(true);
  expect(isDisabled(page.radio('Deutsch'))).toBe(false);
  fireEvent.click(page.radio('Polski'));
  await waitFor(() => expect(page.radio('Polski').checked).toBe(true));
});

describe('what is locked', () => {
  it.each([
    ['Dial numbers', 'national'],
    ['Numbers without a prefix are from', 'SK'],
    ['Germany', 'zeros'],
    ['Digits for an outside line', '0'],
    ['Your company’s numbers begin with', '+420226211'],
  ])(
    '%s can be read and not changed, and the group around it has the reason as its name',
    (label, value) => {
      const page = under(ALL_LOCKED);
      const control = page.getByLabelText(label) as HTMLSelectElement;
      expect(control.value).toBe(value);
      expect(isDisabled(control)).toBe(true);
      const group = control.closest('fieldset.locked');
      expect(group?.getAttribute('aria-labelledby')).toBe(
        within(group as HTMLElement).getByText(REASON).id,
      );
    },
  );

  it.each(['Deutsch', 'Only on listed sites'])(
    '%s is seen as chosen, and nothing else can be',
    (name) => {
      const page = under(ALL_LOCKED);
      expect(page.radio(name).checked).toBe(true);
      const others = within(page.radio(name).closest('[role=radiogroup]') as HTMLElement);
      for (const radio of others.getAllByRole('radio')) expect(isDisabled(radio)).toBe(true);
    },
  );

  it('lists its sites without a way to add or remove one; the browser may still be asked to allow them', () => {
    const page = under(ALL_LOCKED);
    expect(page.getByText('crm.example')).toBeTruthy();
    expect(page.getByText('bank.example')).toBeTruthy();
    expect(page.queryByLabelText('Sites to list')).toBeNull();
    expect(page.queryByRole('button', { name: /^Remove (crm|bank)/ })).toBeNull();
    fireEvent.click(page.getByRole('button', { name: 'Allow crm.example…' }));
    expect(page.asked).toEqual([['https://crm.example/*', 'http://crm.example/*']]);
    const group = within(page.getByRole('group', { name: 'Listed sites' }));
    expect(group.getByText(REASON)).toBeTruthy();
  });

  it('says that no site outside of a locked list counts', () => {
    const page = under(ALL_LOCKED);
    expect(page.radio('Only on listed sites').closest('label')?.textContent).toContain(
      'The sites below and no others.',
    );
  });

  it('leaves what stands beside it to the agent', async () => {
    const page = under({ 'dialling.form': locked('national') });
    fireEvent.change(page.getByLabelText('Digits for an outside line'), { target: { value: '9' } });
    await waitFor(() => expect(page.chosen.value).toEqual({ dialling: { outsideLine: '9' } }));
  });

  it('is found by the search for the administrator', async () => {
    const page = under({ 'dialling.form': locked('national') });
    fireEvent.input(page.getByRole('searchbox', { name: 'Search settings' }), {
      target: { value: 'administrator' },
    });
    await waitFor(() => expect(groups(page)).toEqual(['From your administrator', 'Dialling']));
  });
});

it('names the address that the administrator has set', () => {
  const page = under(ALL_LOCKED);
  expect(page.getByText('https://company.daktela.com')).toBeTruthy();
});

it('says which values of the policy make no sense, and lets what is chosen count', () => {
  const page = under({ language: locked('fr'), dialing: locked('x') });
  expect(page.getByText(/^Your administrator’s policy has values that make no sense/)).toBeTruthy();
  expect(page.getByText('language: "fr" makes no sense')).toBeTruthy();
  expect(page.getByText('dialing: no such setting can be given here')).toBeTruthy();
  expect(isDisabled(page.radio('Deutsch'))).toBe(false);
});

it('has no barriers that axe knows of with everything locked', async () => {
  const page = under({ ...ALL_LOCKED, wrong: 1 });
  const { violations } = await axe.run(page.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

// What is looked at and tried, and what belongs to this computer, stays the agent's.
it.each([
  ['Alerts', ['For me', 'For anybody']],
  ['Ring tone', ['Play', 'What the system uses', 'Show devices…']],
  ['Screen-pop', ['Allow shop.example…']],
])('nothing that is locked under “%s” can be changed', (title, left) => {
  const group = under(ALL_LOCKED).getByRole('region', { name: title });
  const open = [...group.querySelectorAll('input, select, button')].filter(
    (control) => !isDisabled(control),
  );
  const nameOf = (control: Element) =>
    control.closest('label')?.querySelector('.choice-title')?.textContent ?? control.textContent;
  expect(open.map(nameOf)).toEqual(left);
  expect(within(group).getAllByText(REASON).length).toBeGreaterThanOrEqual(3);
});

it('says nothing in English by itself', () => {
  const page = renderSettings(PSEUDO, {}, { ...ALL_LOCKED, wrong: 1 });
  const data = [
    ...SETTINGS_DATA,
    ...['crm.example', 'bank.example', 'https://company.daktela.com', 'https://shop.example'],
    'https://shop.example/?q=%2B420601234567',
    'shop.example',
  ];
  expect(untranslatedIn(page.container, data)).toEqual([]);
});
