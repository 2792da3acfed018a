import type { ComponentChildren } from 'preact';
import { dateTime, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useStaff } from '../../app/use-staff.ts';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import type { SwitchShown } from './switch-form.ts';

type Props = { readonly one: SwitchShown };
type Told = NonNullable<SwitchShown['leavingTold']>;

function OrderLinks({ ids }: { readonly ids: readonly string[] }) {
  const { switches } = useWords();
  return (
    <ul class="plain">
      {ids.map((orderId) => (
        <li key={orderId}>
          <a class="ds-link" href={hrefOf('/bestallningar/:orderId', { orderId })}>
            {switches.openOrder} <span class="ds-sr-only">{orderId}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The customer's answer, and where each document goes (L-64, L-65). */
function Handover({ of }: { readonly of: NonNullable<SwitchShown['handover']> }) {
  const { switches } = useWords();
  const day = shortDate(of.askedOn, true);
  return (
    <>
      {of.consent ? switches.consent(day) : switches.noConsent(day)}
      <ul class="plain">
        {of.documents.map(({ kind, on, to }, index) => (
          <li key={`${index} ${on}`}>
            {switches.document(
              switches.kinds[kind],
              shortDate(on, true),
              to === 'NEW' ? switches.toNew : switches.toOfficer,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The row of something that is there, and none of what is not. */
const row = <Value,>(
  name: string,
  value: Value | undefined,
  told: (value: Value) => ComponentChildren,
): readonly SummaryRow[] => (value === undefined ? [] : [{ name, value: told(value) }]);

/** The two sides of a switch, its day, and what has been done, as the one who looks may see it. */
export function SwitchFactList({ one }: Props) {
  const { orders, switches } = useWords();
  const nameOf = useProviders();
  const whoIs = useStaff();
  const toldBy = ({ at, channel }: Told) => `${dateTime(at)}, ${switches.channels[channel]}`;
  const because = (reason: string | undefined) => (reason === undefined ? '' : `. ${reason}`);
  return (
    <SummaryList
      rows={[
        { name: switches.leaving, value: nameOf(one.leavingId) },
        { name: switches.joining, value: nameOf(one.joiningId) },
        ...row(switches.day, one.date, ({ inWords, reason }) => `${inWords} ${reason ?? ''}`),
        { name: switches.toldAt, value: dateTime(one.toldAt) },
        ...row(switches.mode, one.mode, (mode) => orders.mode[mode]),
        ...row(switches.wished, one.wishedDate, (day) => `${shortDate(day, true)}${because(one.wishReason)}`),
        ...row(switches.noContact, one.noContact || undefined, () => switches.noContactText),
        ...row(orders.healthCare, one.healthCareEnrolled, (isEnrolled) => (isEnrolled ? orders.yes : orders.no)),
        ...row(switches.leavingTold, one.leavingTold, toldBy),
        ...row(switches.joiningTold, one.joiningTold, toldBy),
        ...row(switches.takeover, one.takeover, ({ contactedAt }) => dateTime(contactedAt)),
        ...row(switches.handover, one.handover, (handover) => <Handover of={handover} />),
        ...row(switches.newOrder, one.orderId, (id) => <OrderLinks ids={[id]} />),
        ...row(switches.endedOrders, one.endedOrderIds, (ids) => <OrderLinks ids={ids} />),
        ...row(switches.calledOff, one.calledOff, ({ at, inWords, reason }) => (
          <>
            {dateTime(at)}. {inWords} {reason}
          </>
        )),
        { name: orders.officer, value: whoIs(one.officerId) },
      ]}
    />
  );
}
