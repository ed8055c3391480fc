import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';

// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));
