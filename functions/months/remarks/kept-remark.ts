import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { LookedAt } from './dry-run-with-remarks.ts';

/** What was seen in the rows of a submission, with the cases that it is about: whose they are answers for it. */
export const KeptRemark = z.object({
  /** The same for as long as the rows that it is about say the same, wherever in the file they stand. */
  id: z.string(),
  code: z.string(),
  caseNo: z.string().optional(),
  worker: z.string().optional(),
  rows: z.array(z.int()),
  text: z.string(),
  caseNos: z.array(z.string()),
});
export type KeptRemark = z.infer<typeof KeptRemark>;

/** What its owner found out: that there is an explanation, or that the lines were decided with it in mind. */
export const RemarkAnswer = z.object({
  kind: z.enum(['EXPLAINED', 'ACTED_ON']),
  text: z.string(),
  by: z.string(),
  at: Instant,
});
export type RemarkAnswer = z.infer<typeof RemarkAnswer>;

/** An answer as it is stored. */
export type AnswerGiven = { readonly answer: RemarkAnswer; readonly version: number };

/** One with whose it is to answer, and its answer where there is one. */
export type OwnedRemark = KeptRemark & {
  readonly owners: readonly string[];
  readonly answered: AnswerGiven | undefined;
};

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The remarks as they are kept. Of two that are about rows that say the same, one. */
export async function keptRemarks({
  remarks,
  seen,
}: Pick<LookedAt, 'remarks' | 'seen'>): Promise<readonly KeptRemark[]> {
  const kept = new Map<string, KeptRemark>();
  for (const remark of remarks) {
    const about = remark.rows.flatMap((row) => seen.get(row) ?? []);
    const said = about.map(({ caseNo, says }) => `${caseNo} ${says}`).toSorted(inOrder);
    const name = [remark.code, remark.caseNo ?? '', remark.worker ?? '', ...said].join('\n');
    const id = (await sha256(name)).slice(0, 24);
    const caseNos = [...new Set([...(remark.caseNo ? [remark.caseNo] : []), ...about.map(({ caseNo }) => caseNo)])];
    kept.set(id, { ...remark, id, rows: [...remark.rows], caseNos: caseNos.toSorted(inOrder) });
  }
  return [...kept.values()];
}

/** Who answers: the officers of its cases as they are now; of what is about the whole month, any officer in it. */
export function ownersOf(
  { caseNos }: Pick<KeptRemark, 'caseNos'>,
  officerOf: ReadonlyMap<string, string>,
): readonly string[] {
  const theirs = caseNos.flatMap((caseNo) => officerOf.get(caseNo) ?? []);
  return [...new Set(theirs.length > 0 ? theirs : officerOf.values())].toSorted(inOrder);
}
