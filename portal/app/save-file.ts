/** Gives the person a file. */
export function saveFile(name: string, parts: readonly BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A table as a file; with a byte order mark, so that a spreadsheet reads å, ä and ö. */
export const saveTable = (name: string, text: string): void =>
  saveFile(name, ['\ufeff', text], 'text/csv;charset=utf-8');
