import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onAlertTest } from '@/lib/platform/alert-test';
import { browser } from '@/lib/platform/browser';
import { createBrowserEvent } from '../../support/browser-event';
