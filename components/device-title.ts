import type { Device } from '@/lib/daktela/device';

/** A device by its title, with the number that tells two of the same title apart. */
export function deviceTitle({ name, title }: Device): string {
  if (title === null) return name;
  return title.includes(name) ? title : `${title} (${name})`;
}
