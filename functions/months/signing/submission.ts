import type { DryRun } from '../dry-run/dry-run.ts';
import { errorCount } from '../dry-run/file-verdict.ts';
import type { Line } from '../lines/line.ts';
import type { Part } from '../month.ts';
import { handsIn } from './four-eyes.ts';

type File = { readonly documentId: string; readonly sha256: string; readonly bytes: number };

/**
 * What a provider's manager signs (L-22, L-25): these two files, known by their SHA-256, with what the rules found in
 * them, and the declaration that the deviation form makes. A month without deviations is declared as such (A60).
 */
export const submissionContent = (
  about: {
    readonly municipality: string;
    readonly month: string;
    readonly providerId: string;
    readonly providerName: string;
  },
  files: { readonly report: File; readonly deviations: File },
  run: DryRun,
) => ({
  ...about,
  report: { sha256: files.report.sha256, bytes: files.report.bytes },
  deviations: { sha256: files.deviations.sha256, bytes: files.deviations.bytes },
  fileStatus: run.file.status,
  errors: errorCount(run.file),
  cases: run.cases.length,
  submittedMinutes: run.cases.reduce((sum, { submitted }) => sum + submitted, 0),
  performedMinutes: run.cases.reduce((sum, { performed }) => sum + performed, 0),
  declaration:
    'Tidsrapporten och avvikelseblanketten är riktiga och fullständiga. Blanketten tar upp månadens alla avvikelser; är den tom har det inte varit några.',
});

/** The lines that a dry run proposes, each at the officer whose case it is. */
export function linesOf(run: DryRun, officerOf: ReadonlyMap<string, string>): readonly Line[] {
  const absences = new Map(run.absences.map(({ caseNo, days }) => [caseNo, days]));
  return run.cases.map((one) => ({
    caseNo: one.caseNo,
    officerId: officerOf.get(one.caseNo) ?? '',
    granted: one.granted,
    ordered: one.ordered,
    performed: one.performed,
    absence: one.absence,
    submitted: one.submitted,
    ...(absences.has(one.caseNo) ? { absenceDays: absences.get(one.caseNo) } : {}),
    proposal: {
      charged: one.charged,
      topUp: one.topUp,
      status: one.status,
      unpaid: one.unpaid,
      faults: [...one.faults],
      warnings: [...one.warnings],
    },
    contacts: [],
    version: 1,
  }));
}

const sameFigures = (one: Line, other: Line): boolean =>
  one.granted === other.granted &&
  one.ordered === other.ordered &&
  one.performed === other.performed &&
  one.absence === other.absence &&
  one.submitted === other.submitted &&
  one.officerId === other.officerId &&
  JSON.stringify(one.proposal) === JSON.stringify(other.proposal);

/**
 * A corrected submission in place of an earlier one. What an officer has decided, asked or noted of a line stays when
 * the correction changed nothing in it; a line that the correction changed is decided again.
 */
export function carryOver(next: readonly Line[], earlier: readonly Line[]): readonly Line[] {
  const before = new Map(earlier.map((line) => [line.caseNo, line]));
  return next.map((line) => {
    const old = before.get(line.caseNo);
    if (!old) return line;
    const { contacts, question } = old;
    const kept = { ...line, contacts, ...(question ? { question } : {}), version: old.version + 1 };
    return sameFigures(line, old) ? { ...kept, ...(old.decision ? { decision: old.decision } : {}) } : kept;
  });
}

export type Chunked = { readonly officerId: string; readonly n: number; readonly lines: readonly Line[] };

/** Lines in pieces that fit an item, by officer and case number. */
export function chunksOf(lines: readonly Line[], most: number): readonly Chunked[] {
  const byOfficer = Map.groupBy(lines, ({ officerId }) => officerId);
  return [...byOfficer]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([officerId, theirs]) => {
      const sorted = theirs.toSorted((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
      const count = Math.ceil(sorted.length / most);
      return Array.from({ length: count }, (_, n) => ({ officerId, n, lines: sorted.slice(n * most, (n + 1) * most) }));
    });
}

/** Which chunk holds which cases, as the month's head keeps it. */
export const placesOf = (chunks: readonly Chunked[]) =>
  chunks.map(({ officerId, n, lines }) => ({
    ...{ officerId, n },
    first: lines[0]?.caseNo ?? '',
    last: lines.at(-1)?.caseNo ?? '',
  }));

const isUndecided = ({ decision }: Line) => decision === undefined;
/** A question still waits when it has no answer, and nobody has decided without one. */
const isUnanswered = ({ question, decision }: Line) =>
  question !== undefined && question.answer === undefined && decision === undefined;
/** What was asked has its answer, which the officer has still to decide the line with. */
const isAnswered = ({ question, decision }: Line) => question?.answer !== undefined && decision === undefined;
const count = (lines: readonly Line[], is: (line: Line) => boolean) => lines.filter(is).length;

const answering = (answered: number): Pick<Part, 'answered'> => (answered > 0 ? { answered } : {});

/** How much of an officer's part is left to decide. */
export function partOf(officerId: string, submissionId: string, lines: readonly Line[]): Part {
  const theirs = lines.filter((line) => line.officerId === officerId);
  return {
    officerId,
    submissionId,
    lines: theirs.length,
    undecided: count(theirs, isUndecided),
    asked: count(theirs, isUnanswered),
    ...answering(count(theirs, isAnswered)),
  };
}

/** The part's counts once some of its lines have changed, and who has decided them. */
export const counted = ({ answered = 0, ...part }: Part, before: readonly Line[], after: readonly Line[]): Part => ({
  ...part,
  undecided: part.undecided - count(before, isUndecided) + count(after, isUndecided),
  asked: part.asked - count(before, isUnanswered) + count(after, isUnanswered),
  ...answering(answered - count(before, isAnswered) + count(after, isAnswered)),
  decidedBy: [...handsIn([part], [...before, ...after])],
});
