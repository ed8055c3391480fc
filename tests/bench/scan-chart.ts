import type { ScanFigures } from './page-scan';

const PAGES = [
  ['table', '5,000-row table, 30,000 texts, 1,250 numbers'],
  ['nodes', '50,000 nodes, 1,515 numbers'],
  ['text', '30,000 texts without a digit'],
] as const;
const CONTENDERS = [
  ['bareWalk', 'Bare walk over the texts', '#8a97a3'],
  ['ours', 'Agent Widget', '#0f8f87'],
  ['libphonenumber', 'libphonenumber-js on every text', '#b7791f'],
  ['ringcentralC2D', 'ringcentral-c2d', '#c2410c'],
] as const;

const WIDTH = 760;
const LEFT = 236;
const BAR_LENGTH = 400;
const BAR = 18;
const ROW = 26;
const HEAD = 64;
const GAP = 44;

/** Lengths on a logarithmic scale, from a millisecond on. */
function barLength(ms: number, mostMs: number): number {
  return Math.max(2, (Math.log10(Math.max(ms, 1)) / Math.log10(mostMs)) * BAR_LENGTH);
}

const text = (x: number, y: number, style: string, words: string) =>
  `<text x="${x}" y="${y}" ${style}>${words}</text>`;
const said = (ms: number) => (ms >= 1_000 ? `${(ms / 1_000).toFixed(1)} s` : `${ms.toFixed(1)} ms`);

/** Main-thread time of each contender on each page, as a picture on a ground of its own. */
export function scanChart(figures: ScanFigures): string {
  const all = PAGES.flatMap(([page]) => CONTENDERS.map(([who]) => figures[page][who].totalMs));
  const mostMs = Math.max(10, ...all);
  const groupHeight = CONTENDERS.length * ROW + GAP;
  const height = HEAD + PAGES.length * groupHeight;
  const groups = PAGES.flatMap(([page, title], group) => {
    const top = HEAD + group * groupHeight;
    const bars = CONTENDERS.flatMap(([who, name, colour], row) => {
      const y = top + 12 + row * ROW;
      const { totalMs, longestTaskMs } = figures[page][who];
      const length = barLength(totalMs, mostMs);
      return [
        text(LEFT - 10, y + 13, 'text-anchor="end" fill="#33414d"', name),
        `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="3" fill="${colour}"/>`,
        text(
          LEFT + length + 8,
          y + 13,
          `fill="#17202a"${who === 'ours' ? ' font-weight="700"' : ''}`,
          `${said(totalMs)} · longest task ${said(longestTaskMs)}`,
        ),
      ];
    });
    return [text(20, top, 'font-weight="600" fill="#17202a"', title), ...bars];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + 60}" height="${height}" viewBox="0 0 ${WIDTH + 60} ${height}" font-family="system-ui, 'Segoe UI', Roboto, sans-serif" font-size="12.5" role="img" aria-label="Time on the main thread to find the phone numbers of a page">
<rect width="100%" height="100%" rx="10" fill="#ffffff" stroke="#cfd8df"/>
${text(20, 30, 'font-size="16" font-weight="700" fill="#17202a"', 'Time on the page’s main thread to find its phone numbers')}
${groups.join('\n')}
${text(20, height - 12, 'font-size="11" fill="#5b6873"', 'Processor time in one run of Chromium; logarithmic scale; shorter is better.')}
</svg>
`;
}
