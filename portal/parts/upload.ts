import { ask } from '../api/client.ts';
import type { Asked } from '../api/contract.ts';
import { failed, failureOf, type Outcome } from '../api/outcome.ts';
import { readFile } from './read-file.ts';

/** A form that the API has opened for one file: where it goes, and the fields that must go with it. */
type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** Sends a file, telling how far it has come; only this way of asking tells a browser. */
const sendFile = (
  form: UploadForm,
  file: Blob,
  name: string,
  onShare: (share: number) => void,
): Promise<Outcome<true>> =>
  new Promise((resolve) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(form.fields)) data.set(name, value);
    // Last: what stands after the file is not read.
    data.set('file', file, name);
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onShare(loaded / total);
    request.onerror = () => resolve(failed('offline'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve({ ok: true, value: true });
      resolve(failureOf(request.status, bodyOf(request.responseText)));
    };
    request.open('POST', form.url);
    request.send(data);
  });

/** The storage answers in XML, this machine in JSON. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type ContentType = NonNullable<NonNullable<Asked<'POST /documents/uploads'>['body']>['contentType']>;

/** Reads a file, opens a form for it and sends it there; the id by which it is then spoken of. */
export async function upload(
  file: File,
  contentType: ContentType,
  onShare: (share: number) => void,
): Promise<Outcome<string>> {
  const read = await readFile(file);
  if (!read.ok) return read;
  const opened = await ask('POST /documents/uploads', { body: { contentType, bytes: read.value.byteLength } });
  if (!opened.ok) return opened;
  // Of what has been read: the file on the disk may become another while it is being sent.
  const sent = await sendFile(opened.value, new Blob([read.value], { type: file.type }), file.name, onShare);
  return sent.ok ? { ok: true, value: opened.value.documentId } : sent;
}

/** What a paper may be as a file. */
const paperTypes: readonly string[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
] satisfies ContentType[];
export const isPaperType = (type: string): type is ContentType => paperTypes.includes(type);
