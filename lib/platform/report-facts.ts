import { SIGNED_OUT } from '@/lib/agent/state';
import type { ReportFacts } from '@/lib/diagnostics/report';
import type { Snapshot } from '@/lib/session/ports';
import { browser } from './browser';
import { readShortcuts } from './shortcuts';

/** How much each key takes, as JSON; the browsers' own count is not to be had everywhere. */
function sizesOf(values: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)?.length ?? 0]),
  );
}

/** Reads what a report is made of; nothing of it leaves the page before it is made safe. */
export async function readFacts(settings: unknown): Promise<ReportFacts> {
  const [platform, permissions, shortcuts, session, local] = await Promise.all([
    browser.runtime.getPlatformInfo(),
    browser.permissions.getAll(),
    readShortcuts(),
    browser.storage.session.get(null),
    browser.storage.local.get(null),
  ]);
  return {
    atMs: Date.now(),
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    platform,
    permissions: permissions.permissions ?? [],
    origins: permissions.origins ?? [],
    keys: shortcuts.filter(({ keys }) => keys !== '').length,
    settings,
    state: (session.snapshot as Snapshot | undefined)?.state ?? SIGNED_OUT,
    events: session.events,
    sizes: { session: sizesOf(session), local: sizesOf(local) },
  };
}
