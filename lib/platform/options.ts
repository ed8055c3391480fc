import { browser } from './browser';

export function openSettings(): void {
  void browser.runtime.openOptionsPage();
}
