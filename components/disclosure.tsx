import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface DisclosureProps {
  className: string;
  /** The button; it gets whether the content is open and how to turn it. */
  button: (open: boolean, toggle: () => void) => ComponentChildren;
  /** The content, or what makes it when something inside closes it. */
  children: ComponentChildren | ((close: () => void) => ComponentChildren);
}

/** Content that a button opens, and that Escape, a click elsewhere or leaving by keyboard closes. */
export function Disclosure({ className, button, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  // Before it is painted: who sees it open may press Escape.
  useLayoutEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  return (
    <div class={className} ref={root}>
      {button(open, () => setOpen(!open))}
      {open && (typeof children === 'function' ? children(() => setOpen(false)) : children)}
    </div>
  );
}
