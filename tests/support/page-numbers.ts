import type { PageNumbers } from '@/lib/messages/page-numbers';

/** What a frame of a page says when it has found one number and refused none. */
export function aPage(overrides: Partial<PageNumbers> = {}): PageNumbers {
  return {
    frame: 'top',
    host: 'crm.example',
    scanning: false,
    numbers: [{ number: '+420777123456', dial: '+420777123456' }],
    refused: [],
    ...overrides,
  };
}
