import { tight } from '../../app/format.ts';

type Words = { readonly more: string; readonly less: string; readonly same: string };
type Times = { readonly granted: number; readonly performed: number };

/** Minutes performed above what is granted; below zero when fewer. */
export const differenceOf = ({ granted, performed }: Times): number => performed - granted;

/** The same with its sign and a word, never by colour alone: `−1 h 00`, `mindre`. */
export function differenceParts(times: Times, { more, less, same }: Words): readonly [amount: string, word: string] {
  const by = differenceOf(times);
  if (by === 0) return ['', same];
  return by > 0 ? [`+${tight(by)}`, more] : [`−${tight(-by)}`, less];
}

/** Both in one: `−1 h 00 mindre`. */
export const differenceIn = (times: Times, words: Words): string => differenceParts(times, words).join(' ').trimStart();
