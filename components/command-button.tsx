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
}

/** A button that is one request to the background, pending until pull data has answered it. */
export function CommandButton({ request, ...look }: CommandButtonProps) {
  const { commands } = useDesk();
  const key = JSON.stringify(request);
  return (
    <Button
      {...look}
      pending={commands.pending.value.has(key)}
      onClick={() => void commands.run(key, request)}
    />
  );
}
