import type { AnswerOf, Asked } from '../../../api/contract.ts';
import { hrefOf } from '../../../app/router.ts';
import { withOffset } from '../../../app/with-offset.ts';
import type { AreaWords } from '../../../messages/areas.ts';
import type { FieldError } from '../../../parts/error-summary.tsx';
import { type ExtentDraft, extentIn, noExtent } from '../extent-fields.tsx';
import { receiverIn } from '../receiver-field.tsx';

export type Buying = AnswerOf<'GET /units/{unitId}/buying'>;
export type PurchaseRequest = Asked<'POST /purchases'>['body'];

const texts = {
  ...{ receiver: '', caseNo: '', linkedOrderId: '', from: '', to: '', arisenAt: '' },
  ...{
    ground: '',
    words: '',
    excludedAt: '',
    relative: '',
    relocation: '',
    callIn: '',
    longTermPlanId: '',
    reason: '',
  },
};

/** What is being asked for; nobody's name is in it. */
export type PurchaseDraft = Readonly<Record<keyof typeof texts, string>> & {
  readonly mode?: 'PLANNED' | 'ACUTE';
  readonly services: readonly string[];
  readonly extent: ExtentDraft;
  readonly kind?: 'POINT' | 'OTHER';
  readonly careOnly: boolean;
};
export const emptyPurchaseDraft: PurchaseDraft = { ...texts, services: [], extent: noExtent, careOnly: false };

const steps = ['mottagare', 'slag', 'arende', 'omfattning', 'tid', 'skal'] as const;
export type PurchaseStepKey = (typeof steps)[number];

/** One thing a page; who has no acute help to choose is not asked. */
export const purchaseSteps = ({ acute }: Pick<Buying, 'acute'>): readonly PurchaseStepKey[] =>
  steps.filter((step) => step !== 'slag' || acute !== undefined);
export const purchaseStepHref = (steg: PurchaseStepKey | 'kontrollera' | 'klart', fran?: string): string =>
  hrefOf('/kop/ny', undefined, { steg, fran });

export const modeOf = ({ mode }: PurchaseDraft, { acute }: Pick<Buying, 'acute'>): 'PLANNED' | 'ACUTE' | undefined =>
  acute === undefined ? 'PLANNED' : mode;

/** What the routine asks of help of this kind. */
export const helpOf = (draft: PurchaseDraft, buying: Buying): Buying['planned'] =>
  (modeOf(draft, buying) === 'ACUTE' ? buying.acute : undefined) ?? buying.planned;

export type Condition = Buying['planned']['asked']['request'][number];
export const askedFor = (draft: PurchaseDraft, buying: Buying, what: Condition['what']): Condition | undefined =>
  helpOf(draft, buying).asked.request.find((one) => one.what === what);

/** The ground that was chosen asks what else was tried first (H-04). */
export const asksConsidered = (draft: PurchaseDraft, buying: Buying): boolean =>
  helpOf(draft, buying).grounds.list.some(({ code, considered }) => considered && code === draft.ground);

type Says = AreaWords['newPurchase'];

/** What is missing in a step before it is worth going on: what the routine says stops a request. */
export function missingInPurchaseStep(
  step: PurchaseStepKey,
  draft: PurchaseDraft,
  buying: Buying,
  say: Says,
): readonly FieldError[] {
  const lacks = (isMissing: boolean, field: string, text: string): readonly FieldError[] =>
    isMissing ? [{ field: `new-${field}`, text }] : [];
  const isBlocking = (what: Condition['what']) => askedFor(draft, buying, what)?.level === 'BLK';
  const isEmpty = (key: keyof typeof texts) => draft[key].trim() === '';
  const checks: Readonly<Record<PurchaseStepKey, () => readonly FieldError[]>> = {
    mottagare: () => lacks(isEmpty('receiver'), 'receivingUnitId', say.receiverMissing),
    slag: () => lacks(draft.mode === undefined, 'mode', say.modeMissing),
    arende: () => [
      ...lacks(isEmpty('caseNo'), 'caseNo', say.caseMissing),
      ...lacks(draft.services.length === 0, 'services', say.servicesMissing),
    ],
    omfattning: () => lacks(extentIn(draft.extent) === undefined, 'extent', say.extentMissing),
    tid: () => [
      ...lacks(isEmpty('from'), 'from', say.fromMissing),
      ...lacks(isBlocking('period') && isEmpty('to'), 'to', say.toMissing),
      ...lacks(isBlocking('arisen-suddenly') && isEmpty('arisenAt'), 'arisenAt', say.arisenMissing),
    ],
    skal: () => [
      ...lacks(isEmpty('ground'), 'grounds-code', say.groundMissing),
      ...lacks(draft.ground === 'OTHER' && isEmpty('words'), 'grounds-words', say.wordsMissing),
      ...lacks(
        isBlocking('own-staffing-excluded') && isEmpty('excludedAt'),
        'grounds-ownStaffingExcludedAt',
        say.excludedMissing,
      ),
      ...lacks(
        isBlocking('no-employable-relative') && isEmpty('relative'),
        'grounds-noEmployableRelative',
        say.relativeMissing,
      ),
      ...lacks(isBlocking('point-intervention') && draft.kind === undefined, 'grounds-kind', say.kindMissing),
    ],
  };
  return checks[step]();
}

/** The step on which a field of the request is answered. */
export function purchaseStepOf(at: string): PurchaseStepKey {
  const field = at.replace(/^body\./, '').split('.')[0] ?? '';
  if (field === 'receivingUnitId' || field === 'providerId') return 'mottagare';
  if (field === 'mode') return 'slag';
  if (field === 'extent') return 'omfattning';
  if (['from', 'to', 'arisenAt'].includes(field)) return 'tid';
  return ['grounds', 'reason', 'longTermPlanId'].includes(field) ? 'skal' : 'arende';
}

/** The request that the answers make; what was left empty is not said. */
export function requestIn(draft: PurchaseDraft, orderingUnitId: string, buying: Buying): PurchaseRequest {
  const said = <Name extends string>(name: Name, key: keyof typeof texts) =>
    draft[key].trim() === '' ? {} : ({ [name]: draft[key].trim() } as { readonly [name in Name]: string });
  const at = <Name extends string>(name: Name, key: 'arisenAt' | 'excludedAt') =>
    draft[key] === '' ? {} : ({ [name]: withOffset(draft[key]) } as { readonly [name in Name]: string });
  const considered = asksConsidered(draft, buying)
    ? { ...said('relocation', 'relocation'), ...said('callIn', 'callIn') }
    : {};
  const isKindAsked = askedFor(draft, buying, 'point-intervention') !== undefined;
  const isCareAsked = askedFor(draft, buying, 'care-only') !== undefined;
  return {
    orderingUnitId,
    ...receiverIn(draft.receiver),
    mode: modeOf(draft, buying) ?? 'PLANNED',
    caseNo: draft.caseNo.trim(),
    services: draft.services.map((code) => ({ code })),
    extent: extentIn(draft.extent) ?? { minutes: 0, per: 'MONTH' },
    from: draft.from,
    ...said('to', 'to'),
    ...(modeOf(draft, buying) === 'ACUTE' ? at('arisenAt', 'arisenAt') : {}),
    ...said('linkedOrderId', 'linkedOrderId'),
    ...said('longTermPlanId', 'longTermPlanId'),
    ...said('reason', 'reason'),
    grounds: {
      code: draft.ground,
      ...said('words', 'words'),
      ...at('ownStaffingExcludedAt', 'excludedAt'),
      ...(askedFor(draft, buying, 'no-employable-relative') ? said('noEmployableRelative', 'relative') : {}),
      ...(isKindAsked && draft.kind ? { kind: draft.kind } : {}),
      ...(isCareAsked ? { careOnly: draft.careOnly } : {}),
      ...(Object.keys(considered).length > 0 ? { considered } : {}),
    },
  };
}
