import type { Storm } from '../support/reconnect-storm';

interface Panel {
  readonly title: string;
  readonly awayMs: number;
  readonly storm: Storm;
}

const PLOT = { left: 64, top: 44, width: 760, height: 190 };
const PANEL_HEIGHT = 300;
const WIDTH = PLOT.left + PLOT.width + 24;
const GAP = 1;
/** Seconds shown; of a long outage the end, when the server comes back. */
const SHOWN_S = 110;

function frame(y: number, agents: number, mostPerSecond: number) {
  const goal = agents * 0.05;
  const heightOf = (perSecond: number) => (perSecond / mostPerSecond) * PLOT.height;
  const bottom = y + PLOT.top + PLOT.height;
  const lines = [0, goal / 2, goal].map((perSecond) => {
    const at = bottom - heightOf(perSecond);
    const isGoal = perSecond === goal;
    return (
      `<line x1="${PLOT.left}" x2="${PLOT.left + PLOT.width}" y1="${at}" y2="${at}" class="${isGoal ? 'goal' : 'grid'}"/>` +
      `<text x="${PLOT.left - 8}" y="${at + 4}" text-anchor="end">${perSecond}</text>`
    );
  });
  const label = `<text x="${PLOT.left + PLOT.width}" y="${bottom - heightOf(goal) - 6}" text-anchor="end" class="goalText">goal: at most 5 % of agents a second</text>`;
  return { bottom, heightOf, svg: lines.join('') + label };
}

function panelOf({ title, awayMs, storm }: Panel, index: number, agents: number): string {
  const y = index * PANEL_HEIGHT;
  const { bottom, heightOf, svg } = frame(y, agents, agents * 0.06);
  const awayS = awayMs / 1_000;
  const fromS = Math.max(0, Math.ceil(awayS) + 60 - SHOWN_S);
  const shown = storm.reconnecting.slice(fromS, fromS + SHOWN_S);
  const step = PLOT.width / SHOWN_S;
  const xOf = (second: number) => PLOT.left + (second - fromS) * step;
  const bars = shown.map((perSecond, second) => {
    const height = heightOf(perSecond);
    const x = PLOT.left + second * step;
    return `<rect x="${x.toFixed(1)}" y="${(bottom - height).toFixed(1)}" width="${(step - GAP).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  const lastMs = storm.backAfterMs.at(-1) ?? Number.NaN;
  const moments = [
    [awayS, 'server is back'],
    [awayS + lastMs / 1_000, `all ${storm.backAfterMs.length} are back`],
  ] as const;
  const marks = moments.map(([second, words]) => {
    const x = xOf(second).toFixed(1);
    return (
      `<line x1="${x}" x2="${x}" y1="${y + PLOT.top}" y2="${bottom}" class="moment"/>` +
      `<text x="${x}" y="${y + PLOT.top - 6}" text-anchor="middle">${words}</text>`
    );
  });
  const ticks = shown.flatMap((_perSecond, second) =>
    (fromS + second) % 10 === 0
      ? [
          `<text x="${xOf(fromS + second).toFixed(1)}" y="${bottom + 16}" text-anchor="middle">${fromS + second}</text>`,
        ]
      : [],
  );
  const peak = Math.max(...storm.reconnecting);
  const head = `<text x="${PLOT.left}" y="${y + 18}" class="title">${title}. Peak ${peak} a second, all back ${(lastMs / 1_000).toFixed(1)} s after the server</text>`;
  const axis = `<text x="${PLOT.left + PLOT.width / 2}" y="${bottom + 34}" text-anchor="middle">seconds since all polls were cut</text>`;
  return [head, svg, ...bars, ...marks, ...ticks, axis].join('\n');
}

/** Requests a second of agents who are not back, one panel for each storm, as an SVG picture. */
export function drawStorm(agents: number, panels: readonly Panel[]): string {
  const height = panels.length * PANEL_HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Requests per second of ${agents} agents who reconnect">
<style>
text { font: 12px system-ui, sans-serif; fill: #334155 }
.title { font-size: 14px; font-weight: 600; fill: #0f172a }
rect { fill: #0d9488 }
.grid { stroke: #e2e8f0 }
.goal { stroke: #b91c1c; stroke-dasharray: 6 4 }
.goalText { fill: #b91c1c }
.moment { stroke: #64748b; stroke-dasharray: 2 3 }
</style>
<rect width="${WIDTH}" height="${height}" style="fill: #ffffff"/>
${panels.map((panel, index) => panelOf(panel, index, agents)).join('\n')}
</svg>
`;
}
