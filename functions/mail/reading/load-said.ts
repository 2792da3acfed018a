import { wordsOf } from '../../../shared/domain/name-forms.ts';
import type { ReadMail } from '../../../shared/mail/read-mail.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { compose, offersOf } from '../../letters/door.ts';
import { casesNamed } from '../acting/load-context.ts';
import { loadKnown, type MayBeNamed } from './load-known.ts';
import { masked } from './masking.ts';
import { ownWords } from './own-words.ts';
import type { KeptWords } from './understood.ts';

/** What the mail is about, as far as it is known before it is read. */
export type SaidBeforehand = {
  readonly letterId?: string | undefined;
  readonly providerId?: string | undefined;
  readonly caseNo?: string | undefined;
  /** Nobody has proven from whom it is: nobody is told what was hidden, and more is. */
  readonly isUnproven?: boolean;
};

/** How much of a mail is shown to people. */
const [mostSubject, mostText, mostName] = [200, 4000, 100];

/** The letter that is answered, line by line: with the case's number and without (A46). */
async function linesOf(letterId: string | undefined, { table }: Deps): Promise<readonly string[]> {
  const letter = letterId === undefined ? undefined : (await letterStore(table).find(letterId))?.entity;
  if (!letter) return [];
  const texts = (['E0', 'E1'] as const).map(
    (allowed) => compose(letter.kind, letter.fields, allowed, offersOf(letter.kind, letter.fields.variant)).text,
  );
  return [...new Set(texts.flatMap((text) => text.split('\n')))];
}

/** Words by which whoever writes is known: their own name, their address, their employer's, and whom that has named. */
async function namesOf({ headers }: ReadMail, providerId: string | undefined, { table }: Deps) {
  const from = headers.find(({ key }) => key === 'from')?.value ?? '';
  const provider = providerId === undefined ? undefined : (await providerStore(table).find(providerId))?.entity;
  const contacts = (provider?.contacts ?? []).map(({ name = '' }) => name);
  return wordsOf([from, provider?.name ?? '', ...contacts].join(' '));
}

/**
 * MayBeNamed customers a mail may name: the case that it is about, and those whose numbers stand in it, its provider's own alone
 * where that is proven.
 */
export async function loadWhose(
  read: ReadMail | undefined,
  { providerId, caseNo, isUnproven = false }: SaidBeforehand,
  deps: Deps,
): Promise<MayBeNamed> {
  const texts = read ? [read.subject, read.text, ...read.files.map(({ name }) => name)] : [];
  const named = await casesNamed(texts, deps);
  const given = isUnproven
    ? named
    : (await Promise.all(named.map((one) => assignmentStore(deps.table).ofCase(one))))
        .flat()
        .filter((one) => one.providerId === providerId)
        .map((one) => one.caseNo);
  return { caseNos: [...(caseNo === undefined ? [] : [caseNo]), ...given], providerId, isUnproven };
}

/**
 * A mail's own words. A person's number and home are hidden in every mail, and so is what is known of the customer whose
 * case it is about, and the names of the provider's other customers (S-24); nobody's identity is opened for it.
 */
export async function loadSaid(read: ReadMail, beforehand: SaidBeforehand, deps: Deps): Promise<KeptWords> {
  const { letterId, providerId } = beforehand;
  const letter = await linesOf(letterId, deps);
  const own = ownWords(read.text, { letter, names: await namesOf(read, providerId, deps) });
  const [subject, text] = [read.subject.slice(0, mostSubject), own.text.slice(0, mostText)];
  const names = read.files.map(({ name }) => name.slice(0, mostName));
  const whole = [subject, text, own.said.slice(0, mostText), ...names].join('\n');
  // What is kept hides any customer; what the sender is told by, their own alone.
  const known = await loadKnown(whole, await loadWhose(read, { ...beforehand, isUnproven: true }, deps), deps);
  const told = beforehand.isUnproven ? known : await loadKnown(whole, await loadWhose(read, beforehand, deps), deps);
  const given = [subject, text, ...names];
  const [shownSubject = '', shownText = '', ...shownNames] = given.map((one) => masked(one, known));
  return {
    subject: shownSubject,
    text: shownText,
    isHidden: [shownSubject, shownText, ...shownNames].some((one, n) => one !== given[n]?.normalize('NFC')),
    words: masked(own.said, told),
    written: own.said,
    isUnclear: own.isUnclear,
    isAmongQuoted: own.isAmongQuoted,
    ...(read.hasUnseen ? { hasUnseen: true } : {}),
    files: read.files.map(({ type, bytes, isShown }, n) => ({
      name: shownNames[n] ?? '',
      type: type.slice(0, mostName),
      bytes: bytes.byteLength,
      ...(isShown ? { isShown } : {}),
    })),
  };
}
