import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { HandedIn, openDocument, openHandedIn } from '../../months/door.ts';
import { lacking } from '../conditions/missing.ts';
import { purchaseActor } from '../load-purchase.ts';
import { seenBasis } from './basis-act-step.ts';
import { basisDraftStore } from './basis-draft-store.ts';
import { basisStore } from './basis-store.ts';
import { BasisLineView, BasisView } from './basis-view.ts';
import { fitted } from './fitting.ts';
import { notOver } from './hand-in.ts';
import { keptBasis } from './hand-in-step.ts';
import { performerOf, performerOwner, performersList, purchasesOf, withPacks } from './load-month-basis.ts';
import { mayHaveVisits, monthLines } from './month-lines.ts';
import { performedRows } from './performed-rows.ts';

/** Rows that are shown one by one. */
const mostShown = 500;

/** Of so many units all is one commit. */
const togetherAtOnce = 4;

/** The form that the file is, by its header: the contract's time report (M-18). */
const timeReport = 'TIDREDOVISNING';

const Missing = z.object({ rule: z.string(), level: z.enum(['BLK', 'WRN']), text: z.string() });

/**
 * The performer hands in what was done of bought hours in a month that is over, as the contract's time report (B-26, M-17,
 * M-18): one basis for each unit that buys. What is held until an agreement is signed stands apart and holds nothing else
 * back (H-30); a row of a case that nobody has bought hours for here is told of, and nothing is dropped in silence.
 */
export const handInBasis = endpoint({
  summary: 'Hand in what was performed of bought hours in a month',
  path: z.object({ month: Month }),
  body: z.strictObject({
    documentId: z.string().min(1).max(100).optional().meta({ description: 'The time report, from openUpload' }),
    report: HandedIn.optional().meta({ description: 'The time report itself, in place of documentId' }),
    draft: z
      .literal(true)
      .optional()
      .meta({ description: 'The report that came by mail and waits; a manager’s to hand in' }),
    comments: z
      .record(SafeId, Remark)
      .default({})
      .refine((all) => Object.keys(all).length <= 500, 'too-much')
      .meta({ description: 'Why more was done than was agreed, by purchase (B-27)' }),
    form: z.string().max(40).default(timeReport).meta({ description: 'The form that the routine names (M-18)' }),
  }),
  answer: z
    .object({
      month: z.string(),
      bases: z.array(BasisView),
      lines: z.array(BasisLineView),
      held: z
        .array(z.object({ purchaseId: z.string(), performed: z.int(), missing: z.array(Missing) }))
        .meta({ description: 'What waits until its agreement is signed; hand in again then' }),
      unplaced: z
        .array(
          z.object({ row: z.int(), caseNo: CaseNumber.optional(), minutes: z.int(), code: z.literal('NO_PURCHASE') }),
        )
        .meta({ description: 'Rows of cases that no unit has bought hours for here; the first 500' }),
      unplacedRows: z.int(),
      unplacedMinutes: z.int(),
      id: z.string().optional().meta({ description: 'Of the basis, where there is one' }),
      basisId: z.string().optional(),
    })
    .meta({ id: 'HandedInBasis' }),
  async run({ path: { month }, body, caller, at }, deps) {
    const actor = purchaseActor(caller, at);
    const early = notOver(month, actor);
    if (early) return early;
    const performer = await performerOf(caller, deps);
    if (!performer.ok) return performer;
    const settings = (await settingsStore(deps.table).find())?.entity;
    if (!settings) return refuse('conflict', 'not-set-up');
    const wanted = body.report ?? (body.documentId === undefined ? undefined : { documentId: body.documentId });
    if (!wanted && !body.draft)
      return refuse('invalid', 'bad-request', [{ at: 'body.documentId', code: 'missing-field' }]);
    const drafts = basisDraftStore(deps.table);
    const waiting = body.draft ? await drafts.find(month, caller.providerId ?? '') : undefined;
    if (body.draft && caller.role !== 'provider-manager') return refuse('forbidden', 'role-not-allowed');
    if (body.draft && waiting?.entity.state !== 'waiting') return refuse('missing', 'draft-not-found');
    const file = waiting
      ? await openDocument(waiting.entity.documentId, deps)
      : wanted && (await openHandedIn(wanted, caller, deps));
    if (!file) return refuse('invalid', 'file-not-found', [{ at: 'body.documentId', code: 'file-not-found' }]);
    const rows = await performedRows(file.source, month, performer.value.id);
    if (!rows.ok) return rows;
    const all = await purchasesOf(performersList(performer.value), deps);
    const bought = withPacks(all.filter(mayHaveVisits), month, settings);
    const places = fitted(
      rows.value,
      bought.map(({ purchase }) => purchase),
    );
    const { units, missing, faults } = monthLines(bought, month, places, body.comments);
    if (missing.length > 0) return { ...lacking('condition-missing', missing), faults };
    const waits = units.flatMap(({ held }) => held);
    const store = basisStore(deps.table);
    const owner = performerOwner(performer.value);
    const isThere = await Promise.all(units.map(({ orderingUnitId }) => store.isThere(month, owner, orderingUnitId)));
    // A file without a row of a unit's takes nothing back of what was handed in to it.
    const taken = units.filter(({ lines, hasRows }, n) => lines.length > 0 && (hasRows || !isThere[n]));
    if (taken.length === 0 && waits.length > 0)
      return lacking(
        'basis-held',
        waits.flatMap((one) => one.missing),
      );
    if (taken.length === 0) return refuse('conflict', 'no-purchase-in-month');
    const { sha256, id: documentId } = file.document;
    const now = {
      month,
      receiver: performer.value,
      handedIn: { at, by: caller.userId, documentId, sha256, form: body.form },
    };
    const kept = [];
    for (const unit of taken) {
      const one = await keptBasis(unit, now, { settings, actor }, deps);
      if (!one.ok) return one;
      kept.push(one.value);
    }
    const bases = await Promise.all(
      kept.map(({ basis, version, pack }) => seenBasis(basis, version, { actor, pack }, deps)),
    );
    const [only, ...others] = bases;
    const strangers = places.strangers;
    const answer = {
      ...{ month, bases, lines: bases.flatMap(({ lines }) => lines) },
      held: waits.map(({ purchaseId, performed, missing: of }) => ({ purchaseId, performed, missing: [...of] })),
      unplaced: strangers
        .slice(0, mostShown)
        // What is no case number is not repeated: it may be anything.
        .map(({ row, caseNo, minutes }) => ({
          ...{ row, minutes, code: 'NO_PURCHASE' as const },
          caseNo: CaseNumber.safeParse(caseNo).data,
        })),
      unplacedRows: strangers.length,
      unplacedMinutes: strangers.reduce((sum, { minutes }) => sum + minutes, 0),
      ...(only && others.length === 0 ? { id: only.id, basisId: only.id } : {}),
    };
    const draftTaken = waiting ? { saves: [drafts.save({ ...waiting.entity, state: 'handed-in' }, waiting)] } : {};
    const parts = kept.map((one) => one.effects);
    // A commit holds a hundred changes: of many units each is laid by itself, and the last with the answer.
    const effects: Effects =
      parts.length <= togetherAtOnce
        ? together(...parts)
        : together({ before: parts.slice(0, -1) }, parts.at(-1) ?? {});
    return done(answer, { status: 201, ...together(effects, draftTaken) });
  },
});
