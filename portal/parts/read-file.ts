import { failed, type Outcome } from '../api/outcome.ts';
import { language } from '../app/language.ts';

const words = {
  sv: {
    changed: 'Filen har ändrats sedan du valde den. Välj den igen.',
    gone: 'Filen finns inte kvar där du valde den. Välj den igen.',
  },
  en: {
    changed: 'The file has changed since you chose it. Choose it again.',
    gone: 'The file is no longer where you chose it. Choose it again.',
  },
} as const;

/**
 * A file as it is on the disk now, read when it is needed. What has been changed, moved or removed since it was chosen,
 * a browser no longer lets a page read: the failure says so, and that choosing it again is the way on.
 */
export async function readFile(file: File): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  try {
    return { ok: true, value: new Uint8Array(await file.arrayBuffer()) };
  } catch (failure) {
    const why = failure instanceof DOMException && failure.name === 'NotFoundError' ? 'gone' : 'changed';
    return { ...failed('unreadable', `file-${why}`), title: `${file.name}: ${words[language.get()][why]}` };
  }
}

/** Whether a file still is what was chosen; a single byte tells, however large it is. */
export const isAsChosen = (file: File): Promise<Outcome<unknown>> =>
  readFile(new File([file.slice(0, 1)], file.name, { type: file.type }));
