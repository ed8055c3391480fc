// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_ALERTS, RUNGS } from '@/lib/settings/alerts';
import { PSEUDO, untranslatedIn } from '../../support/pseudo-language';
import { renderSettings } from '../../support/settings-desk';
import { ENGLISH } from '../../support/settings-english';

afterEach(cleanup);

function renderAlerts(stored: Partial<typeof DEFAULT_ALERTS> = {}) {
  const page = renderSettings(ENGLISH, { alerts: { ...DEFAULT_ALERTS, ...stored } });
  const group = within(page.getByRole('region', { name: 'Alerts' }));
  const box = (name: string) => group.getByRole('checkbox', { name }) as HTMLInputElement;
  return { ...page, group, box, kept: () => page.settings.value?.alerts ?? DEFAULT_ALERTS };
}

describe('the table of alerts', () => {
  it('has a box for each way of each type, ticked as it is by default', () => {
    const { group, box } = renderAlerts();
    expect(group.getAllByRole('row')).toHaveLength(14);
    expect(group.getAllByRole('checkbox')).toHaveLength(13 * RUNGS.length);
    expect(box('Call: Tone').checked).toBe(true);
    expect(box('Call: Desk opens').checked).toBe(false);
    expect(box('E-mail: Tone').checked).toBe(false);
    expect(box('Anything else: Notification').checked).toBe(true);
  });

  it('explains each of its columns in a sentence', () => {
    const { group } = renderAlerts();
    for (const column of ['Number', 'Notification', 'Tone', 'Desk opens', 'Goes on']) {
      expect(group.getByRole('columnheader', { name: column })).toBeTruthy();
      const [word] = group.getAllByText(column, { selector: 'b' });
      expect(word?.nextElementSibling?.textContent).toMatch(/\.$/);
    }
  });

  it('keeps what is ticked, and nothing of what is not touched', async () => {
    const { box, kept } = renderAlerts();
    fireEvent.click(box('Call: Desk opens'));
    await waitFor(() => expect(box('Call: Desk opens').checked).toBe(true));
    fireEvent.click(box('Chat: Tone'));
    await waitFor(() => expect(box('Chat: Tone').checked).toBe(false));
    expect(kept().rungs).toEqual({
      own: { CALL: { window: true }, CHAT: { tone: false } },
      pool: {},
    });
  });

  it('is another one for what waits for anybody', async () => {
    const page = renderAlerts();
    fireEvent.click(page.radio('For anybody'));
    expect(page.box('Call: Tone').checked).toBe(false);
    fireEvent.click(page.box('Call: Number'));
    await waitFor(() =>
      expect(page.kept().rungs).toEqual({ own: {}, pool: { CALL: { badge: true } } }),
    );
  });

  it('can be ticked as at first, when it is not so already', async () => {
    const page = renderAlerts({ rungs: { own: { CALL: { tone: false } }, pool: {} } });
    fireEvent.click(page.getByRole('button', { name: 'Tick as at first' }));
    await waitFor(() => expect(page.kept().rungs).toEqual({ own: {}, pool: {} }));
    expect(page.queryByRole('button', { name: 'Tick as at first' })).toBeNull();
  });
});

describe('quiet on a telephone', () => {
  it('unticks the tone of calls while they ring on one, until the agent ticks it', async () => {
    const page = renderAlerts();
    await act(async () => {
      page.alerts.onTelephone.value = true;
    });
    expect(page.box('Call: Tone').checked).toBe(false);
    expect(page.group.getByText(/Your calls ring on a telephone at the moment\./)).toBeTruthy();
    fireEvent.click(page.box('Call: Tone'));
    await waitFor(() => expect(page.box('Call: Tone').checked).toBe(true));
  });

  it('can be switched off altogether', async () => {
    const page = renderAlerts();
    page.alerts.onTelephone.value = true;
    fireEvent.click(page.getByRole('switch', { name: 'Quiet while calls ring on a telephone' }));
    await waitFor(() => expect(page.kept().quietOnTelephone).toBe(false));
    expect(page.box('Call: Tone').checked).toBe(true);
  });
});

it('the notification of an automatic pause can be switched off', async () => {
  const page = renderAlerts();
  fireEvent.click(page.getByRole('switch', { name: 'Tell of an automatic pause' }));
  await waitFor(() => expect(page.kept().autoPause).toBe(false));
});

it('says nothing in English by itself', () => {
  const page = renderSettings(PSEUDO, {
    alerts: { ...DEFAULT_ALERTS, rungs: { own: { CALL: { tone: false } }, pool: {} } },
  });
  page.alerts.onTelephone.value = true;
  const group = page.getByRole('region', { name: '[[Alerts]]' });
  expect(untranslatedIn(group, [])).toEqual([]);
});
