/** A name that nobody else has. Pages without encryption, as in many intranets, have no `randomUUID`. */
export function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
