import type { PageKey } from '@/lib/i18n/page-words';
import type { TranslateFor } from '@/lib/i18n/translate';
import type { CallPhase, DialPlan } from '@/lib/messages/reply';
import { isSameNumber } from '@/lib/phone/same-number';
import type { CallOutcome } from './call-outcome';
import { createCardHost } from './card-host';
import { createParts } from './card-parts';
import { isOnWay } from './card-place';
import type { CardTarget } from './card-target';
import { holds } from './composed-tree';
import { copyText } from './copy-text';
import type { PageCard } from './page-card';

/** Long enough to read that the device will ring, or that the call is over. */
const TOLD_FOR_MS = 4_000;

export interface CardPorts {
  readonly t: TranslateFor<PageKey>;
  countryName(code: string): string;
  /** What a dial of the text would do; null when the background does not say. */
  plan(text: string): Promise<DialPlan | null>;
  call(text: string, queue: string | null): Promise<CallOutcome>;
  /** Has it remembered that the text is no phone number; false when that has failed. */
  teach(text: string): Promise<boolean>;
  /** The agent wants the card of the next (1) or the previous (-1) number. */
  step(direction: 1 | -1): void;
}

export interface Card extends Omit<PageCard, 'step' | 'speak'> {
  /** Opens it with the focus inside; `position` says which of the page's numbers it is. */
  openByKey(target: CardTarget, beside: DOMRect, position: string): void;
}

interface Said {
  readonly role: 'status' | 'alert';
  readonly text: string;
  readonly advice?: string;
}

interface Shown {
  readonly target: CardTarget;
  readonly beside: DOMRect;
  readonly position: string;
  readonly plan: DialPlan | null;
  readonly phase: CallPhase | null;
  readonly said: Said | null;
}

const nodeOf = (anchor: CardTarget['anchor']): Node =>
  anchor instanceof Range ? anchor.startContainer : anchor;

function isRightToLeft(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** The one element of ours in a page, which says of one number what a call would be and makes it. */
export function createCard(document: Document, ports: CardPorts, signal: AbortSignal): Card {
  const { t } = ports;
  const host = createCardHost(document, close, signal);
  const parts = createParts(document);
  host.shadow.append(parts.root);
  let shown: Shown | null = null;
  /** What is being dialled and has not been answered yet, on the card or not. */
  const dialling = new Set<string>();
  let telling: ReturnType<typeof setTimeout> | undefined;
  let focusedBefore: Element | null = null;

  const dialOf = ({ target, plan }: Shown) => plan?.dial ?? target.dial;

  function runningOf({ target, phase }: Shown): 'calling' | 'talking' | null {
    if (phase === 'calling' || phase === 'talking') return phase;
    return dialling.has(target.dial) ? 'calling' : null;
  }

  function aboutOf({ target, plan }: Shown): string {
    const country = plan?.country ?? target.country;
    const { title: queue } = plan?.queues.find(({ name }) => name === plan.queue) ?? {};
    return [
      country && ports.countryName(country),
      target.extension && t('card.extension', { extension: target.extension }),
      plan?.queues.length === 1 && queue && t('card.through', { queue }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  function whyOf({ target: { written, country } }: Shown): string {
    if (written === null) return t('why.link');
    if (!country) return t('why.worldwide');
    const isInternational = /^\s*(\+|\(\+|00)/.test(written);
    return t(isInternational ? 'why.international' : 'why.national', {
      country: ports.countryName(country),
    });
  }

  function stateOf({ phase }: Shown): string {
    if (phase === 'calling') return t('failure.alreadyCalling');
    return phase === 'talking' ? t('card.connected') : '';
  }

  function draw(): void {
    if (!shown) return;
    const { target, beside, position, said } = shown;
    const running = runningOf(shown);
    const number = dialOf(shown);
    const about = aboutOf(shown);
    parts.callText.textContent = t(running ? `card.${running}` : 'card.call', { number });
    // Disabled for real, it would lose the focus, and with it the agent's keys.
    parts.call.setAttribute('aria-disabled', String(running !== null));
    parts.about.textContent = about;
    parts.position.textContent = position;
    parts.spoken.textContent = position && [position, number, about].filter(Boolean).join(', ');
    parts.queue.hidden = (shown.plan?.queues.length ?? 0) < 2;
    parts.words.setAttribute('role', said?.role ?? 'status');
    parts.words.className = running ? 'running' : '';
    parts.words.textContent = said?.text ?? stateOf(shown);
    parts.advice.textContent = said?.advice ?? '';
    parts.notPhone.hidden = target.written === null;
    host.place(beside, isRightToLeft(nodeOf(target.anchor)));
  }

  function change(changes: Partial<Shown>): void {
    if (!shown) return;
    shown = { ...shown, ...changes };
    draw();
  }

  function drawLabels(): void {
    parts.root.setAttribute('aria-label', t('card.title'));
    parts.queueText.textContent = t('card.queue');
    parts.copy.textContent = t('card.copy');
    parts.notPhone.textContent = t('card.notPhone');
    parts.why.textContent = t('card.why');
  }

  function drawQueues({ queues, queue }: DialPlan): void {
    const whichever = queue === null ? [{ name: '', title: t('card.anyQueue') }] : [];
    parts.queues.replaceChildren(
      ...[...whichever, ...queues].map(({ name, title }) => {
        const option = document.createElement('option');
        option.value = name;
        option.textContent = title;
        return option;
      }),
    );
    parts.queues.value = queue ?? '';
  }

  async function learnPlan({ dial }: CardTarget): Promise<void> {
    const plan = await ports.plan(dial);
    if (!plan || shown?.target.dial !== dial || signal.aborted) return;
    drawQueues(plan);
    change({ plan, phase: shown.phase ?? plan.ongoing });
  }

  function show(target: CardTarget, beside: DOMRect, position: string, byKey: boolean): void {
    const isSame = shown?.target.dial === target.dial;
    const before = isSame ? shown : null;
    if (!isSame) stopTelling();
    host.show(nodeOf(target.anchor), byKey);
    shown = {
      target,
      beside,
      position,
      plan: before?.plan ?? null,
      phase: before?.phase ?? null,
      said: before?.said ?? null,
    };
    // A browser may not know that it was a key of ours that has brought the focus.
    parts.root.classList.toggle('by-key', byKey);
    drawLabels();
    draw();
    if (!isSame) void learnPlan(target);
  }

  function stopTelling(): void {
    clearTimeout(telling);
    telling = undefined;
  }

  function tell(phase: CallPhase): void {
    const text = phase === 'talking' ? '' : t(phase === 'calling' ? 'card.created' : 'card.ended');
    change({ phase, said: text ? { role: 'status', text } : null });
    stopTelling();
    telling = setTimeout(() => {
      telling = undefined;
      if (!host.element.matches(':hover')) leave();
    }, TOLD_FOR_MS);
  }

  function close(): void {
    if (!shown) return;
    const hadFocus = host.shadow.activeElement !== null;
    shown = null;
    stopTelling();
    host.hide();
    if (hadFocus && focusedBefore instanceof HTMLElement) {
      focusedBefore.focus({ preventScroll: true });
    }
    focusedBefore = null;
  }

  /** A button that was clicked keeps the focus, which says nothing; an open list of queues does. */
  function holdsFocus(): boolean {
    const focused = host.shadow.activeElement;
    if (focused === null) return false;
    const byKey = parts.root.classList.contains('by-key') || focused.matches(':focus-visible');
    return byKey || focused === parts.queues;
  }

  function leave(): void {
    if (!shown) return;
    const hasNews = telling !== undefined || shown.said?.role === 'alert';
    if (!hasNews && !dialling.has(shown.target.dial) && !holdsFocus()) close();
  }

  async function dial(): Promise<void> {
    if (!shown || runningOf(shown)) return;
    const { target, plan } = shown;
    const queue = (plan?.queues.length ?? 0) > 1 ? parts.queues.value : '';
    dialling.add(target.dial);
    change({ phase: null, said: null });
    const outcome = await ports.call(target.dial, queue === '' ? null : queue);
    dialling.delete(target.dial);
    if (shown?.target.dial !== target.dial) return;
    // Pull data may have told of the call before the answer to the dial came.
    if (outcome.ok) tell(shown.phase === 'talking' ? 'talking' : 'calling');
    else change({ phase: null, said: { role: 'alert', ...outcome } });
  }

  async function teach(): Promise<void> {
    if (!shown?.target.written) return;
    const { target } = shown;
    const remembered = await ports.teach(target.written ?? '');
    if (shown?.target !== target) return;
    if (remembered) close();
    else change({ said: { role: 'alert', text: t('card.notTaught') } });
  }

  // A page can click by script, but it cannot make the browser trust that click.
  function onClick(button: HTMLElement, act: (shown: Shown) => void): void {
    button.addEventListener('click', (event) => {
      if (shown && host.isMeant(event)) act(shown);
    });
  }
  const say = (text: string) => change({ said: { role: 'status', text } });
  onClick(parts.call, () => void dial());
  onClick(parts.notPhone, () => void teach());
  onClick(parts.why, (now) => say(whyOf(now)));
  onClick(parts.copy, (now) =>
    say(t(copyText(document, dialOf(now)) ? 'card.copied' : 'card.notCopied')),
  );

  function moveFocus(by: 1 | -1): void {
    const controls = [...host.shadow.querySelectorAll<HTMLElement>('button, select')].filter(
      (control) => control.getClientRects().length > 0,
    );
    const at = controls.indexOf(host.shadow.activeElement as HTMLElement);
    controls.at((at + by) % controls.length)?.focus();
  }

  parts.root.addEventListener('keydown', (event) => {
    const { key, shiftKey, target } = event;
    // What is typed on the card is nobody's shortcut.
    event.stopPropagation();
    if (!event.isTrusted) return;
    const isArrow = /^Arrow/.test(key) && !(target instanceof HTMLSelectElement);
    if (key === 'Escape') close();
    else if (key === 'Tab') moveFocus(shiftKey ? -1 : 1);
    else if (isArrow) ports.step(/Down|Right/.test(key) ? 1 : -1);
    else return;
    event.preventDefault();
  });
  // A page that closes its own things when something else is clicked keeps them open.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    parts.root.addEventListener(type, (event) => event.stopPropagation());
  }
  signal.addEventListener('abort', close);

  return {
    open(target, beside) {
      // The pointer may rest anywhere while the agent is busy with the keyboard.
      if (!holdsFocus()) show(target, beside, '', false);
    },
    openByKey(target, beside, position) {
      if (host.shadow.activeElement === null) focusedBefore = document.activeElement;
      show(target, beside, position, true);
      parts.call.focus({ preventScroll: true });
    },
    call(target) {
      show(target, target.anchor.getBoundingClientRect(), '', false);
      void dial();
    },
    isFor: (anchor) => shown?.target.anchor === anchor && host.isThere(),
    leave,
    close,
    moved(within) {
      if (!shown || !holds(within, nodeOf(shown.target.anchor))) return;
      leave();
      if (shown) change({ beside: shown.target.anchor.getBoundingClientRect() });
    },
    told(number, phase) {
      if (!shown) return;
      if (isSameNumber(number, shown.target.dial) || isSameNumber(number, dialOf(shown))) {
        tell(phase);
      }
    },
    covers: (x, y) =>
      shown !== null &&
      host.isThere() &&
      isOnWay(x, y, shown.beside, host.element.getBoundingClientRect()),
    isHost: (target) => target === host.element,
  };
}
