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
  /** The shadow roots that numbers stand in. */
  shadowRoots(): ShadowRoot[];
}

/** As `contains`, but sees into the shadow roots below as well. */
function holds(root: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at === root) return true;
  }
  return false;
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
