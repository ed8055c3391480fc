import { browser, type Tabs } from './browser';

const CALL_SELECTION = 'call-selection';

interface FrameSelection {
  readonly text: string;
  readonly hasFocus: boolean;
}

/** Runs in the page and may use nothing from outside itself. What is typed as a password is not read. */
function readSelection(): FrameSelection {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const hasFocus = document.hasFocus();
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
    const { value, selectionStart, selectionEnd, type } = active;
    if (type === 'password') return { text: '', hasFocus };
    const typed = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    if (typed !== '') return { text: typed, hasFocus };
  }
  return { text: String(getSelection() ?? ''), hasFocus };
}

/** The selected text of a tab the agent has just pressed a key over; null when the page cannot be read. */
async function selectionIn(tabId: number): Promise<string | null> {
  try {
    const target = { tabId, allFrames: true };
    const frames = await browser.scripting.executeScript({ target, func: readSelection });
    const selections = frames
      .map(({ result }) => result as FrameSelection | null | undefined)
      .filter((selection) => selection != null && selection.text.trim() !== '');
    return (selections.find((each) => each?.hasFocus) ?? selections[0])?.text ?? '';
  } catch {
    return null;
  }
}

/** The shortcut: calls back with what is selected in the tab in front, null for a page nobody may read. */
export function onCallSelection(call: (selection: string | null) => void): void {
  browser.commands.onCommand.addListener(async (command: string, tab?: Tabs.Tab) => {
    if (command !== CALL_SELECTION || tab?.id === undefined) return;
    call(await selectionIn(tab.id));
  });
}
