import type { Asked } from '../../api/contract.ts';
import { withOffset } from '../../app/with-offset.ts';

/** What an officer has answered so far. */
export type SwitchDraft = {
  readonly caseNo: string;
  readonly how?: 'chosen' | 'abstains';
  readonly toProviderId: string;
  /** Whom the customer leaves; asked for where several have the customer (A74). */
  readonly leavingProviderId: string;
  readonly mode?: 'WRITTEN' | 'ORAL';
  /** The choice form, when it has been received. */
  readonly formDocumentId: string;
  readonly toldAt: string;
  readonly wishedDate: string;
  readonly wishReason: string;
  readonly noContact: boolean;
  readonly enrolled?: 'yes' | 'no';
};
export const emptySwitchDraft: SwitchDraft = {
  caseNo: '',
  toProviderId: '',
  leavingProviderId: '',
  formDocumentId: '',
  toldAt: '',
  wishedDate: '',
  wishReason: '',
  noContact: false,
};

const some = <Field extends string>(field: Field, value: string): { readonly [field in Field]?: string } =>
  value === '' ? {} : ({ [field]: value } as { readonly [field in Field]: string });

/** The request that the answers make; what is empty is left out. */
export const requestOf = (draft: SwitchDraft): Asked<'POST /switches'>['body'] => ({
  caseNo: draft.caseNo.trim(),
  mode: draft.mode ?? 'WRITTEN',
  noContact: draft.noContact,
  ...(draft.how === 'abstains' ? { abstains: true as const } : some('toProviderId', draft.toProviderId)),
  ...some('leavingProviderId', draft.leavingProviderId),
  ...(draft.mode === 'WRITTEN' ? some('formDocumentId', draft.formDocumentId) : {}),
  ...some('toldAt', draft.toldAt && withOffset(draft.toldAt)),
  ...some('wishedDate', draft.wishedDate),
  ...some('wishReason', draft.wishReason.trim()),
  ...(draft.enrolled === undefined ? {} : { healthCareEnrolled: draft.enrolled === 'yes' }),
});
