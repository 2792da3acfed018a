import * as z from 'zod';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { kindOf } from '../../shared/domain/deadline-kinds.ts';
import { DeadlineView, deadlineView } from '../../shared/domain/deadline-view.ts';
import { LocalDate, localIso, plusDays } from '../../shared/domain/local-time.ts';
import { dateIn } from '../../shared/messages/date-in.ts';
import { sentence } from '../../shared/messages/sentence.ts';
import type { Side } from './caller-side.ts';
import { nextOf, type Seen, tasksOf } from './lists/switch-tasks.ts';
import { Channel, HandoverDocument, officerRelays, Switch, SwitchWarning } from './switch.ts';

const Told = z.object({ at: z.string(), channel: Channel });

/** A switch as one side of it sees it: who has been told, the window and why, what is left to do and by whom. */
export const SwitchView = Switch.pick({
  id: true,
  caseNo: true,
  officerId: true,
  leavingId: true,
  joiningId: true,
  state: true,
  wishedDate: true,
  noContact: true,
  window: true,
})
  .extend({
    version: z.int(),
    side: z.enum(['officer', 'head', 'leaving', 'joining']),
    toldAt: z.string(),
    mode: Switch.shape.mode.optional(),
    formDocumentId: z.string().optional(),
    wishReason: z.string().optional(),
    healthCareEnrolled: z.boolean().optional(),
    officerRelays: z.boolean(),
    leavingTold: Told.optional(),
    joiningTold: Told.optional(),
    date: z
      .object({
        on: LocalDate,
        lastDay: LocalDate,
        settledAt: z.string(),
        wishedByCustomer: z.boolean(),
        reason: z.string().optional(),
        inWords: z.string(),
      })
      .optional(),
    orderId: z.string().optional(),
    endedOrderIds: z.array(z.string()).optional(),
    handover: z.object({ consent: z.boolean(), askedOn: LocalDate, documents: z.array(HandoverDocument) }).optional(),
    takeover: z.object({ contactedAt: z.string() }).optional(),
    calledOff: z
      .object({ at: z.string(), cause: z.string(), inWords: z.string(), reason: z.string().optional() })
      .optional(),
    warnings: z.array(z.object({ code: SwitchWarning, text: z.string() })),
    deadlines: z.array(DeadlineView),
    tasks: z.array(
      z.object({
        rule: z.string(),
        text: z.string(),
        side: z.enum(['officer', 'leaving', 'joining']),
        done: z.boolean(),
      }),
    ),
    next: z.array(z.string()),
  })
  .meta({ id: 'SwitchView' });
export type SwitchView = z.infer<typeof SwitchView>;

/** A provider sees the deadlines of the date; when the officer was to tell is between the officer and the head. */
const isOfficers = ({ code }: Deadline): boolean => kindOf(code).owner === 'officer';
const warningsOf = (one: Switch, isOffice: boolean): readonly SwitchWarning[] =>
  isOffice ? one.warnings : one.warnings.filter((code) => code === 'OUTSIDE_WINDOW' || code === 'NOT_IN_DATE_ORDER');

/** What only the municipality reads: how the customer chose, and in whose words the date was wished. */
const officePart = (one: Switch) => ({
  mode: one.mode,
  ...(one.formDocumentId ? { formDocumentId: one.formDocumentId } : {}),
  ...(one.wishReason ? { wishReason: one.wishReason } : {}),
});

function datePart({ date }: Switch, isOffice: boolean, language: string): Pick<SwitchView, 'date'> {
  if (!date) return {};
  const { on, wishedByCustomer, reason } = date;
  const lastDay = plusDays(on, -1);
  const days = { lastDay: dateIn(lastDay, language), on: dateIn(on, language) };
  const inWords = sentence('switch-dated', language, days);
  const settledAt = localIso(date.at);
  return { date: { on, lastDay, settledAt, wishedByCustomer, inWords, ...(isOffice && reason ? { reason } : {}) } };
}

function toldPart({ told }: Switch, side: Side): Pick<SwitchView, 'leavingTold' | 'joiningTold'> {
  if (!told) return {};
  const { outAt, inAt, channels } = told;
  return {
    ...(side === 'joining' ? {} : { leavingTold: { at: localIso(outAt), channel: channels.out } }),
    ...(side === 'leaving' ? {} : { joiningTold: { at: localIso(inAt), channel: channels.in } }),
  };
}

/** Each side its own order, the municipality both. */
function ordersPart({ moved }: Switch, side: Side): Pick<SwitchView, 'orderId' | 'endedOrderIds'> {
  if (!moved) return {};
  const ended = moved.before.flatMap(({ assignment }) => assignment.orderId ?? []);
  return {
    ...(side === 'leaving' ? {} : { orderId: moved.orderId }),
    ...(side === 'joining' ? {} : { endedOrderIds: ended }),
  };
}

export function switchView(
  one: Switch,
  version: number,
  side: Side,
  deadlines: readonly Deadline[],
  seen: Seen,
): SwitchView {
  const { language } = seen;
  const isOffice = side === 'officer' || side === 'head';
  const { id, caseNo, officerId, leavingId, joiningId, state, wishedDate, noContact, window, handover } = one;
  const { calledOff, takeover, healthCareEnrolled } = one;
  return {
    ...{ id, caseNo, officerId, leavingId, joiningId, state, noContact, version, side },
    toldAt: localIso(one.toldAt),
    officerRelays: officerRelays(one),
    ...(wishedDate ? { wishedDate } : {}),
    ...(window ? { window } : {}),
    ...(healthCareEnrolled === undefined ? {} : { healthCareEnrolled }),
    ...(isOffice ? officePart(one) : {}),
    ...toldPart(one, side),
    ...datePart(one, isOffice, language),
    ...ordersPart(one, side),
    ...(handover
      ? { handover: { consent: handover.consent, askedOn: handover.askedOn, documents: handover.documents } }
      : {}),
    ...(takeover ? { takeover: { contactedAt: localIso(takeover.contactedAt) } } : {}),
    ...(calledOff
      ? {
          calledOff: {
            at: localIso(calledOff.at),
            cause: calledOff.cause,
            inWords: sentence(`switch-${calledOff.cause}`, language),
            ...(isOffice && calledOff.reason ? { reason: calledOff.reason } : {}),
          },
        }
      : {}),
    warnings: warningsOf(one, isOffice).map((code) => ({ code, text: sentence(`switch-${code}`, language) })),
    deadlines: deadlines.filter((one) => isOffice || !isOfficers(one)).map(deadlineView),
    tasks: tasksOf(one, seen).filter((task) => isOffice || task.side === side),
    next: [...nextOf(one, side)],
  };
}
