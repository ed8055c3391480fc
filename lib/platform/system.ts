import { browser } from './browser';

const SYSTEMS = { win: 'windows', mac: 'mac', cros: 'chromeos' } as const;

/** The systems whose settings differ; most of the others are Linux. */
export async function readSystem() {
  const { os } = await browser.runtime.getPlatformInfo();
  return os === 'win' || os === 'mac' || os === 'cros' ? SYSTEMS[os] : 'other';
}

/** As the browser calls itself. */
export function browserName(userAgent: string): string {
  if (/\bFirefox\//.test(userAgent)) return 'Firefox';
  return /\bEdg\//.test(userAgent) ? 'Microsoft Edge' : 'Chrome';
}
