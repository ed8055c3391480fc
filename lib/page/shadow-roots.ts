import { isElement } from './reading-rules';

/** What browsers give to content scripts alone. */
declare global {
  interface Element {
    /** Firefox. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
  /** Chrome. */
  var chrome:
    | { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } }
    | undefined;
}

/**
 * Elements of everyday use hold no shadow root, or hold nothing else. Which of them is asked
 * matters: an element is asked for a closed root at some cost.
 */
const HOSTS =
  ':not(div,span,td,tr,a,p,li,b,i,em,button,svg,path,g,img,input,label,ul,dl,dd,dt,h2,h3,strong,th,br,script,option),:empty:is(div,span,section)';

export function shadowRootOf(element: Element): ShadowRoot | null {
  const { openOrClosedShadowRoot: root } = element;
  if (root !== undefined) return root;
  if (!(element instanceof HTMLElement)) return null;
  const dom = globalThis.chrome?.dom;
  return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}

/** A node and the elements below it that may have a shadow root. */
export function likelyHosts(node: Node): Iterable<Element> {
  const below = (node as Partial<ParentNode>).querySelectorAll?.(HOSTS) ?? [];
  return isElement(node) ? [node, ...below] : below;
}

/** Whether the element's own script has not come yet, which may give it a shadow root. */
export function isUndefined(element: Element): boolean {
  return element.matches(':not(:defined)');
}
