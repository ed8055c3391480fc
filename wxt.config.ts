import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const NAME = 'Agent Widget for Daktela';
const ANY_SITE = ['https://*/*', 'http://*/*'];

export default defineConfig({
  modules: ['@wxt-dev/auto-icons'],
  imports: false,
  manifestVersion: 3,
  publicDir: 'components/public',
  autoIcons: { baseIconPath: 'components/brand/icon.svg', developmentIndicator: false },
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: NAME,
    short_name: 'Daktela Agent',
    description:
      'The Daktela agent desk in your toolbar: take calls, change state and dial any number on a page.',
    permissions: ['storage', 'alarms', 'contextMenus', 'scripting', 'activeTab'],
    optional_host_permissions: ANY_SITE,
    action: { default_title: NAME },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'agent-widget@daktela-agent-widget.app',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
