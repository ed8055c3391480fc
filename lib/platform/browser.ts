/** The only import of the polyfill; its makers have ended it, so it must leave by editing one file. */
export { default as browser, type Menus, type Runtime, type Tabs } from 'webextension-polyfill';
