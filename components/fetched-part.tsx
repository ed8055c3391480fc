import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the desk that is rarely shown: its script is fetched the first time, so that the desk
 * opens sooner. Nothing stands in its place until then, a few milliseconds.
 */
export function fetchedPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let part: ComponentType<Props> | null = null;
  return function FetchedPart(props: Props) {
    const [, setFetched] = useState(part !== null);
    useEffect(() => {
      if (part !== null) return;
      void load().then((loaded) => {
        part = loaded;
        setFetched(true);
      });
    }, []);
    const Part = part;
    return Part === null ? null : <Part {...props} />;
  };
}
