import * as z from 'zod';
import { type Assignment, goesOn } from '../../../shared/domain/assignment.ts';
import { isTooMuch } from '../../../shared/domain/capacity.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { dateOf, instant, LocalDate, localIso, TimeIn } from '../../../shared/domain/local-time.ts';
import { isOpenOn, isPermittedOn } from '../../../shared/domain/provider-standing.ts';
import { type Fault, refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { opened } from '../../../shared/steps/deadlines.ts';
import { together } from '../../../shared/steps/effects.ts';
import { fileForm } from '../../../shared/steps/file-uploads.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { capacityStore } from '../../../shared/stores/capacity-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import { whileCaseAlive } from '../../orders/door.ts';
import type { Switch } from '../switch.ts';
import { tellingDue } from '../switch-deadlines.ts';
import { switchStore } from '../switch-store.ts';
import { SwitchView, switchView } from '../switch-view.ts';
import { type Joining, joiningOf } from './joining-step.ts';
import { leavingProvider } from './leaving-provider.ts';
import { rulesOf } from './switch-rules.ts';

const Body = z.strictObject({
  caseNo: CaseNumber,
  toProviderId: SafeId.optional().meta({ description: 'The provider that the customer chose', example: 'P2' }),
  leavingProviderId: SafeId.optional().meta({
    description: 'The provider that the customer leaves; needed where several have the customer (A74)',
  }),
  abstains: z.literal(true).optional().meta({ description: 'The customer leaves it to the turn list instead' }),
  toldAt: TimeIn.optional().meta({ description: 'When the customer told the officer; now when left out' }),
  mode: z.enum(['WRITTEN', 'ORAL']),
  formDocumentId: SafeId.optional().meta({ description: 'The form in the file, from openUpload' }),
  wishedDate: LocalDate.optional().meta({ description: "The customer's own first day with the new provider (S-47)" }),
  wishReason: Remark.optional(),
  noContact: z.boolean().default(false).meta({ description: 'No contact with the leaving provider (S-48)' }),
  healthCareEnrolled: z.boolean().optional().meta({ description: 'Asked where the routine asks (S-09)' }),
});

/** Everything wrong with what was said, before anything is looked up. */
function faultsIn(body: z.infer<typeof Body>, at: string, asksHealthCare: boolean): readonly Fault[] {
  const chosen = [body.toProviderId !== undefined, body.abstains === true].filter((given) => given).length;
  return [
    ...(chosen === 1 ? [] : [{ at: 'body.toProviderId', code: 'choose-or-abstain' }]),
    ...(body.toldAt && instant(body.toldAt) > at ? [{ at: 'body.toldAt', code: 'told-ahead' }] : []),
    ...(body.wishedDate && body.wishedDate < dateOf(at) ? [{ at: 'body.wishedDate', code: 'switch-date-passed' }] : []),
    ...(asksHealthCare && body.healthCareEnrolled === undefined
      ? [{ at: 'body.healthCareEnrolled', code: 'health-care-unanswered' }]
      : []),
  ];
}

/** Why a provider cannot take over: there is none, it takes nobody today, or it has no permit on the day wished for. */
function faultsOfJoining(provider: Provider | undefined, on: LocalDate, today: LocalDate): readonly Fault[] {
  const place = 'body.toProviderId';
  if (!provider) return [{ at: place, code: 'unknown-provider' }];
  if (!isPermittedOn(provider, on)) return [{ at: place, code: 'provider-without-permit' }];
  return isOpenOn({ ...provider, permit: undefined }, today) ? [] : [{ at: place, code: 'provider-not-open' }];
}

/** What is granted a month from the day on at the leaving provider, for the ceiling of the one that takes over (L-73). */
const minutesFrom = (assignments: readonly Assignment[], leavingId: string, today: LocalDate): number =>
  assignments
    .filter((assignment) => assignment.providerId === leavingId && goesOn(assignment, today))
    .flatMap(({ services }) => services)
    .filter(({ to }) => !to || to >= today)
    .reduce((sum, { minutesPerMonth }) => sum + minutesPerMonth, 0);

/**
 * The customer wants another provider (L-60, S-41). Both the leaving and the joining one are registered (S-42), and the
 * officer is to tell them both: by the next day (L-61) or on the same (S-43).
 */
export const requestSwitch = endpoint({
  summary: 'Register that a customer changes provider',
  body: Body,
  answer: SwitchView,
  async run({ body, caller, at, language }, deps) {
    const { table } = deps;
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const { pack } = routine.value;
    if (!pack.modules.includes('switches')) return refuse('conflict', 'not-in-routine');
    const faults = faultsIn(body, at, pack.healthCare === true);
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults);

    const theCase = await caseStore(table).find(body.caseNo);
    if (theCase?.entity.officerId !== caller.caseload) return refuse('missing', 'case-not-found');
    const alive = await whileCaseAlive(body.caseNo, deps);
    if (!alive.ok) return alive;
    const flight = await switchStore(table).inFlight(body.caseNo);
    if (flight?.entity.switchId !== undefined) return refuse('conflict', 'switch-in-flight');
    const assignments = await assignmentStore(table).ofCase(body.caseNo);
    const left = leavingProvider(assignments, body.leavingProviderId, dateOf(at), language);
    if (!left.ok) return left;
    const leavingId = left.value;

    const id = deps.newId('byte');
    const wanted = {
      switchId: id,
      caseNo: body.caseNo,
      leavingId,
      minutes: minutesFrom(assignments, leavingId, dateOf(at)),
    };
    const joining = await joiningOf({ ...wanted, chosen: body.toProviderId, by: caller.userId, at }, deps);
    if (!joining.ok) return joining;
    const { providerId: joiningId, pick, effects }: Joining = joining.value;
    const provider = (await providerStore(table).find(joiningId))?.entity;
    const joiningFaults = faultsOfJoining(provider, body.wishedDate ?? dateOf(at), dateOf(at));
    if (joiningFaults.length > 0) return refuse('invalid', 'bad-request', joiningFaults);

    const filed = await fileForm(body.formDocumentId, 'body.formDocumentId', caller, deps);
    if (!filed.ok) return filed;

    // It may have the customer all the same: the customer chose it, and it may say no (A44, A58).
    const capacity = (await capacityStore(table).find(joiningId))?.entity;
    const isFull = capacity !== undefined && isTooMuch(capacity, wanted.minutes, body.wishedDate ?? dateOf(at));
    const isFormMissing = body.mode === 'WRITTEN' && body.formDocumentId === undefined;
    const one: Switch = {
      ...{ id, caseNo: body.caseNo, officerId: theCase.entity.officerId, leavingId, joiningId },
      state: 'requested',
      requested: { at, by: caller.userId },
      toldAt: body.toldAt ? instant(body.toldAt) : at,
      mode: body.mode,
      noContact: body.noContact,
      ...(body.formDocumentId ? { formDocumentId: body.formDocumentId } : {}),
      ...(pick === undefined ? {} : { pick }),
      ...(body.wishedDate ? { wishedDate: body.wishedDate } : {}),
      ...(body.wishReason ? { wishReason: body.wishReason } : {}),
      ...(body.healthCareEnrolled === undefined ? {} : { healthCareEnrolled: body.healthCareEnrolled }),
      warnings: [...(isFormMissing ? (['FORM_MISSING'] as const) : []), ...(isFull ? (['JOINING_FULL'] as const) : [])],
    };
    const due = tellingDue(one, pack);
    const refs = { switchId: id, leavingId, joiningId, mode: one.mode, toldAt: localIso(one.toldAt) };
    const row = { event: 'switch-requested', rule: rulesOf(pack).requested, caseNo: one.caseNo, refs };
    return done(switchView(one, 1, 'officer', [due], { language, pack }), {
      status: 201,
      version: 1,
      ...together(effects, {
        saves: [...switchStore(table).save(one, undefined, at), switchStore(table).setInFlight(one.caseNo, id, flight)],
        deadlines: opened([due]),
        rows: [row],
      }),
    });
  },
});
