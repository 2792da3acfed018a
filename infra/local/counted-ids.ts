/** Ids in the order that things are made, so that the same script twice gives the same letters and journal. */
export function countedIds(): (prefix: string) => string {
  const last = new Map<string, number>();
  return (prefix) => {
    const next = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, next);
    return `${prefix}-${String(next).padStart(5, '0')}`;
  };
}
