/** A handset, drawn by hand on 16 × 16. */
const HANDSET =
  'M3.5 1.5h2l1.2 3.2-1.5 1.1a8.5 8.5 0 0 0 5 5l1.1-1.5 3.2 1.2v2a2 2 0 0 1-2.2 2A11.6 11.6 0 0 1 1.5 3.7a2 2 0 0 1 2-2.2z';
const SVG = 'http://www.w3.org/2000/svg';

function createHandset(document: Document): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', HANDSET);
  svg.append(path);
  return svg;
}

/** What the card is made of, from top to bottom. */
export function createParts(document: Document) {
  function make<K extends keyof HTMLElementTagNameMap>(
    name: K,
    className = '',
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[K] {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    if (element instanceof HTMLButtonElement) element.type = 'button';
    return element;
  }

  const callText = make('span');
  const call = make('button', 'call', createHandset(document), callText);
  const position = make('p', 'quiet');
  const spoken = make('span', 'unseen');
  const about = make('p', 'quiet about');
  const queueText = make('span');
  const queues = make('select');
  const queue = make('label', '', queueText, queues);
  const words = make('p');
  const advice = make('p', 'quiet');
  const copy = make('button');
  const notPhone = make('button');
  const why = make('button');
  const more = make('div', 'more', copy, notPhone, why);
  const root = make('div', 'card', call, about, position, spoken, queue, words, advice, more);
  root.setAttribute('role', 'dialog');
  spoken.setAttribute('role', 'status');
  return {
    root,
    call,
    callText,
    position,
    spoken,
    about,
    queue,
    queueText,
    queues,
    words,
    advice,
    copy,
    notPhone,
    why,
  };
}
