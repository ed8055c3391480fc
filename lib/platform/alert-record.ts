import type { AlertPorts, AlertRecord } from '@/lib/session/ports';
import { browser } from './browser';

const KEY = 'alerts';

export const alertRecord: AlertPorts['store'] = {
  async read() {
    const values = await browser.storage.session.get(KEY);
    return (values[KEY] as AlertRecord | undefined) ?? null;
  },
  write: (record) => browser.storage.session.set({ [KEY]: record }),
};
