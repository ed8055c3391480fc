/** What comes in less than that is one click, told twice: by a label and by its field. */
const SAME_CLICK_MS = 20;
const DOUBLE_CLICK_MS = 400;
const DOUBLE_CLICK_PX = 5;

/**
 * Makes what keeps the second half of a double click from everything below, when it hears clicks before
 * they do. Many people double-click whatever they see, and by then something else may stand under the
 * pointer: "Go ready" has become "Pause", the next call has moved up into the place of the rejected one.
 */
export function secondClickGuard(): (event: MouseEvent) => void {
  let last = { timeStamp: Number.NEGATIVE_INFINITY, clientX: 0, clientY: 0 };
  return (event) => {
    const sinceMs = event.timeStamp - last.timeStamp;
    // Keys click without a pointer.
    if (event.detail === 0 || sinceMs < SAME_CLICK_MS) return;
    const distance = Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY);
    last = event;
    if (sinceMs > DOUBLE_CLICK_MS || distance > DOUBLE_CLICK_PX) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
