import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Owner } from '../../../shared/domain/owner.ts';
import type { MailFile } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Reply } from '../../../shared/stores/reply-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { type FilesToDraft, faultsInLetter, wrongColumns } from '../../months/door.ts';
import { type FilesRefusal, filesRefusals, unreadFiles } from '../answering/refusal-words.ts';
import type { Mail } from '../mail.ts';
import { mailTask } from '../mail-task-step.ts';
import type { Attached, OtherKind } from './attached.ts';
import type { MailedFile } from './load-attached.ts';

/** A mail whose sender is known, with what is attached to it. */
export type MailWithFiles = {
  readonly mail: Mail & { readonly providerId: string };
  readonly files: readonly MailFile[];
  /** The sender's own words. */
  readonly words: string;
  /** What of them says more than that files come; empty where that is understood, and done besides. */
  readonly beside: string;
  /** Names or numbers stood in it, and were hidden. */
  readonly isMasked: boolean;
  /** The letter that it answers. */
  readonly reply: Reply | undefined;
  /** Who sent it, as the draft keeps it. */
  readonly by: string;
  /** The registered address that may be answered; none when nothing is to be answered now. */
  readonly answerTo?: string;
};

/** The mail as the files leave it, what they come to, and the task of whoever must read it. */
export type Submitted = { readonly next: Mail; readonly effects: Effects; readonly task?: Effects };

/** A mail with files once they are sorted. */
export type SortedMail = MailWithFiles & { readonly attached: Attached<MailedFile>; readonly at: Instant };

/** Whose a mail with files is to read: its case's officer's, who alone may see it, else the administrator's. */
export const decider = ({ caseNo, owner }: Mail): Owner =>
  caseNo === undefined ? 'administrator' : (owner ?? 'administrator');

/** Why a file that is none of the month's two is looked at by a person. */
export const whyUnread = {
  ...{ WORKBOOK: 'file-workbook', PDF: 'file-pdf', PACKED: 'file-packed', PICTURE: 'file-picture' },
  ...{ EMPTY: 'file-empty', OTHER: 'file-other' },
} as const satisfies Readonly<Record<OtherKind, keyof typeof unreadFiles>>;

/**
 * What a person must read of a mail whose files were taken: words that say more than that they come, or a file that may be
 * more than a copy of them; a picture is the sender's own mark.
 */
export function readBeside({ beside, attached }: SortedMail): string | undefined {
  if (beside !== '') return 'asked-beside-files';
  const other = attached.others.find((one) => one !== 'PICTURE');
  return other && whyUnread[other];
}

const monthOf = ({ month }: Mail) => (month === undefined ? {} : { month });

/** Told kindly, as in every answer to a mail (S-24). */
export const maskedIn = ({ isMasked }: SortedMail) => (isMasked ? { masked: true } : {});

/** An answer about files that were not taken, or not all: why, from a fixed list (M07). */
export async function answerAboutFiles(
  { mail, answerTo, at }: SortedMail,
  fields: Pick<LetterFields, 'variant' | 'month' | 'refusal' | 'acts' | 'faults' | 'more' | 'masked'>,
  deps: Deps,
): Promise<readonly Change[]> {
  const provider = (await providerStore(deps.table).find(mail.providerId))?.entity;
  const routine = await routineOn(deps.table, dateOf(at));
  if (!provider || !routine.ok || answerTo === undefined) return [];
  const to = fields.variant?.startsWith('basis') ? 'bases' : 'months';
  return outbox(deps, routine.value.settings, at).toAddressOf(provider, answerTo, 'M07', { to, ...fields });
}

/** A person must look: what came stays with the mail, and the sender is told so. */
export async function asked(given: SortedMail, because: keyof typeof unreadFiles, deps: Deps): Promise<Submitted> {
  const next: Mail = { ...given.mail, owner: decider(given.mail), state: 'asked', because };
  const why = { variant: 'month-asked', refusal: unreadFiles[because], ...monthOf(next), ...maskedIn(given) } as const;
  const letters = await answerAboutFiles(given, why, deps);
  return { next, effects: { letters }, task: await mailTask(next, 'asked', given.at, deps) };
}

type FaultsTold = Pick<LetterFields, 'faults' | 'more'>;

/** What a header lacks, of each file that was refused for it: all of it at once. */
export async function wrongHeaders(code: FilesRefusal, files: FilesToDraft): Promise<FaultsTold> {
  if (code !== 'WRONG_HEADER') return {};
  const found = await Promise.all(
    (['report', 'deviations'] as const).map(async (file) => {
      const columns = files[file] && (await wrongColumns(files[file].source, file));
      return columns ? [{ file, code, columns }] : [];
    }),
  );
  return faultsInLetter(found.flat());
}

/** Not taken: the sender is told why, and a person sees what came. */
export async function refused(
  given: SortedMail,
  {
    code,
    of = 'month',
    faults = {},
    besides = {},
  }: {
    readonly code: FilesRefusal;
    readonly of?: 'month' | 'basis';
    readonly faults?: FaultsTold;
    readonly besides?: Effects;
  },
  deps: Deps,
): Promise<Submitted> {
  // Whoever reads it is not the one who is told so: `Ni hade inga …` is said to the provider.
  const because = code === 'no-purchase-in-month' ? 'no-purchase-of-provider' : code;
  const next = { ...given.mail, owner: decider(given.mail), state: 'asked', because } as const;
  const told = { ...faults, ...monthOf(next), ...maskedIn(given) };
  const why = { variant: `${of}-refused`, refusal: filesRefusals[code], ...told } as const;
  const letters = { letters: await answerAboutFiles(given, why, deps) };
  return { next, effects: together(letters, besides), task: await mailTask(next, 'asked', given.at, deps) };
}
