/** Kronor as people write them (`1 234,50`), in öre; undefined when they cannot be read. */
export function kronorIn(written: string): number | undefined {
  const found = /^(-?\d{1,9})(?:[,.](\d{1,2}))?$/.exec(written.replace(/\s/g, '').replace('−', '-'));
  if (!found) return undefined;
  const ore = Number(found[1]) * 100;
  const part = Number((found[2] ?? '').padEnd(2, '0'));
  return written.trim().startsWith('-') || written.trim().startsWith('−') ? ore - part : ore + part;
}
