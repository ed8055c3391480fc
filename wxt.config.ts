import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

const NAME = 'Agent Widget for Daktela';
const ANY_SITE = ['https://*/*', 'http://*/*'];

const LOCALES = 'lib/i18n/locales';
const POLICY_SCHEMA = 'policy-schema.json';

/** Each language is a file that is read when it is chosen; the scripts that must not wait hold English too. */
function localeFiles() {
  return readdirSync(LOCALES)
    .filter((file) => file !== 'page.en.json')
    .map((file) => ({
      relativeDest: `locales/${file}`,
      contents: JSON.stringify(JSON.parse(readFileSync(join(LOCALES, file), 'utf8'))),
    }));
}

/**
 * Both browsers' own API has promises, so a page needs no polyfill (10 kB) to be painted. The
 * background does: only with it may a listener answer a message with a promise.
 */
function nativeApiInPages(): Plugin {
  const POLYFILL = 'webextension-polyfill';
  const NATIVE = '\0native-extension-api';
  let buildsPages = false;
  return {
    name: 'native-extension-api-in-pages',
    enforce: 'pre',
    configResolved({ build }) {
      buildsPages = JSON.stringify(build.rollupOptions.input ?? '').includes('.html');
    },
    resolveId: (id) => (buildsPages && id === POLYFILL ? NATIVE : null),
    load: (id) =>
      id === NATIVE ? 'export default globalThis.browser ?? globalThis.chrome;' : null,
  };
}

/** What is read later lies on the same disk and has no style of its own: nothing is won by fetching it ahead. */
function plainDynamicImport(): Plugin {
  return {
    name: 'plain-dynamic-import',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
  };
}

/**
 * Nothing we show is markup, so the one way in which the view library can make text into markup leads
 * to text as well: whatever a server or a page says, none of our pages can be made to run it.
 */
function noMarkupInPages(): Plugin {
  return {
    name: 'no-markup-in-pages',
    transform: (code, id) =>
      id.includes('/node_modules/preact/')
        ? { code: code.replace(/\.innerHTML(?=\s*=[^=])/g, '.textContent'), map: null }
        : null,
  };
}

/** Pages and popups pay for every byte of these scripts, so they are made small once more. */
function smallestScripts(): Plugin {
  return {
    name: 'smallest-scripts',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        const compress = { ecma: 2020, passes: 3, hoist_funs: true, unsafe_arrows: true } as const;
        part.code =
          (await minify(part.code, { compress, ecma: 2020, toplevel: true })).code ?? part.code;
      }
    },
  };
}

/**
 * A script in somebody's page watches its own life (it is told of more than the framework knows), so
 * the framework's way, which is 4 kB and a message that pages can hear and forge, is left out.
 */
function noFrameworkInPages(): Plugin {
  return {
    name: 'no-framework-in-pages',
    enforce: 'pre',
    transform(code) {
      const script = /import definition from ("[^"]+")[\s\S]*new ContentScriptContext\(/.exec(
        code,
      )?.[1];
      return script && `import script from ${script}; export default script.main();`;
    },
  };
}

export default defineConfig({
  modules: ['@wxt-dev/auto-icons'],
  imports: false,
  manifestVersion: 3,
  publicDir: 'components/public',
  // What a reviewer needs to make the package anew, and nothing that happens to lie around.
  zip: {
    excludeSources: ['**'],
    includeSources: [
      '{components,docs,entrypoints,lib}/**',
      '{README,SECURITY}.md',
      'package{,-lock}.json',
      'tsconfig.json',
      'wxt.config.ts',
    ],
  },
  autoIcons: {
    baseIconPath: 'components/brand/icon.svg',
    sizes: [128, 64, 48, 32, 16],
    developmentIndicator: false,
  },
  hooks: {
    'build:manifestGenerated'(wxt, { action }) {
      if (!action) return;
      // The framework takes the name of the button from the popup's <title>, which has one language only.
      action.default_title = '__MSG_actionTitle__';
      // Firefox would put the button into a menu, where nobody sees its badge.
      if (wxt.config.browser === 'firefox') action.default_area = 'navbar';
    },
    'build:publicAssets': (wxt, files) => {
      files.push(...localeFiles());
      if (wxt.config.browser !== 'firefox') {
        files.push({
          absoluteSrc: resolve('lib/settings', POLICY_SCHEMA),
          relativeDest: POLICY_SCHEMA,
        });
      }
    },
  },
  vite: () => ({
    plugins: [
      preact(),
      nativeApiInPages(),
      plainDynamicImport(),
      noFrameworkInPages(),
      noMarkupInPages(),
      smallestScripts(),
    ],
    build: { modulePreload: false },
  }),
  manifest: ({ browser }) => ({
    name: NAME,
    short_name: 'Daktela Agent',
    default_locale: 'en',
    description: '__MSG_description__',
    permissions: [
      'storage',
      'alarms',
      'contextMenus',
      'scripting',
      'activeTab',
      'notifications',
      // Chrome's background is a worker and cannot be heard; Firefox's can.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // To tell whether anybody is at the computer; asked for when the agent wants that.
    optional_permissions: ['idle'],
    optional_host_permissions: ANY_SITE,
    omnibox: { keyword: 'dk' },
    // Chrome allows four suggestions, and drops those that are keys of its own.
    commands: {
      accept: {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_acceptCommand__',
      },
      reject: { description: '__MSG_rejectCommand__' },
      'hang-up': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_hangUpCommand__',
      },
      'toggle-ready': { description: '__MSG_toggleReadyCommand__' },
      _execute_action: { description: '__MSG_actionTitle__' },
      'call-selection': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_callSelection__',
      },
      'step-next': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_stepNextCommand__',
      },
      'step-previous': { description: '__MSG_stepPreviousCommand__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'agent-widget@daktela-agent-widget.app',
              strict_min_version: '140.0',
              // Firefox counts all that leaves the browser, to whomever: here to the agent's own Daktela.
              data_collection_permissions: {
                required: ['authenticationInfo', 'personallyIdentifyingInfo'],
              },
            },
            // Only there such a statement is younger; the desk itself is made for computers.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : // Firefox gives an administrator's values as they are.
        { minimum_chrome_version: '120', storage: { managed_schema: POLICY_SCHEMA } }),
  }),
});
