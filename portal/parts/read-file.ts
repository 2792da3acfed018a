import { failed, type Outcome } from '../api/outcome.ts';
import { wordsNow } from '../app/language.ts';

/**
 * A file as it is on the disk now, read when it is needed. What has been changed, moved or removed since it was chosen,
 * a browser no longer lets a page read: the failure says so, and that choosing it again is the way on.
 */
export async function readFile(file: File): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
  } catch (failure) {
    const { states } = wordsNow();
    const isGone = failure instanceof DOMException && failure.name === 'NotFoundError';
    const says = isGone ? states.fileGone : states.fileChanged;
    return { ...failed('unreadable', isGone ? 'file-gone' : 'file-changed'), title: `${file.name}: ${says}` };
  }
}

/** Whether a file still is what was chosen; a single byte tells, however large it is. */
export const isAsChosen = (file: File): Promise<Outcome<unknown>> =>
  readFile(new File([file.slice(0, 1)], file.name, { type: file.type }));
