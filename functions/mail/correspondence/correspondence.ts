import * as z from 'zod';
import type { Letter } from '../../../shared/domain/letter.ts';
import { letterKinds } from '../../../shared/domain/letter-kinds.ts';
import { type Instant, localIso } from '../../../shared/domain/local-time.ts';
import type { Message } from '../../../shared/domain/thread.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { Mail } from '../mail.ts';
import { mailRow } from '../quarantine/mail-view.ts';
import { shownText } from '../quarantine/shown-text.ts';

/** Something that was said about a case, by whichever way: a mail out, a mail in, or a message inside. */
export const CorrespondenceItem = z
  .object({
    way: z.enum(['out', 'in', 'inside']),
    id: z.string(),
    at: z.string(),
    title: z.string().optional().meta({ description: 'The subject, or what kind of letter it is' }),
    text: z.string().optional().meta({ description: 'Never markup; what reads as a person is masked' }),
    from: z.string().optional().meta({ description: 'The address, or who wrote inside (`officer:O1`)' }),
    to: z.string().optional(),
    state: z.string().meta({ description: 'How far it came, as a stable word' }),
    words: z.string().meta({ description: 'The same in words' }),
    threadId: z.string().optional(),
  })
  .meta({ id: 'CorrespondenceItem' });
export type CorrespondenceItem = z.infer<typeof CorrespondenceItem>;

/** With its place in time, to be told in order. */
export type ItemInTime = { readonly key: string; readonly said: CorrespondenceItem };

const placed = (at: Instant, said: Omit<CorrespondenceItem, 'at'>): ItemInTime => ({
  key: `${at}#${said.id}`,
  said: { ...said, at: localIso(at) },
});

/** A letter by its kind alone: its words are the same for all. */
export function letterSaid({ id, kind, fields, to, queuedAt, state }: Letter, language: string): ItemInTime {
  const { subject, subjects } = letterKinds[kind];
  const title = subjects?.[fields.variant ?? ''] ?? subject;
  return placed(queuedAt, { way: 'out', id, title, to, state, words: sentence(`letter-${state}`, language) });
}

export function mailSaid(mail: Mail, language: string): ItemInTime {
  const { mailId, subject, claims, state } = mailRow(mail, language);
  return placed(mail.receivedAt, {
    ...{ way: 'in', id: mailId, state, words: sentence(`mail-${state}`, language) },
    ...(subject === undefined ? {} : { title: subject }),
    ...(claims === undefined ? {} : { from: claims }),
    ...(mail.text === undefined ? {} : { text: shownText(mail.text) }),
  });
}

/** What a person wrote inside; what the system says there is a letter’s words, by its kind. */
export function messageSaid({ id, threadId, at, from, text, notice }: Message, language: string): ItemInTime {
  const said = { way: 'inside', id, threadId, state: 'said', words: sentence('message-said', language) } as const;
  if (notice) return placed(at, { ...said, title: letterKinds[notice.kind].subject, from: 'system' });
  return placed(at, { ...said, text: shownText(text ?? ''), from: from.owner });
}

/** How much is told on a page. */
type Slice = { readonly limit: number; readonly before?: string | undefined };

/** The latest of it, the newest first: those before a place, and the place that the next page goes on before. */
export function latestOf(
  all: readonly ItemInTime[],
  { limit, before }: Slice,
): { readonly items: CorrespondenceItem[]; readonly next?: string } {
  const older = all
    .filter(({ key }) => before === undefined || key < before)
    .toSorted((a, b) => (a.key < b.key ? 1 : -1));
  const page = older.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ said }) => said),
    ...(last && older.length > page.length ? { next: last.key } : {}),
  };
}
