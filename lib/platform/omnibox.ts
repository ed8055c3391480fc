import { browser } from './browser';

/** One browser reads markup in a description, the other does not. */
function plain(text: string): string {
  return text.replace(/[<>&]/g, '');
}

/**
 * The keyword in the address bar: says what Enter will do while something is typed behind it, and
 * calls back on Enter.
 */
export function onOmnibox(
  describe: (typed: string) => Promise<string>,
  entered: (typed: string) => void,
): void {
  let latest = '';
  browser.omnibox.onInputChanged.addListener(async (typed) => {
    latest = typed;
    const description = plain(await describe(typed));
    // An answer to fewer letters than are there by now says too little.
    if (typed === latest) browser.omnibox.setDefaultSuggestion({ description });
  });
  browser.omnibox.onInputEntered.addListener((typed) => entered(typed));
}
