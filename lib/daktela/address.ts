export type AddressProblem = 'empty' | 'notAnAddress' | 'insecure' | 'scheme' | 'credentials';

export type Address =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly problem: AddressProblem };

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
/**
 * A host needs a dot, to be loopback or to be an IP address; `daktela` alone is a typing slip.
 * A `*`, which the URL parser lets through, would ask for the permission of many hosts.
 */
const PLAUSIBLE_HOST = /^(\[[\da-f:.]+\]|localhost|[\w-]+(\.[\w-]+)+)$/i;
/** The URL parser reads a lone number as an IP address. */
const LONE_NUMBER = /^(https?:\/\/)?(\d+|0x[\da-f]+)(:\d+)?([/?#]|$)/i;

function withScheme(text: string): string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  const host = text.replace(/^\/+/, '').split(/[/?#]/)[0] ?? '';
  const hostName = host.replace(/:\d+$/, '');
  return `${LOOPBACK.test(hostName) ? 'http' : 'https'}://${text.replace(/^\/+/, '')}`;
}

/**
 * Turns what a person types or pastes (`x.daktela.com`, a copied page address, an own host with a
 * port) into the origin of the instance. Plain http is for loopback only.
 */
export function readAddress(input: string): Address {
  const text = input.trim();
  if (text === '') return { ok: false, problem: 'empty' };
  let url: URL;
  try {
    url = new URL(withScheme(text));
  } catch {
    return { ok: false, problem: 'notAnAddress' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, problem: 'scheme' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };
  if (!PLAUSIBLE_HOST.test(url.hostname) || LONE_NUMBER.test(text)) {
    return { ok: false, problem: 'notAnAddress' };
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return { ok: false, problem: 'insecure' };
  }
  return { ok: true, origin: url.origin };
}

/** The host permission an instance needs; match patterns of both browsers work without ports. */
export function hostPermissionOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
