import type { Instant } from '../../../shared/domain/local-time.ts';
import type { MailFile } from '../../../shared/mail/read-mail.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import type { Mail } from '../mail.ts';
import type { Attached } from './attached.ts';
import type { MailedFile } from './load-attached.ts';

/** A mail whose sender is known, with what is attached to it. */
export type MailWithFiles = {
  readonly mail: Mail & { readonly providerId: string };
  readonly files: readonly MailFile[];
  /** The sender's own words. */
  readonly words: string;
  /** The letter that it answers. */
  readonly reply: Reply | undefined;
  /** Who sent it, as the draft keeps it. */
  readonly by: string;
  /** The registered address that may be answered; none when nothing is to be answered now. */
  readonly answerTo?: string;
};

/** The mail as the files leave it, and what they come to. */
export type Submitted = { readonly next: Mail; readonly effects: Effects };

/** A mail with files once they are sorted. */
export type SortedMail = MailWithFiles & { readonly attached: Attached<MailedFile>; readonly at: Instant };
