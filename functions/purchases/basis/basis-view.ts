import * as z from 'zod';
import type { BuyingPack } from '../buying-pack.ts';
import type { PurchaseActor } from '../party.ts';
import { CostRow } from './allocation.ts';
import { costOf, minutesOf, PurchaseBasis } from './basis.ts';
import { BasisLine, basisAmount } from './basis-line.ts';
import { nextOfBasis } from './settling.ts';

const Party = z.object({ id: z.string(), name: z.string() });

/** A purchase's line of a month, as both sides see it; what it costs once the basis is accepted. */
export const BasisLineView = z
  .object({
    ...BasisLine.shape,
    rejected: z
      .record(z.string(), z.int())
      .meta({ description: 'Minutes by why they are not accepted: NOT_ORDERED, NOT_PERFORMED, OUTSIDE_PERIOD, …' }),
    caseNo: z.string(),
    orePerHour: z.int().optional(),
    priceBy: z.enum(['RATE', 'AGREEMENT']).optional(),
    decision: z.string().optional(),
    amountOre: z.int().optional(),
  })
  .meta({ id: 'BasisLine' });

/** A month's basis of bought hours: its lines, how far it has come, and what the caller may do with it. */
export const BasisView = z
  .object({
    ...PurchaseBasis.pick({
      ...{ id: true, month: true, pack: true, state: true, time: true, handedIn: true, held: true },
      ...{ returned: true, accepted: true, invoiced: true, corrects: true },
    }).shape,
    basisId: z.string(),
    version: z.int(),
    ordering: Party,
    performer: Party.extend({ kind: z.enum(['municipal', 'private']), isUnit: z.boolean() }),
    lines: z.array(BasisLineView),
    minutes: z.int().meta({ description: 'What is paid for in all' }),
    amountOre: z.int().optional().meta({ description: 'What it costs, each purchase rounded once' }),
    allocation: z.object({ rows: z.array(CostRow), sumOre: z.int(), minutes: z.int() }).optional(),
    next: z.array(z.string()).meta({ description: 'What the caller may do next, by the names of the ways in' }),
  })
  .meta({ id: 'PurchaseBasis' });
export type BasisView = z.infer<typeof BasisView>;

type Seeing = {
  readonly version: number;
  readonly actor: PurchaseActor;
  readonly pack: Pick<BuyingPack, 'purchases'>;
  readonly names: { readonly ordering: string; readonly performer: string };
};

/** The basis as the caller sees it. */
export function basisView(basis: PurchaseBasis, { version, actor, pack, names }: Seeing): BasisView {
  const { lines, allocated } = basis;
  const amountOre = costOf(basis);
  return {
    ...basis,
    ...{ basisId: basis.id, version, minutes: minutesOf(basis), next: nextOfBasis(basis, actor, pack) },
    ordering: { id: basis.orderingUnitId, name: names.ordering },
    performer: { ...basis.receiver, name: names.performer },
    lines: lines.map(({ price, ...line }) => ({
      ...line,
      ...(price
        ? {
            ...{ orePerHour: price.orePerHour, priceBy: price.by, amountOre: basisAmount(line, price.orePerHour) },
            ...(price.decision === undefined ? {} : { decision: price.decision }),
          }
        : {}),
    })),
    ...(amountOre === undefined ? {} : { amountOre }),
    ...(allocated ? { allocation: { rows: allocated.rows, sumOre: 0, minutes: allocated.minutes } } : {}),
  };
}
