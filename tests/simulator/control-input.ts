import { isObject } from './api-call';

/** Reads the body of a control request; each wrong field is a clear Error. */
export class ControlInput {
  private readonly unread: Set<string>;

  constructor(private readonly fields: Record<string, unknown>) {
    this.unread = new Set(Object.keys(fields));
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw new Error(`${name} is required`);
    return value;
  }

  /** Numbers count as text: queue and phone numbers come both ways. */
  optionalText(name: string): string | undefined {
    const value = this.take(name);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new Error(`${name} must be text`);
    }
    return String(value);
  }

  optionalNumber(name: string): number | undefined {
    const value = this.take(name);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
      throw new Error(`${name} must be a number, 0 or more`);
    }
    return value;
  }

  number(name: string): number {
    const value = this.optionalNumber(name);
    if (value === undefined) throw new Error(`${name} is required`);
    return value;
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.take(name);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'boolean') throw new Error(`${name} must be true or false`);
    return value;
  }

  optionalObject(name: string): Record<string, unknown> | undefined {
    const value = this.take(name);
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) throw new Error(`${name} must be an object`);
    return value;
  }

  optionalChoice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    const found = allowed.find((item) => item === value);
    if (found === undefined) throw new Error(`${name} must be one of ${allowed.join(', ')}`);
    return found;
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.optionalChoice(name, allowed);
    if (value === undefined) throw new Error(`${name} is required: ${allowed.join(', ')}`);
    return value;
  }

  /** Catches misspelt fields. */
  done(): void {
    const [stranger] = this.unread;
    if (stranger !== undefined) throw new Error(`Unknown field: ${stranger}`);
  }

  private take(name: string): unknown {
    this.unread.delete(name);
    return this.fields[name];
  }
}

/** The fields given, without those left out (for exact optional properties). */
export function given<T extends Record<string, unknown>>(fields: T): Defined<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}

type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
