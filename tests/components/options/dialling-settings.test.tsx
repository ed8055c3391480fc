// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ENGLISH } from '@/lib/i18n/english';
import { DEFAULT_DIALLING, type Dialling } from '@/lib/settings/dialling';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { renderSettings } from '../../support/settings-desk';

afterEach(cleanup);

function renderDialling(stored: Partial<Dialling> = {}) {
  const page = renderSettings(ENGLISH, { dialling: { ...DEFAULT_DIALLING, ...stored } });
  const change = (label: string, value: string) =>
    fireEvent.change(page.getByLabelText(label), { target: { value } });
  return { page, change, kept: () => (page.settings.value ?? DEFAULT_SETTINGS).dialling };
}

describe('the settings of dialling', () => {
  it('name the country that the browser stands for until one is chosen', () => {
    const { page, change, kept } = renderDialling();
    const select = page.getByLabelText('Numbers without a prefix are from');
    expect(select.querySelector('option')?.textContent).toBe('Automatic (Czechia)');
    change('Numbers without a prefix are from', 'SK');
    expect(kept().country).toBe('SK');
    change('Numbers without a prefix are from', '');
    expect(kept().country).toBeNull();
  });

  it('keep the form that numbers are dialled in', () => {
    const { change, kept } = renderDialling();
    change('Dial numbers', 'national');
    expect(kept().form).toBe('national');
  });

  it('keep exceptions by country until they are removed', () => {
    const { page, change, kept } = renderDialling({ perCountry: { SK: 'plus' } });
    change('Add a country', 'DE');
    expect(kept().perCountry).toEqual({ SK: 'plus', DE: 'zeros' });
    change('Germany', 'asWritten');
    expect(kept().perCountry).toEqual({ SK: 'plus', DE: 'asWritten' });
    fireEvent.click(page.getByRole('button', { name: 'Remove Slovakia' }));
    expect(kept().perCountry).toEqual({ DE: 'asWritten' });
  });

  it.each([
    ['Digits for an outside line', '0-', ' 0 ', { outsideLine: '0' }],
    ['Your company’s numbers begin with', '+420', '00420 226 211', { ownPrefix: '+420226211' }],
  ])('say of %s what makes no sense and keep what does', (label, nonsense, sense, expected) => {
    const { page, change, kept } = renderDialling();
    change(label, nonsense);
    expect(page.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
    expect(kept()).toEqual(DEFAULT_DIALLING);
    change(label, sense);
    expect(page.getByLabelText(label).getAttribute('aria-invalid')).toBe('false');
    expect(kept()).toEqual({ ...DEFAULT_DIALLING, ...expected });
  });

  it('have no barriers that axe knows of', async () => {
    const { page } = renderDialling({ perCountry: { SK: 'plus', DE: 'zeros' } });
    const { violations } = await axe.run(page.container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
