import { seededRandom } from '../support/seeded-random';

/** How a page's own timers went on while something happened. */
export interface Pace {
  /** The longest that one of the page's timers came late. */
  readonly maxGapMs: number;
  /** What the page managed to do meanwhile, in its own units. */
  readonly done: number;
}

/** What a page may try. Nothing of it may dial, hang the page or stay in memory. */
export interface Attacks {
  /** Events made by script at every element that is there, and `click()` on it. */
  clickEverything(): void;
  coverCard(): void;
  restyleCard(): void;
  /** What a page can find out about the inside of the card. */
  readCard(): string[];
  /** Takes the card away, moves it and copies it as often as it comes. */
  fightCard(forMs: number): Promise<Pace>;
  /** @param start the first of the numbers; those of a later flood are others */
  flood(forMs: number, start: number): Promise<Pace>;
  digitsInOneText(megabytes: number, forMs: number): Promise<Pace>;
  digitsInManyTexts(count: number, forMs: number): Promise<Pace>;
  nest(levels: number, forMs: number): Promise<Pace>;
  imitate(extension: string): void;
  clear(): void;
}

declare global {
  interface Window {
    attacks: Attacks;
  }
}

const card = () => document.querySelector<HTMLElement>('agent-widget-card');

document.body.innerHTML = `
  <h1>Hostile</h1>
  <p id="number">Call <b>+420 777 123 456</b> now</p>
  <p><a href="tel:+420777123456">Link</a></p>
  <p id="control">Also +420 608 333 444</p>
  <div id="arena"></div>`;
// No chooser of the system may open in a test.
window.addEventListener('click', (event) => event.preventDefault());
const arena = document.getElementById('arena') ?? document.body;

/** Watches the page's timers until the time is over. */
async function paceOf(forMs: number, work: () => number): Promise<Pace> {
  const startedAt = performance.now();
  let last = startedAt;
  let maxGapMs = 0;
  let done = 0;
  while (last - startedAt < forMs) {
    done += work();
    await new Promise((resolve) => setTimeout(resolve, 4));
    const now = performance.now();
    maxGapMs = Math.max(maxGapMs, now - last);
    last = now;
  }
  return { maxGapMs, done };
}

const once = (work: () => void) => {
  let isDone = false;
  return () => {
    if (isDone) return 0;
    isDone = true;
    work();
    return 1;
  };
};

const POINTER = ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'pointerenter'];
const MOUSE = [
  'mouseover',
  'mousemove',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
];
const OTHER = ['focus', 'focusin', 'input', 'change', 'submit', 'toggle', 'scroll'];

function attack(target: Element | Document | Window): void {
  const box = target instanceof Element ? target.getBoundingClientRect() : null;
  const clientX = (box?.left ?? 0) + 20;
  const clientY = (box?.top ?? 0) + 20;
  const init = { bubbles: true, composed: true, cancelable: true, clientX, clientY, detail: 1 };
  for (const type of POINTER) target.dispatchEvent(new PointerEvent(type, init));
  for (const type of MOUSE) target.dispatchEvent(new MouseEvent(type, init));
  for (const type of OTHER) target.dispatchEvent(new Event(type, init));
  for (const key of ['Enter', ' ']) {
    for (const type of ['keydown', 'keypress', 'keyup']) {
      const code = key === ' ' ? 'Space' : key;
      target.dispatchEvent(new KeyboardEvent(type, { ...init, key, code }));
    }
  }
  if (target instanceof HTMLElement) {
    target.focus();
    target.click();
  }
}

function readCard(): string[] {
  const host = card();
  if (!host) return [];
  const box = host.getBoundingClientRect();
  const inside = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return [
    `root ${host.shadowRoot}`,
    `text ${host.textContent}${host.innerText}`,
    `html ${host.getHTML({ serializableShadowRoots: true })}`,
    `hit ${inside?.localName}`,
    `slots ${host.childNodes.length}`,
    `path ${document.activeElement === host ? host.shadowRoot?.activeElement : null}`,
    `find ${document.querySelectorAll('agent-widget-card *').length}`,
  ];
}

/** Everything that could make a card unseen, or seem to be something else. */
const HIDING = `
  agent-widget-card, agent-widget-card:popover-open {
    opacity: 0 !important; visibility: hidden !important; transform: scale(0.01) !important;
    clip-path: inset(50%) !important; filter: opacity(0) !important; width: 1px !important;
    font-size: 0 !important; color: transparent !important; background: none !important;
    left: 0 !important; top: 0 !important; display: none !important; zoom: 0.01 !important;
    animation: none !important; content-visibility: hidden !important; mask: none !important;
  }
  agent-widget-card::before, agent-widget-card::after {
    content: 'Free ice cream' !important; position: absolute !important; inset: 0 !important;
    background: white !important; pointer-events: none !important;
  }
  agent-widget-card * { display: none !important; }`;

function restyleCard(): void {
  const sheet = document.createElement('style');
  sheet.textContent = HIDING;
  document.head.append(sheet);
  const host = card();
  host?.setAttribute('style', `${host.getAttribute('style')}; opacity: 0 !important`);
  host?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 60_000, fill: 'forwards' });
}

/** Lies over the card in the top layer, and lets clicks through to it. */
function coverCard(): void {
  const box = card()?.getBoundingClientRect();
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.textContent = 'Click here for free ice cream';
  cover.style.cssText = `position: fixed; margin: 0; inset: auto; left: ${box?.left}px; top: ${box?.top}px;
    width: ${box?.width}px; height: ${box?.height}px; background: white; pointer-events: none`;
  document.body.append(cover);
  cover.showPopover();
}

async function fightCard(forMs: number): Promise<Pace> {
  const random = seededRandom(7);
  let rounds = 0;
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLElement) || node.localName !== 'agent-widget-card') continue;
      // Else the page would fight with itself.
      if (node.hasAttribute('copy') || node.parentNode !== document.documentElement) continue;
      rounds += 1;
      const move = random();
      if (move < 0.3) node.remove();
      else if (move < 0.5) arena.append(node);
      else if (move < 0.7) node.removeAttribute('popover');
      else if (move < 0.8) node.hidePopover();
      const copy = node.cloneNode(true) as HTMLElement;
      copy.setAttribute('copy', '');
      arena.replaceChildren(copy);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  const pace = await paceOf(forMs, () => 0);
  observer.disconnect();
  return { ...pace, done: rounds };
}

/** A thousand changes each time the page has its turn, each with a number never seen before. */
function flood(forMs: number, start: number): Promise<Pace> {
  const texts = Array.from({ length: 200 }, () => {
    const line = document.createElement('p');
    line.textContent = '-';
    arena.append(line);
    return line.firstChild;
  });
  let made = 0;
  return paceOf(forMs, () => {
    for (let count = 0; count < 1_000; count += 1) {
      made += 1;
      const text = texts[made % texts.length];
      if (text) text.nodeValue = `Call +420 ${600_000_000 + start + made} or ${made}`;
    }
    return 1_000;
  });
}

window.attacks = {
  clickEverything() {
    for (const element of document.querySelectorAll('*')) attack(element);
    attack(document);
    attack(window);
  },
  coverCard,
  restyleCard,
  readCard,
  fightCard,
  flood,
  digitsInOneText: (megabytes, forMs) =>
    paceOf(
      forMs,
      once(() => {
        const line = document.createElement('p');
        line.style.display = 'none';
        line.textContent = '7771234569'.repeat(megabytes * 100_000);
        arena.append(line);
      }),
    ),
  digitsInManyTexts: (count, forMs) =>
    paceOf(
      forMs,
      once(() => {
        const block = document.createElement('div');
        block.style.display = 'none';
        for (let at = 0; at < count; at += 1) {
          const line = document.createElement('p');
          line.textContent = `${at} ${'7771234569'.repeat(10)}`;
          block.append(line);
        }
        arena.append(block);
      }),
    ),
  nest: (levels, forMs) =>
    paceOf(
      forMs,
      once(() => {
        const outer = document.createElement('div');
        // Without it the browser itself gives up at such depths.
        outer.style.display = 'none';
        let inner = outer;
        for (let level = 0; level < levels; level += 1) {
          const next = document.createElement('div');
          inner.append(next);
          inner = next;
        }
        inner.textContent = 'Deep: +420 604 111 222';
        arena.append(outer);
      }),
    ),
  imitate(extension) {
    const dial = { type: 'dial', id: 'page', text: '+420777123456' };
    for (const message of [dial, { ...dial, target: extension }, JSON.stringify(dial)]) {
      window.postMessage(message, '*');
      document.dispatchEvent(new CustomEvent(`${extension}:dial`, { detail: message }));
    }
    const { chrome, browser } = window as unknown as Record<string, Runtime | undefined>;
    for (const api of [chrome, browser]) {
      try {
        void api?.runtime?.sendMessage?.(extension, dial);
        void api?.runtime?.connect?.(extension)?.postMessage(dial);
      } catch {
        // As it should be.
      }
    }
  },
  clear: () => arena.replaceChildren(),
};

interface Runtime {
  readonly runtime?: {
    sendMessage?(extension: string, message: unknown): unknown;
    connect?(extension: string): { postMessage(message: unknown): void };
  };
}
