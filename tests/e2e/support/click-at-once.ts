import type { View } from '../driver/view';

/** Long enough for every page to have heard of it. */
const AHEAD_MS = 1_000;

/**
 * Clicks the button of that name in all views at one moment. Clicks made one after the other would
 * let the first take the button away from the second.
 */
export async function clickAtOnce(name: string, views: readonly View[]): Promise<void> {
  await Promise.all(views.map((view) => view.see('button', name)));
  const atMs = Date.now() + AHEAD_MS;
  await Promise.all(
    views.map((view) =>
      view.evaluate<void>(`(async () => {
        await new Promise((resolve) => setTimeout(resolve, ${atMs} - Date.now()));
        const buttons = [...document.querySelectorAll('button:enabled')];
        const button = buttons.find(({ innerText }) => innerText.trim() === ${JSON.stringify(name)});
        // On a busy machine the outcome of the other click may be shown here before this one is made.
        button?.click();
      })()`),
    ),
  );
}
