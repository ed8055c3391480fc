// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import en from '@/lib/i18n/locales/page.en.json';
import { createTranslate } from '@/lib/i18n/translate';
import type { DialPlan } from '@/lib/messages/reply';
import type { CallOutcome } from '@/lib/page/call-outcome';
import { type CardPorts, createCard } from '@/lib/page/card';
import type { CardTarget } from '@/lib/page/card-target';
import { createDeferred } from '../../support/deferred';
import { trusted } from '../../support/trusted';

const NUMBER = '+420777123456';
const BESIDE = new DOMRect(10, 10, 80, 16);
const OK: CallOutcome = { ok: true };
const NO_QUEUE: CallOutcome = { ok: false, text: 'No queue', advice: 'Log in to one' };
const SALES = { name: '10', title: 'Sales' };
const SUPPORT = { name: '20', title: 'Support' };
const PLAN: DialPlan = {
  dial: '00420777123456',
  shown: '00420 777 123 456',
  number: NUMBER,
  country: 'CZ',
  queues: [SALES],
  queue: '10',
  ongoing: null,
};

/** happy-dom has no popovers; as a browser, these refuse to be shown twice or out of the page. */
let topLayer: HTMLElement[] = [];
const showPopover = vi.fn(function (this: HTMLElement) {
  if (topLayer.includes(this) || !this.isConnected) throw new Error('InvalidStateError');
  topLayer.push(this);
});
const hidePopover = vi.fn(function (this: HTMLElement) {
  topLayer = topLayer.filter((element) => element !== this);
});
const { matches } = Element.prototype;
let stop: AbortController;

beforeEach(() => {
  topLayer = [];
  stop = new AbortController();
  Object.assign(HTMLElement.prototype, { showPopover, hidePopover });
  vi.spyOn(HTMLElement.prototype, 'matches').mockImplementation(function (this: Element, asked) {
    if (asked !== ':popover-open') return matches.call(this, asked);
    return this.isConnected && topLayer.includes(this as HTMLElement);
  });
  document.body.innerHTML = '<p>call 777 123 456</p><a href="#">elsewhere</a><dialog></dialog>';
  vi.useFakeTimers();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  showPopover.mockClear();
  hidePopover.mockClear();
});

function element<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

function target(changes: Partial<CardTarget> = {}): CardTarget {
  const range = document.createRange();
  range.selectNodeContents(element('p'));
  const found = { dial: NUMBER, country: 'CZ', extension: null, written: '777 123 456' };
  return { ...found, anchor: range, ...changes };
}
const OTHER = { dial: '+420602345678' };

function setup(answers: Partial<CardPorts> = {}) {
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const ports = {
    t: createTranslate('en', en),
    countryName: (code: string) => (code === 'CZ' ? 'Czechia' : code),
    plan: vi.fn(answers.plan ?? (async () => null)),
    call: vi.fn(answers.call ?? (async () => OK)),
    teach: vi.fn(answers.teach ?? (async () => true)),
    step: vi.fn(),
  };
  const card = createCard(document, ports, stop.signal);
  const shadow = attach.mock.results[0]?.value as ShadowRoot;
  const control = (name: string | RegExp) => {
    const found = [...shadow.querySelectorAll<HTMLElement>('button')].find(({ textContent }) =>
      typeof name === 'string' ? textContent === name : name.test(textContent ?? ''),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  const click = (name: string | RegExp, isTrusted = true) => {
    control(name).dispatchEvent(trusted(new MouseEvent('click', { bubbles: true }), isTrusted));
    return vi.advanceTimersByTimeAsync(0);
  };
  const press = (key: string, init: KeyboardEventInit = {}) => {
    const event = trusted(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
    (shadow.activeElement ?? shadow.querySelector('.card'))?.dispatchEvent(event);
  };
  return {
    ...ports,
    card,
    control,
    click,
    press,
    shadow,
    mode: attach.mock.calls[0]?.[0].mode,
    call: ports.call,
    select: () => shadow.querySelector('select') as HTMLSelectElement,
    said: () => shadow.querySelector('[role=alert], p[role=status]')?.textContent,
    alert: () => shadow.querySelector('[role=alert]')?.textContent,
    text: () => shadow.querySelector('.card')?.textContent ?? '',
    /** Opens the card and lets the moment pass in which it takes no clicks. */
    async open(changes: Partial<CardTarget> = {}) {
      card.open(target(changes), BESIDE);
      await vi.advanceTimersByTimeAsync(300);
    },
  };
}

const hosts = () => [...document.querySelectorAll<HTMLElement>('agent-widget-card')];

describe('what the card shows', () => {
  it('is the number as it will be dialled, its country and its extension', async () => {
    const { open, control, text } = setup();
    await open({ extension: '12' });
    expect(control(`Call ${NUMBER}`).getAttribute('aria-disabled')).toBe('false');
    expect(text()).toContain('Czechia · extension 12');
  });

  it('is what the background plans to dial, once it has said so, and through which queue', async () => {
    const { open, control, text, plan } = setup({ plan: async () => PLAN });
    await open({ country: null });
    expect(plan).toHaveBeenCalledExactlyOnceWith(NUMBER);
    expect(control('Call 00420777123456')).toBeTruthy();
    expect(text()).toContain('Czechia · through Sales');
  });

  it('is the number as it was found when the background has no plan', async () => {
    const { open, control, select } = setup({ plan: async () => null });
    await open();
    expect(control(`Call ${NUMBER}`)).toBeTruthy();
    expect(select().closest('label')?.hidden).toBe(true);
  });

  it('is nothing of a plan for the number before', async () => {
    const late = createDeferred<DialPlan | null>();
    const { open, control } = setup({
      plan: (text) => (text === NUMBER ? late.promise : Promise.resolve(null)),
    });
    await open();
    await open(OTHER);
    late.resolve(PLAN);
    await vi.advanceTimersByTimeAsync(0);
    expect(control(`Call ${OTHER.dial}`)).toBeTruthy();
  });

  it.each([
    ['calling', `Calling ${PLAN.dial}…`],
    ['talking', `On a call with ${PLAN.dial}`],
  ] as const)(
    'is that a number is %s already, and it is not called again',
    async (ongoing, label) => {
      const { open, click, control, call } = setup({ plan: async () => ({ ...PLAN, ongoing }) });
      await open();
      expect(control(label).getAttribute('aria-disabled')).toBe('true');
      await click(label);
      expect(call).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['+420 777 123 456', 'with its country code'],
    ['00420 777 123 456', 'with its country code'],
    ['777 123 456', 'without a country code'],
    [null, 'The page itself'],
  ])('says for %j why it is taken for a number', async (written, words) => {
    const { open, click, said } = setup();
    await open({ written });
    await click('Why?');
    expect(said()).toContain(words);
  });
});

describe('a click', () => {
  it('calls, and says that the device will ring', async () => {
    const { open, click, call, said, control } = setup();
    await open();
    await click(/^Call/);
    expect(call).toHaveBeenCalledExactlyOnceWith(NUMBER, null);
    expect(said()).toBe(en['card.created']);
    expect(control(`Calling ${NUMBER}…`)).toBeTruthy();
  });

  it('that a page has made up calls nobody', async () => {
    const { open, click, call, control } = setup();
    await open();
    await click(/^Call/, false);
    control(/^Call/).click();
    expect(call).not.toHaveBeenCalled();
  });

  it('sooner than somebody could have read the card calls nobody', async () => {
    const { card, click, call } = setup();
    card.open(target(), BESIDE);
    await vi.advanceTimersByTimeAsync(299);
    await click(/^Call/);
    expect(call).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await click(/^Call/);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('on the closed card calls nobody', async () => {
    const { open, card, click, call } = setup();
    await open();
    card.close();
    await click(/^Call/);
    expect(call).not.toHaveBeenCalled();
  });

  it('calls once however often it comes meanwhile, on the card opened anew as well', async () => {
    const { open, card, click, call, control } = setup({ call: () => new Promise(() => {}) });
    await open();
    await click(/^Call/);
    await click(/^Calling/);
    card.close();
    await open();
    await click(/^Calling/);
    expect(call).toHaveBeenCalledTimes(1);
    expect(control(/^Calling/).getAttribute('aria-disabled')).toBe('true');
  });

  it('calls through the queue that the agent has chosen of several', async () => {
    const { open, click, call, select } = setup({
      plan: async () => ({ ...PLAN, queues: [SALES, SUPPORT] }),
    });
    await open();
    expect(select().value).toBe('10');
    select().value = '20';
    await click(/^Call/);
    expect(call).toHaveBeenCalledExactlyOnceWith(NUMBER, '20');
  });

  it('leaves the queue to Daktela where it would choose one and the agent does not', async () => {
    const { open, click, call, select } = setup({
      plan: async () => ({ ...PLAN, queues: [SALES, SUPPORT], queue: null }),
    });
    await open();
    expect([...select().options].map(({ text }) => text)).toEqual([
      'Daktela chooses',
      'Sales',
      'Support',
    ]);
    await click(/^Call/);
    expect(call).toHaveBeenCalledExactlyOnceWith(NUMBER, null);
  });

  it('on a link of the page calls at once', async () => {
    const { card, call, control } = setup();
    card.call(target({ written: null }));
    expect(call).toHaveBeenCalledExactlyOnceWith(NUMBER, null);
    expect(control(/^Calling/)).toBeTruthy();
  });

  it('on “Not a phone number” teaches what is written and closes the card', async () => {
    const { open, click, teach } = setup();
    await open();
    await click('Not a phone number');
    expect(teach).toHaveBeenCalledExactlyOnceWith('777 123 456');
    expect(hosts()).toHaveLength(0);
  });

  it('on “Not a phone number” says when that cannot be remembered', async () => {
    const { open, click, alert } = setup({ teach: async () => false });
    await open();
    await click('Not a phone number');
    expect(alert()).toBe(en['card.notTaught']);
  });

  it('cannot tell a link that it is no phone number, for the page says that it is', async () => {
    const { open, control } = setup();
    await open({ written: null });
    expect(control('Not a phone number').hidden).toBe(true);
  });

  it.each([
    [true, 'Copied.'],
    [false, en['card.notCopied']],
  ])('on “Copy” copies what would be dialled (%s)', async (copies, words) => {
    Object.assign(document, { execCommand: vi.fn(() => copies) });
    const { open, click, said } = setup();
    await open();
    await click('Copy');
    expect(said()).toBe(words);
  });
});

describe('of a call that failed the card', () => {
  it('says why and what to do, and can be clicked again', async () => {
    const { open, click, call, alert, text } = setup({ call: async () => NO_QUEUE });
    await open();
    await click(/^Call/);
    expect(alert()).toBe('No queue');
    expect(text()).toContain('Log in to one');
    await click(`Call ${NUMBER}`);
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('shows the words as text, whatever they look like', async () => {
    const { open, click, shadow } = setup({
      call: async () => ({ ...NO_QUEUE, text: '<img src=x>' }),
    });
    await open();
    await click(/^Call/);
    expect(shadow.querySelector('[role=alert]')?.textContent).toBe('<img src=x>');
    expect(shadow.querySelector('img')).toBeNull();
  });

  it('goes on saying so when the pointer leaves', async () => {
    const { open, click, card } = setup({ call: async () => NO_QUEUE });
    await open();
    await click(/^Call/);
    card.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hosts()).toHaveLength(1);
  });

  it('says nothing on the card of another number', async () => {
    const answer = createDeferred<CallOutcome>();
    const { open, click, alert, control } = setup({ call: () => answer.promise });
    await open();
    await click(/^Call/);
    await open(OTHER);
    answer.resolve(NO_QUEUE);
    await vi.advanceTimersByTimeAsync(0);
    expect(alert()).toBeUndefined();
    expect(control(`Call ${OTHER.dial}`).getAttribute('aria-disabled')).toBe('false');
  });

  it('stays closed when it was closed meanwhile', async () => {
    const answer = createDeferred<CallOutcome>();
    const { open, click, card } = setup({ call: () => answer.promise });
    await open();
    await click(/^Call/);
    card.close();
    answer.resolve(NO_QUEUE);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(hosts()).toHaveLength(0);
  });
});

describe('how far a call is', () => {
  it('is told from calling over talking to its end, by the number however it is written', async () => {
    const { open, click, card, control, said } = setup();
    await open();
    await click(/^Call/);
    card.told('00420 777 123 456', 'talking');
    expect(control(`On a call with ${NUMBER}`)).toBeTruthy();
    expect(said()).toBe(en['card.connected']);
    card.told(NUMBER, 'ended');
    expect(said()).toBe(en['card.ended']);
    expect(control(`Call ${NUMBER}`).getAttribute('aria-disabled')).toBe('false');
  });

  it('is told of no other number', async () => {
    const { open, card, control } = setup();
    await open();
    card.told(OTHER.dial, 'talking');
    expect(control(`Call ${NUMBER}`)).toBeTruthy();
  });

  it('opens no card that is closed', () => {
    const { card } = setup();
    card.told(NUMBER, 'talking');
    expect(hosts()).toHaveLength(0);
  });

  it('keeps the card for as long as it takes to read, then it leaves by itself', async () => {
    const { open, click, card } = setup();
    await open();
    await click(/^Call/);
    card.leave();
    await vi.advanceTimersByTimeAsync(3_999);
    expect(hosts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(hosts()).toHaveLength(0);
  });

  it('does not close the card that was opened for another number since', async () => {
    const { open, click } = setup();
    await open();
    await click(/^Call/);
    await open(OTHER);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(hosts()).toHaveLength(1);
  });
});

describe('in the page the card', () => {
  it('keeps what it shows in a closed shadow root, made where a page has no scripts', async () => {
    const { open, mode, shadow } = setup();
    await open();
    expect(mode).toBe('closed');
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(shadow.host).toBe(hosts()[0]);
  });

  it('is there only while it is open, only once, and outside of the body', async () => {
    const before = document.documentElement.outerHTML;
    const body = document.body.outerHTML;
    const { open, card } = setup();
    await open();
    await open(OTHER);
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.parentElement).toBe(document.documentElement);
    expect(document.body.outerHTML).toBe(body);
    card.close();
    card.close();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('is gone when everything is stopped', async () => {
    const { open } = setup();
    await open();
    stop.abort();
    expect(hosts()).toHaveLength(0);
  });

  it('stands inside of the modal dialog that its number is in, as everything else is dead then', async () => {
    const dialog = element<HTMLDialogElement>('dialog');
    dialog.innerHTML = '<i>777 123 456</i>';
    const matches = dialog.matches.bind(dialog);
    dialog.matches = (selector: string) => selector === ':modal' || matches(selector);
    const { card } = setup();
    card.open(target({ anchor: element('i') }), BESIDE);
    expect(hosts()[0]?.parentElement).toBe(dialog);
  });

  it('comes back when the page has removed or hidden it', async () => {
    const { open } = setup();
    await open();
    hosts()[0]?.hidePopover();
    hosts()[0]?.remove();
    await open(OTHER);
    expect(hosts()).toHaveLength(1);
    expect(topLayer).toEqual(hosts());
  });

  it.each<[string, (host: HTMLElement) => void]>([
    ['removed', (host) => host.remove()],
    ['hidden', (host) => host.hidePopover()],
  ])('is for no number any more, and in no way, when the page has %s it', async (_done, act) => {
    const { card, open } = setup();
    const { anchor } = target();
    await open({ anchor });
    expect([card.isFor(anchor), card.covers(20, 20)]).toEqual([true, true]);
    for (const host of hosts()) act(host);
    expect([card.isFor(anchor), card.covers(20, 20)]).toEqual([false, false]);
  });

  it('can be closed when the page has removed it, moved it or made it no popover', async () => {
    const { open, card } = setup();
    await open();
    hidePopover.mockImplementationOnce(() => {
      throw new Error('NotSupportedError');
    });
    document.body.append(...hosts());
    expect(() => card.close()).not.toThrow();
    expect(hosts()).toHaveLength(0);
  });

  it('stays closed without a complaint where the page does not let it open', async () => {
    showPopover.mockImplementationOnce(() => {
      throw new Error('NotSupportedError');
    });
    const { card } = setup();
    expect(() => card.open(target(), BESIDE)).not.toThrow();
    expect(topLayer).toEqual([]);
  });

  function pageOpens(what: string): void {
    const event = Object.assign(new Event('toggle'), { newState: 'open' });
    element(what).dispatchEvent(event);
  }

  it('comes to lie above what the page lays over it, and takes no click for a moment', async () => {
    const { open, click, call } = setup();
    await open();
    topLayer.push(element('dialog'));
    pageOpens('dialog');
    expect(topLayer.at(-1)).toBe(hosts()[0]);
    await click(/^Call/);
    expect(call).not.toHaveBeenCalled();
  });

  it('takes no click from the moment on that the page begins to lay something over it', async () => {
    const { open, click, call } = setup();
    await open();
    element('dialog').dispatchEvent(new Event('beforetoggle'));
    await click(/^Call/);
    expect(call).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(300);
    await click(/^Call/);
    expect(call).toHaveBeenCalledOnce();
  });

  it('gives up where the page will not stop laying things over it', async () => {
    const { open } = setup();
    await open();
    for (let times = 0; times < 6; times += 1) pageOpens('dialog');
    expect(hosts()).toHaveLength(0);
  });

  it('keeps clicks on it from closing what the page has open', async () => {
    const { open, click } = setup();
    const heard = vi.fn();
    document.addEventListener('click', heard, { signal: stop.signal });
    await open();
    await click('Why?');
    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves with the pointer, closes where its number scrolls away, and not for other scrolling', async () => {
    const { open, card } = setup();
    await open();
    card.moved(element('a'));
    expect(hosts()).toHaveLength(1);
    card.moved(document);
    expect(hosts()).toHaveLength(0);
    await open();
    card.leave();
    expect(hosts()).toHaveLength(0);
  });
});

describe('with the keyboard', () => {
  function openByKey() {
    const world = setup();
    element('a').focus();
    world.card.openByKey(target(), BESIDE, 'Number 3 of 14');
    return world;
  }

  it('the card has the focus on its button, and may be called from at once', async () => {
    const { shadow, click, call, control } = openByKey();
    expect(shadow.activeElement).toBe(control(/^Call/));
    await click(/^Call/);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('a screen reader is told which number it is, and whose', () => {
    const { shadow } = openByKey();
    expect(shadow.querySelector('.unseen[role=status]')?.textContent).toBe(
      `Number 3 of 14, ${NUMBER}, Czechia`,
    );
  });

  it('the focus goes back to where it was on Escape', () => {
    const { press } = openByKey();
    press('Escape');
    expect(hosts()).toHaveLength(0);
    expect(document.activeElement).toBe(element('a'));
  });

  it.each([
    ['ArrowDown', 1],
    ['ArrowRight', 1],
    ['ArrowUp', -1],
    ['ArrowLeft', -1],
  ])('%s goes to another number', (key, direction) => {
    const { press, step } = openByKey();
    press(key);
    expect(step).toHaveBeenCalledExactlyOnceWith(direction);
  });

  it('no key pressed on the card is heard by the page', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard, { signal: stop.signal });
    const { press } = openByKey();
    press('j');
    expect(heard).not.toHaveBeenCalled();
  });

  it('the card stays when the pointer is elsewhere, and opens for nothing that it passes', () => {
    const { card, control } = openByKey();
    card.leave();
    card.open(target(OTHER), BESIDE);
    expect(control(`Call ${NUMBER}`)).toBeTruthy();
    expect(hosts()).toHaveLength(1);
  });

  it('the card follows its number where the page is scrolled', () => {
    const { card } = openByKey();
    card.moved(document);
    expect(hosts()).toHaveLength(1);
  });

  it('Tab goes round through the buttons', () => {
    vi.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([
      BESIDE,
    ] as unknown as DOMRectList);
    const { press, shadow, control } = openByKey();
    press('Tab', { shiftKey: true });
    expect(shadow.activeElement).toBe(control('Why?'));
    press('Tab');
    expect(shadow.activeElement).toBe(control(/^Call/));
  });

  it('opening it for the pointer leaves the focus where it is', async () => {
    const { open } = setup();
    element('a').focus();
    await open();
    expect(document.activeElement).toBe(element('a'));
  });
});
