import * as z from 'zod';
import { guarded } from '../../shared/domain/free-text.ts';
import type { LocalDate } from '../../shared/domain/local-time.ts';
import { officerOwner } from '../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import { type Caller, isProvidersRole } from '../../shared/domain/roles.ts';

/**
 * What people say to each other inside the system. It may mention what must never be mailed; a person's number it need
 * not hold, since the message belongs to a case.
 */
export const MessageText = guarded(z.string().trim().min(1).max(4000)).meta({
  description: 'Stays inside the system; only that something waits is told by mail',
});

/** Whom somebody may write to: one officer, one provider, or the head. */
export const Addressee = z
  .string()
  .regex(/^(?:(?:officer|provider):[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9._-]{0,79}|head)$/)
  .meta({ example: 'provider:P1' });

/** What the register says of the case that is written about, when one is. */
export type WrittenAboutCase = {
  readonly officerId: string;
  readonly assignments: readonly { readonly providerId: string; readonly to: string | null }[];
};

type Letter = { readonly to: string; readonly caseNo?: string };
export type NotWritten = 'may-not-write-to' | 'case-not-found' | 'bad-request';

const wrong = (at: 'body.caseNo' | 'body.to', code: 'case-needed' | 'recipient-not-in-case') =>
  refuse('invalid', 'bad-request', [{ at, code }]);

/** Whom it goes to: the one named, or the officer of the case, whom a provider need not know. */
export function receiverOf(
  { to, caseNo }: Partial<Letter>,
  facts: WrittenAboutCase | undefined,
): Result<string, 'case-not-found' | 'bad-request'> {
  if (to !== undefined) return accept(to);
  if (caseNo === undefined) return wrong('body.caseNo', 'case-needed');
  return facts ? accept(officerOwner(facts.officerId)) : refuse('missing', 'case-not-found');
}

/** The officer of a case writes to any provider that has or has had it, and to the head about anything. */
function byOfficer(
  { to, caseNo }: Letter,
  facts: WrittenAboutCase | undefined,
  caller: Caller,
): Result<true, NotWritten> {
  if (caseNo !== undefined && facts?.officerId !== caller.caseload) return refuse('missing', 'case-not-found');
  if (to === 'head') return accept(true);
  if (!to.startsWith('provider:')) return refuse('forbidden', 'may-not-write-to');
  if (!facts) return wrong('body.caseNo', 'case-needed');
  const has = facts.assignments.some(({ providerId }) => to === `provider:${providerId}`);
  return has ? accept(true) : wrong('body.to', 'recipient-not-in-case');
}

/** The head writes to officers; about a case, to its own. */
function byHead({ to, caseNo }: Letter, facts: WrittenAboutCase | undefined): Result<true, NotWritten> {
  if (caseNo !== undefined && !facts) return refuse('missing', 'case-not-found');
  if (!to.startsWith('officer:')) return refuse('forbidden', 'may-not-write-to');
  return facts && to !== `officer:${facts.officerId}` ? wrong('body.to', 'recipient-not-in-case') : accept(true);
}

/** A provider writes to the officer of a case that it has or is to have; another's case does not exist. */
function byProvider(
  { to, caseNo }: Letter,
  facts: WrittenAboutCase | undefined,
  caller: Caller,
  today: LocalDate,
): Result<true, NotWritten> {
  const has = facts?.assignments.some(
    ({ providerId, to: last }) => providerId === caller.providerId && (last === null || today <= last),
  );
  if (caseNo === undefined) return wrong('body.caseNo', 'case-needed');
  if (!facts || !has) return refuse('missing', 'case-not-found');
  if (!to.startsWith('officer:')) return refuse('forbidden', 'may-not-write-to');
  return to === `officer:${facts.officerId}` ? accept(true) : wrong('body.to', 'recipient-not-in-case');
}

/** Who may begin to write to whom; an answer may always be written where one has been written to. */
export function mayWrite(
  letter: Letter,
  facts: WrittenAboutCase | undefined,
  caller: Caller,
  today: LocalDate,
): Result<true, NotWritten> {
  if (isProvidersRole(caller.role)) return byProvider(letter, facts, caller, today);
  return caller.role === 'head' ? byHead(letter, facts) : byOfficer(letter, facts, caller);
}

/** What an inbox shows of a conversation: its first words. */
export const titleOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
};
