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
    // Not before the click is made: what closes while the button is down moves what was aimed at.
    const closeOutside = (event: Event) => {
      // A click may take away what was clicked.
      if (root.current && !event.composedPath().includes(root.current)) setOpen(false);
    };
    const closeLeft = ({ key }: KeyboardEvent) => {
      if (key === 'Tab' && !root.current?.contains(document.activeElement)) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    };
    document.addEventListener('click', closeOutside);
    document.addEventListener('keyup', closeLeft);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('click', closeOutside);
      document.removeEventListener('keyup', closeLeft);
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
