import type { KeptWords } from '../reading/understood.ts';
import { wordsBesideFiles } from './beside-files.ts';

/** What a mail with files says besides that they come, to be understood by itself. */
export const saidAside = (said: KeptWords, sender = ''): KeptWords => ({
  ...said,
  words: wordsBesideFiles(said.words, sender),
  written: wordsBesideFiles(said.written, sender),
});

/** What is put before the subject of a reply; what follows is the other's. */
const ofReply = /^\s*(?:sv|re|vb|fw|fwd|ang|aw)\s*:/i;

/** The same of a subject that the sender has written. */
export const saidInSubject = (subject: string, sender = ''): string =>
  ofReply.test(subject) ? '' : wordsBesideFiles(subject, sender);
