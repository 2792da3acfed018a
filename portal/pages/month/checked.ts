import type { Asked } from '../../api/contract.ts';
import { useDraft } from '../../app/use-draft.ts';
import { emptyDeviationForm } from './template.ts';

export type Two = Pick<Asked<'POST /months/{month}/check'>['body'], 'report' | 'deviations'>;

/** The files that were checked last, by the ids that they were given; for the signature. */
export const useChecked = (month: string) => useDraft(`files/${month}`, { report: '', form: '' });

/** The files that wait; a month without deviations has a form that says so (A60). */
export const filesThatWait = (hasNoForm: boolean) => ({
  draft: true as const,
  ...(hasNoForm ? { deviations: { text: emptyDeviationForm } } : {}),
});

export const twoOf = ({ report, form }: { readonly report: string; readonly form: string }): Two => ({
  report: { documentId: report },
  deviations: form === '' ? { text: emptyDeviationForm } : { documentId: form },
});
