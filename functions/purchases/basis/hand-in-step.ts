import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { PurchaseActor } from '../party.ts';
import type { PurchaseBasis } from './basis.ts';
import { basisDeadlines, basisRow } from './basis-act-step.ts';
import { chargedMinutes } from './basis-line.ts';
import { sentBasis } from './basis-sent.ts';
import { basisStore } from './basis-store.ts';
import { handedInOver, isKeptBefore } from './hand-in.ts';
import { performerOwner, rolesThere } from './load-month-basis.ts';
import type { UnitsLines } from './month-lines.ts';

type Acting = { readonly settings: Settings; readonly actor: PurchaseActor };

/** A unit's basis as it is kept now, with all that follows from it. */
export type KeptBasis = {
  readonly basis: PurchaseBasis;
  readonly version: number;
  readonly pack: BuyingPack;
  readonly effects: Effects;
};

/**
 * Case numbers and minutes by mail to whom the routine names, inside the municipality alone (A48); the performer's own copy
 * stays inside the system.
 */
async function sentTo(
  basis: PurchaseBasis,
  roles: readonly string[],
  { settings, actor }: Acting,
  deps: Deps,
): Promise<readonly Change[]> {
  const box = outbox(deps, settings, actor.at);
  const cases = basis.lines.map((line) => ({ caseNo: line.caseNo, minutes: chargedMinutes(line) }));
  const variant = basis.corrects ? { variant: 'corrected' } : {};
  const fields = { to: 'tasks', month: basis.month, cases, ...variant } as const;
  const letters = await Promise.all(
    roles.map((role) => {
      if (role === 'ordering-administrator')
        return box.toUnit({ unitId: basis.orderingUnitId, roles: [role] }, 'N42', fields);
      return role === 'economist' || role === 'finance' ? box.toMembers(role, 'N42', fields) : [];
    }),
  );
  return [...letters.flat(), ...box.inside(performerOwner(basis.receiver), 'N42', fields)];
}

/** A unit's part of what is handed in, over what stands of it: sent to all whom its routine names, or to nobody. */
export async function keptBasis(
  unit: UnitsLines,
  now: Pick<PurchaseBasis, 'month' | 'receiver' | 'handedIn'>,
  acting: Acting,
  deps: Deps,
): Promise<Result<KeptBasis>> {
  const { pack, orderingUnitId } = unit;
  const { at } = acting.actor;
  const there = await rolesThere(pack.purchases.basis.to, orderingUnitId, at, deps);
  const to = sentBasis({ form: now.handedIn.form, to: there }, pack);
  if (!to.ok) return to;
  const store = basisStore(deps.table);
  const stored = await store.of(now.month, performerOwner(now.receiver), orderingUnitId);
  const standing = stored?.entity;
  const next = handedInOver(standing, deps.newId('utforda'), unit, now);
  if (!next.ok) return next;
  const basis = next.value;
  const { due } = pack.purchases.basis;
  const effects = together(
    {
      saves: [
        store.save(basis, stored),
        ...(stored ? [] : [store.first(basis)]),
        ...(isKeptBefore(standing) ? [store.keep(standing)] : []),
      ],
      letters: await sentTo(basis, to.value, acting, deps),
      rows: [basisRow(basis, { event: basis.corrects ? 'basis-corrected' : 'basis-handed-in', rule: due.rule })],
    },
    await basisDeadlines(basis, { meets: ['D31', 'D38'], lapses: ['D39'] }, { pack, at }, deps),
  );
  return accept({ basis, version: (stored?.version ?? 0) + 1, pack, effects });
}
