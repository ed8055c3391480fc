import type { SignInDraft } from '@/lib/session/sign-in';
import { browser } from './browser';

const KEY = 'signInDraft';

export async function readDraft(): Promise<SignInDraft | null> {
  const values = await browser.storage.session.get(KEY);
  return (values[KEY] as SignInDraft | undefined) ?? null;
}

/** Sent off at once, so that it survives a popup that closes in the same moment. */
export function saveDraft(draft: SignInDraft): void {
  void browser.storage.session.set({ [KEY]: draft });
}
