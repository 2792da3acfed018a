/** The words that the sender has written, without what is quoted. */
export function ownWords(text: string): string {
  const lines = text.split('\n').filter((line) => !/^\s*>/.test(line));
  const end = lines.findIndex((line) => /^(Den .* skrev|On .* wrote):?\s*$/.test(line.trim()) || /^-- ?$/.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}
