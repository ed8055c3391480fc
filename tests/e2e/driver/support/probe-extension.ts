import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../browsers/find';

const SOURCE = join(import.meta.dirname, 'probe');
const ADDON_ID = 'agent-widget@daktela-agent-widget.app';

function manifestFor(name: BrowserName): object {
  const firefox = name === 'firefox';
  return {
    manifest_version: 3,
    name: 'Driver Probe',
    version: '1.0',
    permissions: ['storage', 'alarms', 'contextMenus', 'scripting', 'activeTab'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: 'Driver Probe', default_popup: 'popup.html' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+D' } } },
    background: firefox ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: { id: ADDON_ID, data_collection_permissions: { required: ['none'] } },
          },
        }
      : {}),
  };
}

export interface ProbeExtension {
  readonly dir: string;
  remove(): void;
}

/** Writes a throw-away extension with the real one's kind of manifest. */
export function writeProbeExtension(name: BrowserName): ProbeExtension {
  const dir = mkdtempSync(join(tmpdir(), 'agent-widget-probe-'));
  cpSync(SOURCE, dir, { recursive: true });
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifestFor(name)));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
