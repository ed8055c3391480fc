/** Only a browser can make a trusted event, and happy-dom none at all. */
export function trusted<T extends Event>(event: T, isTrusted = true): T {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return event;
}
