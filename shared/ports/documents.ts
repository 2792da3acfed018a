/**
 * Files by id, never by name. *incoming* holds what has been sent in, until it is taken up; *documents* what belongs
 * to a case or a month; *records* the signed things and their key history.
 */
export type Bucket = 'incoming' | 'documents' | 'records';

export type StoredDocument = {
  readonly id: string;
  readonly bucket: Bucket;
  readonly bytes: number;
  /** SHA-256 of the bytes as they were received, hex. */
  readonly sha256: string;
  readonly contentType: string;
};

/** A form that lets a browser send one file to one place: fixed key, bounded size, fixed type. */
type UploadForm = {
  readonly documentId: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
};

/** An address that lets anyone who has it read one file until a time. It holds ids, never a name. */
type FileView = { readonly url: string; readonly expiresAt: string };

/** A file to be shown in the browser, or saved by it, as the type that it was received as. */
export type ViewWanted = {
  readonly bucket: Bucket;
  readonly id: string;
  readonly contentType: string;
  readonly shown: 'inline' | 'attachment';
  /** What a saved file is called: made of ids, never of a name. */
  readonly fileName?: string;
  readonly expiresAt: string;
};

/** What a browser is to do with it. */
export const dispositionOf = ({ shown, fileName }: Pick<ViewWanted, 'shown' | 'fileName'>): string =>
  fileName === undefined ? shown : `${shown}; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`;

export type Documents = {
  openUpload(wanted: { id: string; contentType: string; maxBytes: number; expiresAt: string }): Promise<UploadForm>;
  /**
   * Over what is stored there, but among the records: there the same bytes again change nothing, and others are refused
   * by an exception.
   */
  put(bucket: Bucket, id: string, bytes: Uint8Array, contentType: string): Promise<StoredDocument>;
  /** What is known of a file without reading it; undefined when there is none. */
  find(bucket: Bucket, id: string): Promise<StoredDocument | undefined>;
  /** The bytes, a piece at a time; the caller has found the document first. */
  read(bucket: Bucket, id: string): AsyncIterable<Uint8Array>;
  openView(wanted: ViewWanted): Promise<FileView>;
};
