import { isElement } from './reading-rules';

/** What browsers give to content scripts alone. */
declare global {
  interface Element {
    /** Firefox. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}
declare const chrome:
  | { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } }
  | undefined;

/**
 * Elements of everyday use hold no shadow root, or hold nothing else. Which of them is asked
 * matters: an element is asked for a closed root at some cost.
 */
const HOSTS =
  ':not(div,span,td,tr,a,p,li,b,i,em,button,svg,path,g,use,img,input,label,ul,dd,dt,dl,section,article,header,footer,main,nav,aside,h1,h2,h3,h4,h5,h6,strong,small,th,br,script,style,link,meta,option,select,textarea,ol,table,tbody,thead,html,head,body,title,code,pre),:empty:is(div,span,section,article,main)';

export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  if (!(element instanceof HTMLElement)) return null;
  const dom = typeof chrome === 'undefined' ? undefined : chrome.dom;
  return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}

/** A node and the elements below it that may have a shadow root. */
export function likelyHosts(node: Node): Iterable<Element> {
  const below = 'querySelectorAll' in node ? (node as ParentNode).querySelectorAll(HOSTS) : [];
  return isElement(node) ? [node, ...below] : below;
}

const FIRST_LOOK_MS = 250;
const LAST_LOOK_MS = 16_000;

/** Whether the element's own script has not come yet, which may give it a shadow root. */
export function isUndefined(element: Element): boolean {
  return element.localName.includes('-') && element.matches(':not(:defined)');
}

/**
 * Waits for elements whose own script comes late. Nothing tells of a shadow root that an element
 * gets later, so they are looked at again a few times, more and more seldom.
 */
export function createLateHosts(came: (host: Element) => void, signal: AbortSignal) {
  const awaited = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(waitedMs: number): void {
    timer = undefined;
    for (const host of awaited) {
      if (host.isConnected && isUndefined(host)) continue;
      awaited.delete(host);
      if (host.isConnected) came(host);
    }
    if (waitedMs >= LAST_LOOK_MS) awaited.clear();
    else if (awaited.size > 0) plan(waitedMs * 2);
  }

  function plan(waitMs: number): void {
    if (!signal.aborted) timer = setTimeout(() => look(waitMs), waitMs);
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    add(host: Element): void {
      awaited.add(host);
      if (timer === undefined) plan(FIRST_LOOK_MS);
    },
  };
}
