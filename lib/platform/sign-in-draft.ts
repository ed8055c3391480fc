import type { SignInDraft } from '@/lib/session/sign-in';
import { browser } from './browser';
import { readStored } from './read-stored';

const KEY = 'signInDraft';

export async function readDraft(): Promise<SignInDraft | null> {
  return ((await readStored('session', KEY)) as SignInDraft | undefined) ?? null;
}

/** Sent off at once, so that it survives a popup that closes in the same moment. */
export function saveDraft(draft: SignInDraft): void {
  void browser.storage.session.set({ [KEY]: draft });
}
