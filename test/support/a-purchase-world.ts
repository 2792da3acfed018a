import type { Purchase } from '../../functions/purchases/purchase.ts';
import { purchaseStore } from '../../functions/purchases/purchase-store.ts';
import type { EntryKey } from '../../functions/registry.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { membershipStore } from '../../shared/stores/membership-store.ts';
import { unitStore } from '../../shared/stores/unit-store.ts';
import { type Asked, aWorld, manager, type Person } from './a-world.ts';

/** Units: E1 buys by the routine that the test is about, E2 performs for it under another board, E3 under the same. */
const unitsBuying = (pack: string) => [
  { id: 'E1', name: 'Assistans Norr', board: 'Socialnämnden', area: 'Norr', costCentre: '4711', pack },
  { id: 'E2', name: 'Hemvården Norr', board: 'Vårdnämnden', area: 'Norr', costCentre: '5822', pack },
  { id: 'E3', name: 'Hemvården Söder', board: 'Socialnämnden', area: 'Söder', costCentre: '5833', pack },
];

const at = (userId: string, role: Role, unitId?: string) => ({ userId, role, ...(unitId ? { unitId } : {}) });

/** Everybody who buys and sells hours, by what each is called in the routines. */
export const buyers = {
  pam: at('pam', 'ordering-manager', 'E1'),
  paa: at('paa', 'ordering-administrator', 'E1'),
  odp: at('odp', 'ordering-officer', 'E1'),
  hcm: at('hcm', 'receiving-manager', 'E2'),
  crd: at('crd', 'receiving-coordinator', 'E2'),
  sup: at('sup', 'contact-person', 'E2'),
  emp: at('emp', 'employee', 'E2'),
  hcm3: at('hcm3', 'receiving-manager', 'E3'),
  crd3: at('crd3', 'receiving-coordinator', 'E3'),
  eco: at('eco', 'economist'),
  fin: at('fin', 'finance'),
  dev: at('dev', 'development-leader'),
  umc: at('umc', 'registrar-own'),
  lov: at('lov', 'registrar-lov'),
  arh: at('arh', 'area-head'),
} as const satisfies Record<string, Person>;

/** The private performer P1's manager, who is its receiving one. */
export const pmg: Person = manager;

/** What E1 asks for: point visits from Monday 7 September 2026, own staffing excluded the day before it asks. */
export const aRequest = (over: Record<string, unknown> = {}) => ({
  orderingUnitId: 'E1',
  receivingUnitId: 'E2',
  mode: 'PLANNED',
  caseNo: 'A-1',
  services: [{ code: 'OMV' }],
  extent: { minutes: 1680, per: 'MONTH' },
  from: '2026-09-07',
  to: '2026-12-31',
  grounds: {
    code: 'OTHER',
    words: 'två behövs på morgonen',
    ownStaffingExcludedAt: '2026-08-31T10:00:00+02:00',
    noEmployableRelative: 'bor ensam',
    kind: 'POINT',
    careOnly: true,
  },
  ...over,
});

/** A small municipality whose unit E1 buys hours by a routine, on 1 September 2026 at nine unless said otherwise. */
export async function aPurchaseWorld(pack: string, given: Parameters<typeof aWorld>[0] = {}) {
  const world = await aWorld({ date: '2026-09-01', clock: '09:00', ...given });
  const { table } = world;
  await world.put(
    ...unitsBuying(pack).map((unit) => unitStore(table).save(unit, undefined)),
    ...Object.values(buyers).map((person) =>
      membershipStore(table).save(
        { ...person, name: `Person ${person.userId}`, email: `${person.userId}@kommun.example` },
        undefined,
      ),
    ),
  );
  /** A step in a purchase; a refusal that the test does not expect fails it with its words. */
  const step = async (key: EntryKey, person: Person, purchaseId: string, body: unknown = {}, more: Asked = {}) => {
    const answer = await world.call(key, person, { ...more, path: { purchaseId, ...more.path }, body });
    if (answer.status >= 400) throw new Error(`${key}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    ...world,
    step,
    /** Asks, and gives the purchase's id. */
    async ask(over: Record<string, unknown> = {}, person: Person = buyers.pam): Promise<string> {
      const answer = await world.call('requestPurchase', person, { body: aRequest(over) });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body.id;
    },
    /** A purchase that stands as the test says, without the steps that led to it. */
    async stands(purchase: Purchase): Promise<string> {
      const purchases = purchaseStore(table);
      await world.put(purchases.save(purchase, undefined), purchases.besideCase(purchase), purchases.watch(purchase));
      return purchase.id;
    },
    read: async (person: Person, purchaseId: string) =>
      (await world.call('getPurchase', person, { path: { purchaseId } })).body,
    /** Letters that have left, as recipient and subject. */
    async told() {
      await world.tick();
      return (await world.letters()).map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).sort();
    },
  };
}

export type PurchaseWorld = Awaited<ReturnType<typeof aPurchaseWorld>>;
