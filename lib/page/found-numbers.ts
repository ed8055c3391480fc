export interface FoundNumber {
  readonly range: Range;
  /** As it will be dialled. */
  readonly dial: string;
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
}

export function createFoundNumbers(): FoundNumbers {
  const numbers = new Set<FoundNumber>();

  const isBelow = (root: Node, { range }: FoundNumber) =>
    !range.startContainer.isConnected || root.contains(range.startContainer);

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
  };
}
