import { holds } from './composed-tree';

export interface FoundNumber {
  readonly range: Range;
  /** E.164, the same however it is written. */
  readonly number: string;
  /** As it will be dialled. */
  readonly dial: string;
  /** ISO code of its country; null when the numbering plans do not say. */
  readonly country: string | null;
  /** Digits of the extension written behind it. */
  readonly extension: string | null;
}

/** The numbers found on the page so far. Those whose text is gone are forgotten. */
export interface FoundNumbers {
  add(found: FoundNumber): void;
  /** Forgets what was found in this part of the page. */
  removeBelow(root: Node): void;
  /** The number at this place of a text, if there is one. */
  at(node: Node, offset: number): FoundNumber | null;
  /** The first number inside an element. */
  within(element: Element): FoundNumber | null;
  all(): FoundNumber[];
  /** The shadow roots that numbers stand in. */
  shadowRoots(): ShadowRoot[];
}

export function createFoundNumbers(): FoundNumbers {
  const numbers = new Set<FoundNumber>();

  // The range of a text that was removed shrinks to nothing at the place where it stood.
  const isBelow = (root: Node, { range }: FoundNumber) =>
    range.collapsed || !range.startContainer.isConnected || holds(root, range.startContainer);

  return {
    add(found) {
      numbers.add(found);
    },
    removeBelow(root) {
      for (const found of numbers) if (isBelow(root, found)) numbers.delete(found);
    },
    at: (node, offset) =>
      [...numbers].find(
        ({ range }) => range.intersectsNode(node) && range.isPointInRange(node, offset),
      ) ?? null,
    within: (element) => [...numbers].find(({ range }) => range.intersectsNode(element)) ?? null,
    all: () => [...numbers],
    shadowRoots() {
      const roots = [...numbers].map(({ range }) => range.startContainer.getRootNode());
      return [...new Set(roots)].filter((root) => root instanceof ShadowRoot);
    },
  };
}
