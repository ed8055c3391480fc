// @vitest-environment happy-dom
import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

async function showReport(words = ENGLISH, show = 'Show the report') {
  const page = renderSettings(words);
  const element = page.container.querySelector<HTMLElement>('[aria-labelledby="report-title"]');
  if (!element) throw new Error('The group is missing.');
  const group = within(element);
  expect(group.queryByRole('textbox')).toBeNull();
  fireEvent.click(group.getByRole('button', { name: show }));
  await waitFor(() => expect(group.getByRole('textbox')).toBeTruthy());
  return { ...page, element, group };
}

it('a report is seen before it is copied', async () => {
  const { group, copied } = await showReport();
  const field = group.getByRole('textbox', { name: 'Report' }) as HTMLTextAreaElement;
  expect(field.value).toContain('"extension": "0.1.0"');
  expect(field.readOnly).toBe(true);
  fireEvent.click(group.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(group.getByRole('status').textContent).toBe('Copied.'));
  expect(copied).toEqual([field.value]);
});

it('that could not be copied, it is said with what to do', async () => {
  const { group, disk } = await showReport();
  disk.full = true;
  fireEvent.click(group.getByRole('button', { name: 'Copy' }));
  await waitFor(() =>
    expect(group.getByRole('status').textContent).toContain('Select the text and copy it.'),
  );
});

it('is in the chosen language and has no barriers that axe knows of', async () => {
  const { element } = await showReport(PSEUDO, '[[Show the report]]');
  expect(untranslatedIn(element, ['{\n  "extension": "0.1.0"\n}'])).toEqual([]);
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
