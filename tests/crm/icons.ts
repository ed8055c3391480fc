import { html, raw } from 'hono/html';

/** Line drawings on a grid of 20. */
const DRAWINGS = {
  home: 'M3 9.5 10 3l7 6.5V17h-4.5v-5h-5v5H3z',
  contacts: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM3.5 17c.5-3.4 3-5 6.5-5s6 1.6 6.5 5',
  companies: 'M4 17V3.5h7.5V17M11.5 8H16v9M2.5 17h15M6.5 7h2.5M6.5 10.5h2.5',
  deals: 'M3 5.5h14v10.5H3zM7.5 5.5V3.5h5v2M3 10h14',
  tickets: 'M3 6h14v2.5a1.5 1.5 0 0 0 0 3V14H3v-2.5a1.5 1.5 0 0 0 0-3zM12 6v8',
  reports: 'M4 17V9.5M10 17V3.5M16 17v-5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13.2 13.2 17 17',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
  call: 'M6.5 3.5 4 5c0 6 5 11 11 11l1.5-2.5-3.5-2-1.5 1.5c-2-1-3.5-2.5-4.5-4.5L8.5 7z',
  order: 'M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7',
  payment: 'M2.5 5h15v10h-15zM2.5 8.5h15M5.5 12h3',
  note: 'M4 3.5h12v9L12 16.5H4zM7 7.5h6M7 10.5h4',
  mail: 'M3 5h14v10H3zM3 5.5l7 5.5 7-5.5',
  plus: 'M10 4v12M4 10h12',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function icon(name: IconName) {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="${raw(DRAWINGS[name])}" /></svg>`;
}
