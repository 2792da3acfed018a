import type { MailLine } from './mail-lines.ts';
import { isLink } from './our-letter.ts';

/** A line as it is placed; `isOurs`: of our own letter or its form, and `text` is what is
 * left of it; `isSaid`: it is known to be the sender's. */
type QuotedLine = MailLine & {
  readonly heads: number;
  readonly isHead: boolean;
  readonly isOurs: boolean;
  readonly isSaid: boolean;
};

/** Signs and links alone are what mail programs put in. */
const saysSomething = (text: string): boolean =>
  /[^\s\p{P}<>|=+~^`]/u.test(
    text
      .split(' ')
      .filter((word) => !isLink(word))
      .join(' '),
  );
const isQuoted = ({ depth, heads, isHead, text }: QuotedLine): boolean =>
  !isHead && saysSomething(text) && (depth > 0 || heads > 0);

/**
 * The lines that are quoted and that nobody knows to have been written before: those among our own letter, for it had none
 * such when it left, and those above which nothing tells whose they are. What stands beneath a head of its own, and is
 * not mixed with our letter, is another mail's. By their places.
 */
export function unknownInQuotes(lines: readonly QuotedLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let [quoted, hasHead, hasOurs] = [[] as number[], false, false];
  const close = () => {
    if (!hasHead || hasOurs) for (const at of quoted) found.add(at);
    [quoted, hasOurs] = [[], false];
  };
  lines.forEach((line, at) => {
    if (line.isHead) {
      if (!lines[at - 1]?.isHead) close();
      hasHead = true;
      return;
    }
    // What is written by hand beneath a quote that is marked ends what its head tells of.
    if (line.depth === 0 && line.heads === 0 && line.text !== '') {
      close();
      hasHead = false;
    }
    if (line.isOurs) hasOurs ||= line.depth > 0 || line.heads > 0;
    // Of a line that is ours in part the rest was written into it.
    if (isQuoted(line) && !line.isSaid) quoted.push(at);
  });
  close();
  return found;
}
