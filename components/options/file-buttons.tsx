import { Download, Upload } from 'lucide';
import { Icon } from '@/components/icon';

interface SaveFileProps {
  /** What the file is called. */
  name: string;
  /** The text of a JSON file. */
  content: string;
  children: string;
}

/** Lets the agent keep something as a file. */
export function SaveFile({ name, content, children }: SaveFileProps) {
  const address = `data:application/json;charset=utf-8,${encodeURIComponent(content)}`;
  return (
    <a class="button button-plain" href={address} download={name}>
      <Icon node={Download} size={16} />
      {children}
    </a>
  );
}

interface LoadFileProps {
  /** Called with the text of the JSON file that was chosen. */
  onLoad: (text: string) => void;
  children: string;
}

/** Lets the agent choose a file. */
export function LoadFile({ onLoad, children }: LoadFileProps) {
  async function read(input: HTMLInputElement): Promise<void> {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const text = await chosen.text();
    // The same file may be chosen once more, after it was mended.
    input.value = '';
    onLoad(text);
  }

  return (
    <label class="button button-plain file-choice">
      <Icon node={Upload} size={16} />
      {children}
      <input
        type="file"
        class="unseen"
        accept=".json,application/json"
        onChange={({ currentTarget }) => void read(currentTarget)}
      />
    </label>
  );
}
