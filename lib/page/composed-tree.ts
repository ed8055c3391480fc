/** The node a node stands in, out of a shadow root through its host. */
export function composedParent(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** As `contains`, but sees into the shadow roots below as well. */
export function holds(root: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = composedParent(at)) if (at === root) return true;
  return false;
}

/** The node in the document that holds it, then the node in each shadow root on the way down to it. */
function placesOf(node: Node): Node[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [...placesOf(root.host), node] : [node];
}

/** The beginning of one range before (negative) or behind (positive) that of another, shadow roots included. */
export function inDocumentOrder(a: Range, b: Range): number {
  const [left, right] = [placesOf(a.startContainer), placesOf(b.startContainer)];
  for (const [index, node] of left.entries()) {
    const other = right[index];
    if (!other) return 1;
    if (node === other) continue;
    return node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return left.length < right.length ? -1 : a.startOffset - b.startOffset;
}
