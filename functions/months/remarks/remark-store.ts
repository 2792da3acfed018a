import * as z from 'zod';
import type { Month } from '../../../shared/domain/local-time.ts';
import type { Change, Item, Key, Table } from '../../../shared/ports/table.ts';
import { type AnswerGiven, KeptRemark, RemarkAnswer } from './kept-remark.ts';

const Kept = z.object({ remarks: z.array(KeptRemark) });
const Answered = z.object({ id: z.string(), answer: RemarkAnswer });

type Of = { readonly month: Month; readonly providerId: string };

/** Of two hundred rows each, so that a piece fits an item. */
const inPiece = 100;
const pkOf = ({ month, providerId }: Of) => `MONTH#${month}#${providerId}`;
const remarksKey = (of: Of, submissionId: string, n: number): Key => ({
  pk: pkOf(of),
  sk: `REMARKS#${submissionId}#${String(n).padStart(4, '0')}`,
});
const answerKey = (of: Of, id: string): Key => ({ pk: pkOf(of), sk: `REMARKED#${id}` });

/** Where the remarks on a submission live, and the answers, which stand over submissions for what is unchanged. */
export const remarkStore = (table: Table) => {
  async function all(of: Of, from: string): Promise<readonly Item[]> {
    const found: Item[] = [];
    let after: string | undefined;
    do {
      const page = await table.query({ pk: pkOf(of), from, to: `${from}~`, after });
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return found;
  }
  return {
    /** Nothing points at them until the month's head names the submission. */
    keep: (of: Of, submissionId: string, remarks: readonly KeptRemark[]): readonly Change[] =>
      Array.from({ length: Math.ceil(remarks.length / inPiece) }, (_, n) => ({
        kind: 'put',
        over: 0,
        item: {
          ...remarksKey(of, submissionId, n),
          data: { remarks: remarks.slice(n * inPiece, (n + 1) * inPiece) },
        },
      })),

    ofSubmission: async (of: Of, submissionId: string): Promise<readonly KeptRemark[]> =>
      (await all(of, `REMARKS#${submissionId}#`)).flatMap(({ data }) => Kept.parse(data).remarks),

    answers: async (of: Of): Promise<ReadonlyMap<string, AnswerGiven>> =>
      new Map(
        (await all(of, 'REMARKED#')).map(({ data, version }) => {
          const { id, answer } = Answered.parse(data);
          return [id, { answer, version }];
        }),
      ),

    saveAnswer: (of: Of, id: string, answer: RemarkAnswer, over: AnswerGiven | undefined): Change => ({
      kind: 'put',
      over: over?.version ?? 0,
      item: { ...answerKey(of, id), data: { id, answer } },
    }),
  };
};
