import { useRef, useState } from 'preact/hooks';
import { failed, type Outcome } from '../../../api/outcome.ts';
import { isAsChosen } from '../../../parts/read-file.ts';
import { isPaperType, upload } from '../../../parts/upload.ts';

export const paperAccept = '.pdf,.jpg,.jpeg,.png,.tif,.tiff';
const mostBytes = 25 * 1024 * 1024;

type Says = { readonly paperType: string; readonly paperLarge: string };

/** What is wrong with a file before it is worth sending. */
export function wrongWith({ type, size }: File, says: Says): string | undefined {
  if (!isPaperType(type)) return says.paperType;
  return size > mostBytes ? says.paperLarge : undefined;
}

/** Names a file in what is asked, so that another file is sent under another key. */
export const markOf = (file: File | undefined): string =>
  file ? `${file.name} ${file.size} ${file.lastModified}` : '';

/** Papers as files: each is sent once, however often the form that it belongs to is tried. */
export function usePapers() {
  const sent = useRef(new WeakMap<File, string>());
  const [going, setGoing] = useState<{ readonly file: File; readonly share: number }>();
  async function idOf(file: File): Promise<Outcome<string>> {
    const known = sent.current.get(file);
    if (known !== undefined) {
      // What was sent is what was chosen then: a file that has been changed since is another paper.
      const still = await isAsChosen(file);
      return still.ok ? { ok: true, value: known } : still;
    }
    if (!isPaperType(file.type)) return failed('invalid');
    const outcome = await upload(file, file.type, (share) => setGoing({ file, share }));
    setGoing(undefined);
    if (outcome.ok) sent.current.set(file, outcome.value);
    return outcome;
  }
  const shareOf = (file: File | undefined): number | undefined => (going?.file === file ? going?.share : undefined);
  return { idOf, shareOf };
}
