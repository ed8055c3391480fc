// @vitest-environment happy-dom
import { act, cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Trouble } from '@/lib/agent/state';
import { aState, NOW_MS } from '../support/builders';
import { renderDesk } from '../support/desk';

afterEach(cleanup);

const trouble = (changes: Partial<Trouble> = {}): Trouble => ({
  failure: { kind: 'server', messages: [] },
  sinceMs: NOW_MS - 12_000,
  retryAtMs: NOW_MS + 5_000,
  notBeforeMs: NOW_MS - 3_000,
  ...changes,
});

const inTrouble = (changes: Partial<Trouble> = {}) =>
  aState({ link: 'reconnecting', trouble: trouble(changes), pulledAtMs: NOW_MS - 12_000 });

const notice = (desk: ReturnType<typeof renderDesk>) =>
  desk.getByRole('region', { name: 'Connection' });

describe('while the link is down, the desk', () => {
  it('counts the seconds to the next attempt', () => {
    const desk = renderDesk(inTrouble());
    expect(notice(desk).textContent).toContain('Next attempt in 5 seconds.');
    act(() => {
      desk.nowMs.value = NOW_MS + 4_000;
    });
    expect(notice(desk).textContent).toContain('Next attempt in 1 second.');
  });

  it('says when Daktela was last heard', () => {
    const desk = renderDesk(inTrouble());
    expect(notice(desk).textContent).toContain('Last heard from Daktela 0:12 ago.');
  });

  it('says why', () => {
    const desk = renderDesk(inTrouble());
    expect(notice(desk).textContent).toContain('Daktela has a problem of its own.');
  });

  it('tries at once when the agent wants it', () => {
    const desk = renderDesk(inTrouble());
    fireEvent.click(desk.getByRole('button', { name: 'Try now' }));
    expect(desk.sent).toEqual([{ type: 'session.hurry' }]);
  });

  it('offers no attempt while one is on its way', () => {
    const desk = renderDesk(inTrouble({ retryAtMs: NOW_MS - 1 }));
    const button = desk.getByRole('button', { name: 'Try now' }) as HTMLButtonElement;
    expect(notice(desk).textContent).toContain('Trying now');
    expect(button.disabled).toBe(true);
  });

  it('offers no attempt before the time the server has asked for', () => {
    const desk = renderDesk(
      inTrouble({ retryAtMs: NOW_MS + 30_000, notBeforeMs: NOW_MS + 30_000 }),
    );
    expect(desk.queryByRole('button', { name: 'Try now' })).toBeNull();
    expect(notice(desk).textContent).toContain('Daktela asked to wait 0:30.');
  });

  it('speaks of the network when the computer is off it', () => {
    const desk = renderDesk({ ...inTrouble(), link: 'offline' });
    expect(notice(desk).textContent).toContain('Your computer has no network.');
  });
});

describe('while the link is healthy, the desk', () => {
  it('shows no notice of it', () => {
    const desk = renderDesk(aState());
    expect(desk.queryByRole('region', { name: 'Connection' })).toBeNull();
  });

  it('tells on demand how old the last word is', () => {
    const desk = renderDesk(aState({ pulledAtMs: NOW_MS - 9_000 }));
    expect(desk.getByTitle('Last heard from Daktela 0:09 ago.').textContent).toBe('Connected');
  });

  it('has no notice before the first answer either', () => {
    const desk = renderDesk(aState({ link: 'connecting', pulledAtMs: null }));
    expect(desk.queryByRole('region', { name: 'Connection' })).toBeNull();
  });
});
