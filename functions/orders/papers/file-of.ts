import type { StoredDocument } from '../../../shared/ports/documents.ts';

/** What is kept of a file beside the paper that it is. */
export const fileOf = (document: StoredDocument | undefined) =>
  document && { sha256: document.sha256, bytes: document.bytes, contentType: document.contentType };
