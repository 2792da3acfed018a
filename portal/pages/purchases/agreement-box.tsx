import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Tag } from '../../parts/tag.tsx';
import type { PurchaseShown } from './purchase-form.ts';

const sides = ['ORDERING', 'RECEIVING'] as const;

/** How far the agreement has come, who has signed, and the sum that both sign (H-17, H-30). */
export function AgreementBox({ one: { agreement } }: { readonly one: PurchaseShown }) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  const whoIs = useStaff();
  const { state, use, sha256, signatures, scan } = agreement;
  const isDone = state === 'SIGNED' || state === 'SCANNED';
  return (
    <>
      <p>
        <Tag tone={isDone ? 'success' : 'warning'}>{purchases.agreementStates[state]}</Tag>
      </p>
      <p class="soft">{purchases.uses[use]}</p>
      {state === 'NONE' || scan ? undefined : (
        <ul class="plain switch-tasks">
          {sides.map((side) => {
            const signature = signatures.find((given) => given.side === side);
            return (
              <li key={side}>
                <Tag tone={signature ? 'success' : 'info'}>{signature ? purchases.there : purchases.left}</Tag>
                <p>
                  {purchases.signer[side]}{' '}
                  {signature
                    ? `${whoIs(signature.by)} ${purchases.signedAt(dateTime(signature.at))}`
                    : purchases.notSigned}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {scan ? (
        <p>
          {purchases.scanned(scan.page, dateTime(scan.at))}{' '}
          {scan.checkedBy ? purchases.scanChecked(whoIs(scan.checkedBy)) : purchases.scanUnchecked}
        </p>
      ) : undefined}
      {sha256 === undefined ? undefined : (
        <p class="soft">
          {purchases.checksum}: <code class="checksum">{scan?.sha256 ?? sha256}</code>
          <br />
          {scan ? undefined : purchases.sameSum}
        </p>
      )}
    </>
  );
}
