const NUMBERS = 1_250;
const ROWS = 5_000;
const NODES = 50_000;
const TEXTS = 30_000;

const FIRST_NAMES = ['Jana', 'Petr', 'Eva', 'Tomáš', 'Lucie', 'Marek', 'Hana', 'Jakub'];
const LAST_NAMES = ['Nováková', 'Svoboda', 'Dvořáková', 'Černý', 'Procházková', 'Kučera', 'Veselá'];
const TOWNS = [
  'Brno',
  'Praha',
  'Olomouc',
  'Ostrava',
  'Plzeň',
  'Liberec',
  'Zlín',
  'Jihlava',
  'Tábor',
];
const WORDS =
  'the offer waits for the answer of the customer who asked about another delivery date and wants to be called back after lunch when the order has been checked once more by somebody from the warehouse'.split(
    ' ',
  );

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? '';
const person = (at: number) => `${pick(FIRST_NAMES, at * 3)} ${pick(LAST_NAMES, at * 5)}`;
const PREFIXES = [
  601, 602, 604, 605, 606, 607, 608, 721, 723, 728, 731, 734, 736, 739, 773, 775, 777,
];
const numberOf = (at: number) =>
  `+420 ${PREFIXES[at % PREFIXES.length]} ${String(100 + ((at * 37) % 900))} ${String(100 + ((at * 91) % 900))}`;

function sentence(at: number): string {
  const from = at % 17;
  return [...WORDS.slice(from, from + 9), pick(WORDS, at * 7)].join(' ');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="cs"><meta charset="utf-8"><title>${title}</title><style>body{font:14px sans-serif}td,th{padding:2px 8px}</style><body>${body}</body></html>`;
}

/** One table of 5,000 rows with six cells, every fourth of them with a number. */
function tablePage(): string {
  const rows = Array.from({ length: ROWS }, (_row, at) => {
    const phone = at % (ROWS / NUMBERS) === 0 ? numberOf(at) : '—';
    const day = `${1 + (at % 28)}. ${1 + (at % 12)}. 2026`;
    return `<tr><td>${100_001 + at}</td><td>${person(at)}</td><td>${pick(TOWNS, at)}</td><td>${phone}</td><td>${day}</td><td>${sentence(at)}</td></tr>`;
  });
  return page(
    'Table',
    `<table><thead><tr><th>Objednávka</th><th>Jméno</th><th>Město</th><th>Telefon</th><th>Datum</th><th>Poznámka</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

/** 50,000 nodes as applications draw them: cards of elements in each other, every card with a number. */
function nodesPage(): string {
  const card = (at: number) =>
    `<article class="card"><header><div><span>${person(at)}</span><span>${pick(TOWNS, at)}</span></div></header><div><dl><dt>Telefon</dt><dd><a href="#"><span>${numberOf(at)}</span></a></dd><dt>Schůzka</dt><dd>${1 + (at % 28)}. 5. 2026 v 10:30</dd></dl><p>${sentence(at)} <b>${pick(WORDS, at)}</b> ${sentence(at + 3)}</p><div><button>Otevřít</button><button>Upravit</button></div></div></article>\n`;
  const nodesInCard = 33;
  return page('Nodes', Array.from({ length: NODES / nodesInCard }, (_, at) => card(at)).join(''));
}

/** Text without a digit. */
function textPage(): string {
  const paragraph = (at: number) =>
    `<p>${sentence(at)} <i>${pick(WORDS, at)}</i> ${sentence(at + 5)}</p>\n`;
  return page('Text', Array.from({ length: TEXTS / 4 }, (_, at) => paragraph(at)).join(''));
}

export const BENCH_PAGES = {
  table: tablePage,
  nodes: nodesPage,
  text: textPage,
} as const;

export type BenchPage = keyof typeof BENCH_PAGES;
