import { asciiAddress } from '../../../shared/domain/email-address.ts';
import { tokensIn } from '../../../shared/domain/reply-token.ts';

/** What the author is proven to have written of whom it is to, and what it answers. */
export type Aimed = {
  /** The mailboxes of `To` and `Cc`, where `To` is signed. */
  readonly to: readonly string[] | undefined;
  /** `In-Reply-To` and `References`, where they are signed. */
  readonly answers: string;
  /** The subject and the text. */
  readonly words: string;
};

/** The letter whose reply address a mail came to. */
export type Target = {
  readonly token: string;
  readonly letterId: string;
  readonly orderId?: string | undefined;
  readonly caseNo?: string | undefined;
  readonly month?: string | undefined;
};

/** Whether a text has a word as a word of its own. */
function hasWord(text: string, word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  const isInWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_-]/u.test(sign);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isInWord(text[at - 1]) && !isInWord(text[at + word.length])) return true;
  return false;
}

/** Links to orders, as letters have them. */
const orderLink = /\/bestallningar\/([A-Za-z0-9-]{1,80})/g;

/**
 * Whether the author has written to us, and of that letter: anybody may bring a mail that was written to somebody else
 * to any address of ours, so the envelope alone says nothing. By whom it is to, where that is signed; else by what else
 * is signed: the id of the letter, or what stands in no other letter.
 */
export function isWrittenTo(
  { to, answers, words }: Aimed,
  target: Target | undefined,
  came: readonly string[],
): boolean {
  if (to !== undefined) {
    const tokens = tokensIn(to);
    if (target) return tokens.length === 1 && tokens[0] === target.token;
    const ours = came.map((address) => asciiAddress(address)?.toLowerCase());
    return tokens.length === 0 && to.some((one) => ours.includes(one));
  }
  // Without a letter's address it is about what its own signed words name.
  if (!target) return true;
  if (answers.includes(`<${target.letterId}@`)) return true;
  const linked = [...words.matchAll(orderLink)].map(([, id]) => id);
  if (target.orderId !== undefined && linked.length > 0) return linked.every((id) => id === target.orderId);
  return [target.token, target.orderId, target.caseNo, target.month].some((one) => hasWord(words, one));
}
