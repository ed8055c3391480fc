import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Request } from '@/lib/messages/protocol';
import { Button } from './button';
import { useDesk } from './desk-ports';

interface CommandButtonProps {
  children: ComponentChildren;
  request: Request;
  look?: 'primary' | 'plain' | 'danger' | 'quiet';
  icon?: IconNode;
  disabled?: boolean;
  /** What the click means besides. */
  onRun?: () => void;
}

/** A button that is one request to the background, pending until pull data has answered it. */
export function CommandButton({ request, onRun, ...look }: CommandButtonProps) {
  const { commands } = useDesk();
  const key = JSON.stringify(request);
  return (
    <Button
      {...look}
      pending={commands.pending.value.has(key)}
      onClick={() => {
        onRun?.();
        void commands.run(key, request);
      }}
    />
  );
}
