import { browser } from './browser';

/**
 * Origin of the page in front. Its address is ours to read because the agent opened the popup over
 * it (`activeTab`); without that, and for pages of the browser itself, it is null.
 */
export async function frontTabOrigin(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url) return null;
  const { protocol, origin } = new URL(tab.url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
