// @vitest-environment happy-dom
import { act, cleanup, fireEvent, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import de from '@/lib/i18n/locales/de.json';
import { wordsOf } from '@/lib/i18n/words';
import { anAnnouncement, aState, NOW_MS } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const lunch = anAnnouncement();
const fire = anAnnouncement({
  name: 'announcements_2',
  title: 'Fire drill',
  text: null,
  atMs: NOW_MS,
});

type Desk = ReturnType<typeof renderDesk>;
const region = (desk: Desk) => within(desk.getByRole('region', { name: 'Announcements' }));
const titles = (desk: Desk) =>
  region(desk)
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);

it('shows announcements, the newest first', () => {
  const desk = renderDesk(aState({ announcements: [lunch, fire] }));
  expect(titles(desk)).toEqual(['Fire drill', 'Lunch is served']);
  expect(region(desk).getByText('In the kitchen, until two.')).toBeTruthy();
});

it('takes up no place when there is nothing to tell', () => {
  const dismissedAnnouncements = [lunch.name];
  const desk = renderDesk(aState({ announcements: [lunch], dismissedAnnouncements }));
  expect(desk.queryByRole('region', { name: 'Announcements' })).toBeNull();
});

it('asks the background to put one away', () => {
  const desk = renderDesk(aState({ announcements: [lunch, fire] }));
  fireEvent.click(desk.getByRole('button', { name: 'Dismiss Lunch is served' }));
  expect(desk.sent).toEqual([{ type: 'announcements.dismiss', announcements: [lunch.name] }]);
});

it('asks the background to put all of them away', () => {
  const desk = renderDesk(aState({ announcements: [lunch, fire] }));
  fireEvent.click(desk.getByRole('button', { name: 'Dismiss all' }));
  expect(desk.sent).toEqual([
    { type: 'announcements.dismiss', announcements: [fire.name, lunch.name] },
  ]);
});

it('does not offer to put all away when there is only one', () => {
  const desk = renderDesk(aState({ announcements: [lunch] }));
  expect(desk.queryByRole('button', { name: 'Dismiss all' })).toBeNull();
});

it('shows markup as the words it holds', () => {
  const text = '<p>Hello <b>you</b></p><img src=x onerror="alert(1)">';
  const desk = renderDesk(aState({ announcements: [{ ...lunch, title: null, text }] }));
  expect(titles(desk)).toEqual(['Hello you']);
  expect(desk.container.querySelector('img, b')).toBeNull();
});

it('leaves out what has no words once its markup is gone', () => {
  const desk = renderDesk(aState({ announcements: [{ ...lunch, title: null, text: '<hr>' }] }));
  expect(desk.queryByRole('region', { name: 'Announcements' })).toBeNull();
});

it('folds a long text and unfolds it on demand', () => {
  const desk = renderDesk(aState({ announcements: [{ ...lunch, text: 'word '.repeat(100) }] }));
  const more = desk.getByRole('button', { name: 'Show more' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(more);
  expect(desk.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe(
    'true',
  );
});

it('tells a screen reader of a new one, and not of those that were there before', () => {
  const desk = renderDesk(aState({ announcements: [lunch] }));
  act(() => {
    desk.state.value = aState({ announcements: [lunch, fire] });
  });
  expect(desk.getByText('New announcement: Fire drill').closest('[aria-live=polite]')).toBeTruthy();
  expect(desk.queryByText('New announcement: Lunch is served')).toBeNull();
});

it('has nothing that axe would object to', async () => {
  const desk = renderDesk(aState({ announcements: [lunch, fire] }));
  const { violations } = await axe.run(desk.container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

it('says when in the language that is chosen', () => {
  const old = anAnnouncement({ atMs: NOW_MS - 3 * 24 * 3_600_000 });
  const desk = renderDesk(aState({ announcements: [old] }), wordsOf('de', de));
  expect(desk.container.querySelector('time')?.textContent).toMatch(/^\d{2}\.\d{2}\.\d{2}, /);
});
