import type { ComponentChildren } from 'preact';
import { dateTime, shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useServiceNames } from '../../app/use-services.ts';
import { useStaff } from '../../app/use-staff.ts';
import { SummaryList, type SummaryRow } from '../../parts/summary-list.tsx';
import { extentInWords, periodInWords } from './extent-words.ts';
import type { PurchaseShown } from './purchase-form.ts';

/** The row of something that is there, and none of what is not. */
const row = <Value,>(
  name: string,
  value: Value | undefined | null,
  told: (value: Value) => ComponentChildren,
): readonly SummaryRow[] => (value === undefined || value === null ? [] : [{ name, value: told(value) }]);

const asIs = (text: string): string => text;

/** The name of a ground by its code, as the routine has it. */
type GroundName = (code: string) => string;

/** What is bought, of whom, for how long and why, and what has been made ready, as the one who looks may see it. */
export function PurchaseFactList({
  one,
  groundName,
}: {
  readonly one: PurchaseShown;
  readonly groundName: GroundName;
}) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  const serviceName = useServiceNames();
  const whoIs = useStaff();
  const { grounds, preparation, away } = one;
  const considered = [grounds?.considered?.relocation, grounds?.considered?.callIn].filter(Boolean).join('. ');
  return (
    <SummaryList
      rows={[
        { name: purchases.buyer, value: one.ordering.name },
        { name: purchases.performer, value: one.receiver.name },
        { name: purchases.mode, value: purchases.modes[one.mode] },
        ...row(purchases.case, one.caseNo, asIs),
        ...(one.caseNo === undefined ? [{ name: purchases.case, value: purchases.hiddenHint }] : []),
        ...row(purchases.caseCode, one.caseCode, asIs),
        { name: purchases.services, value: one.services.map(({ code }) => serviceName(code)).join(', ') },
        { name: purchases.extent, value: extentInWords(one.extent, purchases) },
        { name: purchases.period, value: periodInWords(one, purchases) },
        ...(one.lastDay !== one.to ? row(purchases.lastDay, one.lastDay, (day) => shortDate(day, true)) : []),
        ...row(purchases.grounds, grounds, ({ code = '', words }) =>
          [groundName(code), words].filter(Boolean).join('. '),
        ),
        ...row(purchases.considered, considered || undefined, asIs),
        ...row(purchases.relative, grounds?.noEmployableRelative, asIs),
        ...row(purchases.excludedAt, grounds?.ownStaffingExcludedAt, (at) => dateTime(at)),
        ...row(purchases.arisenAt, one.arisenAt, (at) => dateTime(at)),
        ...row(purchases.userInformed, preparation.userInformedAt, (at) => dateTime(at)),
        ...row(purchases.contactPerson, preparation.contactPerson, whoIs),
        ...row(purchases.journalOpened, preparation.journalOpenedOn, (day) => shortDate(day, true)),
        ...row(purchases.plan, preparation.planDocumentId, () => purchases.planThere),
        ...row(purchases.caseWorker, preparation.caseWorkerContactedAt, (at) => dateTime(at)),
        ...row(purchases.away, away.length > 0 ? away : undefined, (stays) =>
          stays.map(({ from, to }) => purchases.fromTo(shortDate(from), to ? shortDate(to) : '')).join(', '),
        ),
      ]}
    />
  );
}
