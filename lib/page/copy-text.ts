/**
 * Copies a text in a click of the agent. The newer way to do so is missing on pages without TLS and
 * forbidden in most frames.
 * @returns whether the browser has done it
 */
export function copyText(document: Document, text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const window = document.defaultView;
  window?.addEventListener('copy', put, { capture: true });
  const copied = document.execCommand('copy');
  window?.removeEventListener('copy', put, { capture: true });
  return copied;
}
