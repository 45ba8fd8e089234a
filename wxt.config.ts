import { defineConfig } from 'wxt';

/** The browser extension's build: one source tree, Manifest V3 for Chromium and Firefox. */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      // webRequest only listens: it tells a bad certificate of a team's endpoint from an address that does not answer.
      // Chromium tells nothing when it is granted later; Firefox does, and is asked together with the endpoint's address.
      ...(browser === 'firefox' ? [] : ['offscreen', 'webRequest']),
    ],
    // Reading runs by itself on government sites only; anything else is added by the reviewer.
    host_permissions: ['*://*.gov.cn/*'],
    optional_host_permissions: ['<all_urls>'],
    // Notifications remind of recurring rounds, asked for where these are set up; downloads writes automatic backups, asked
    // for where the reviewer wants these.
    optional_permissions: ['notifications', 'downloads', ...(browser === 'firefox' ? ['webRequest'] : [])],
    storage: { managed_schema: 'managed-schema.json' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self' https: http:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
    action: { default_title: '__MSG_extension_actionTitle__' },
    commands: {
      'flag-page': {
        suggested_key: { default: 'Alt+Shift+F' },
        description: '__MSG_commands_flagPage__',
      },
      'next-item': {
        suggested_key: { default: 'Alt+Shift+N' },
        description: '__MSG_commands_nextItem__',
      },
      'type-date': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_commands_typeDate__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'duwang@duwang.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
