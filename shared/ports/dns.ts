/**
 * What a domain says of itself, by name and type: `TXT` as the pieces of each record, other types as they are written.
 * A name that has none is thrown as `ENOTFOUND` or `ENODATA`; any other code means that nobody knows for now.
 */
export type Dns = {
  resolve(name: string, type: string): Promise<string[][] | string[]>;
};
