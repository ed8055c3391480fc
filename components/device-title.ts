import type { Device } from '@/lib/daktela/device';

/** A device by its title, with the number that tells two of the same title apart. */
export function deviceTitle({ name, title }: Device): string {
  return title === null || title === name ? name : `${title} (${name})`;
}
