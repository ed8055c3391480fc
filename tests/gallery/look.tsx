import { render } from 'preact';
import { App } from '@/components/app';
import '@/components/styles/desk.css';
import { PSEUDO } from '../support/pseudo-language';
import { createStandIns } from '../support/stand-ins';
import { LOOKS } from './states';

const wanted = new URLSearchParams(location.search);
const { documentElement } = document;
documentElement.dataset.place = 'popup';
documentElement.dir = wanted.get('dir') ?? 'ltr';
documentElement.style.colorScheme = wanted.get('theme') ?? 'light dark';

/** Presses what has to be open, as a person would, one frame after the other. */
async function press(names: readonly string[]): Promise<void> {
  for (const name of names) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const buttons = [...document.querySelectorAll('button')];
    const button = buttons.find((each) =>
      (each.ariaLabel ?? each.textContent ?? '').startsWith(name),
    );
    if (!button) throw new Error(`There is no button ${name}.`);
    button.click();
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function show(): Promise<void> {
  const look = LOOKS[wanted.get('look') ?? ''];
  if (!look) throw new Error('There is no such look.');
  const standIns = createStandIns(
    look.state,
    ...(wanted.get('words') === 'pseudo' ? [PSEUDO] : []),
  );
  if (look.history) standIns.history.value = look.history;
  // Parts that are fetched when they are shown are there by then.
  await Promise.all([
    import('@/components/sign-in'),
    import('@/components/history-list'),
    import('@/components/ring-countdown'),
  ]);
  render(<App ports={standIns.ports} />, document.body);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await press(look.press ?? []);
  documentElement.dataset.shown = 'yes';
}

void show();
