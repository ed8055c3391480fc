import { useEffect, useState } from 'preact/hooks';

/** A part of the program that is read only once it is needed; null until it is there. */
export function useLoaded<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<{ readonly it: Part } | null>(null);
  useEffect(() => {
    // Gone only when the extension has been replaced meanwhile; then all of this goes.
    void load().then(
      (it) => setPart({ it }),
      () => {},
    );
  }, []);
  return part?.it ?? null;
}
