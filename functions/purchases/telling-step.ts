import type { LetterKind } from '../../shared/domain/letter-kinds.ts';
import type { LocalDate } from '../../shared/domain/local-time.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { type Fields, outbox, type RoleList } from '../../shared/steps/outbox.ts';
import type { PurchaseSide } from './agreements/agreement.ts';
import type { LoadedPurchase } from './load-purchase.ts';
import type { Purchase } from './purchase.ts';

/** Who is told of something in a purchase: a side, by some of its unit's roles, or a role of the municipality's. */
export type Telling = {
  readonly kind: LetterKind;
  readonly to: { readonly side: PurchaseSide; readonly roles?: readonly Role[] } | { readonly role: RoleList };
  readonly variant?: string;
  readonly on?: LocalDate;
  /** The case number is in the letter: only to who performs, or registers (M-12). */
  readonly isOfCase?: boolean;
};

/** Who speaks for a side when nothing else is said. */
const heads: Readonly<Record<PurchaseSide, readonly Role[]>> = {
  ORDERING: ['ordering-manager', 'ordering-officer'],
  RECEIVING: ['receiving-manager'],
};

/** To the people of one side: of its unit, or a private performer by the channel that the routine has for it. */
async function toSide(
  telling: Telling,
  { side, roles = heads[side] }: { readonly side: PurchaseSide; readonly roles?: readonly Role[] },
  purchase: Purchase,
  { settings, pack, actor, parties }: LoadedPurchase,
  deps: Deps,
): Promise<readonly Change[]> {
  const box = outbox(deps, settings, actor.at);
  const fields = fieldsOf(purchase, telling);
  const { kind } = telling;
  const { unitId } = side === 'ORDERING' ? { unitId: purchase.orderingUnitId } : purchase.receiver;
  if (unitId !== undefined) return box.toUnit({ unitId, roles }, kind, fields);
  return parties.provider ? box.tell(parties.provider, pack, kind, fields) : [];
}

/** Where a letter about a purchase leads, and which form of its words it has; nothing of whom the help is for. */
const fieldsOf = ({ id, caseNo }: Purchase, { variant, on, isOfCase }: Telling): Fields => ({
  to: 'purchases',
  id,
  ...(isOfCase ? { caseNo } : {}),
  ...(variant ? { variant } : {}),
  ...(on ? { on } : {}),
});

/** The letters of a step, to each side and role that it concerns. */
export async function tellOfPurchase(
  tells: readonly Telling[],
  purchase: Purchase,
  own: LoadedPurchase,
  deps: Deps,
): Promise<readonly Change[]> {
  const box = outbox(deps, own.settings, own.actor.at);
  const letters = await Promise.all(
    tells.map((telling) =>
      'side' in telling.to
        ? toSide(telling, telling.to, purchase, own, deps)
        : box.toMembers(telling.to.role, telling.kind, fieldsOf(purchase, telling)),
    ),
  );
  return letters.flat();
}
