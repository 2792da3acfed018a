import * as z from 'zod';
import { basisDraftStore } from '../../../../functions/purchases/basis/basis-draft-store.ts';
import { purchaseStore } from '../../../../functions/purchases/purchase-store.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { unitStore } from '../../../../shared/stores/unit-store.ts';
import { aRunning } from '../../../support/a-purchase.ts';

type Ask = (
  person: Actor,
  key: EntryKey,
  path?: Record<string, string>,
  body?: unknown,
  query?: Record<string, string>,
) => Promise<unknown>;

const Basis = z.looseObject({ basisId: z.string() });
const header = 'Månad;Utförare;Ärendenummer;Insats;Datum;Start;Slut;Beställda minuter;Utförda minuter;Status';

/** A month of hours that units, and a provider, have done for another: handed in, returned, accepted, settled and booked. */
export async function busyBases(ask: Ask, { manager, month, deps }: { manager: Actor; month: string; deps: Deps }) {
  const { table } = deps;
  const person = (userId: string, role: Role): Actor => ({ userId, role });
  const [paa, crd, eco, fin] = [
    person('BAS1', 'ordering-administrator'),
    person('BAS2', 'receiving-coordinator'),
    person('BAS3', 'economist'),
    person('BAS4', 'finance'),
  ];
  const unit = (id: string, pack: string) => ({
    ...{ id, name: `Enhet ${id}`, board: 'Nämnden', area: 'Norr', costCentre: '4711', pack },
  });
  const at = { email: 'kop@kommun.example' };
  await table.commit([
    ...[unit('BE1', 'botkyrka'), unit('BE2', 'botkyrka'), unit('BE3', 'halmstad')].map((one) =>
      unitStore(table).save(one, undefined),
    ),
    ...[
      { ...paa, unitId: 'BE1', ...at },
      { ...crd, unitId: 'BE2', ...at },
      { ...eco, ...at },
      { ...fin, ...at },
    ].map((one) => membershipStore(table).save(one, undefined)),
  ]);
  const begun = { at: '2026-10-01T07:00:00.000Z', by: 'x', visitAt: '2026-10-01T06:00:00.000Z' };
  const own = aRunning({ id: 'kop-8001', pack: 'botkyrka', orderingUnitId: 'BE1', caseNo: 'A-8001', begun, to: null });
  const bought = [
    { ...own, receiver: { unitId: 'BE2', kind: 'municipal' as const } },
    {
      ...{ ...own, id: 'kop-8002', pack: 'halmstad', orderingUnitId: 'BE3', caseNo: 'A-8002' },
      receiver: { providerId: 'P1', kind: 'private' as const },
    },
  ];
  await table.commit(
    bought.flatMap((one) => [purchaseStore(table).save(one, undefined), purchaseStore(table).besideCase(one)]),
  );

  const report = (of: string, caseNo: string) =>
    `${header}\r\n${month};${of};${caseNo};OMV;${month}-05;08:00;09:00;60;60;UTFÖRD`;
  const handIn = async (by: Actor, of: string, caseNo: string) =>
    Basis.parse(await ask(by, 'handInBasis', { month }, { report: { text: report(of, caseNo) } })).basisId;
  const { documentId } = z.looseObject({ documentId: z.string() }).parse(await ask(crd, 'openUpload', {}, {}));
  await deps.documents.put('incoming', documentId, Buffer.from(report('BE2', 'A-8001')), 'text/csv');
  await ask(crd, 'handInBasis', { month }, { documentId });
  const basisId = await handIn(crd, 'BE2', 'A-8001');
  const one = { month, basisId };
  for (const someone of [paa, crd, eco]) await ask(someone, 'listBases', { month });
  await ask(manager, 'listBases', { month });
  await ask(paa, 'getBasis', one);
  await ask(paa, 'returnBasis', one, { reason: 'fel dag' });
  await handIn(crd, 'BE2', 'A-8001');
  await ask(paa, 'acceptBasis', one, {});
  await ask(paa, 'sendInternalInvoice', one, {});
  await ask(eco, 'allocateCost', one, {});
  // Corrected after it was allocated: what was accepted is kept.
  await handIn(crd, 'BE2', 'A-8001');

  // One that came by mail waits, and the manager hands it in.
  const {
    id: laid,
    sha256,
    bytes,
  } = await deps.documents.put(
    ...(['documents', 'fil-8002', Buffer.from(report('P1', 'A-8002')), 'text/csv'] as const),
  );
  const waits = { documentId: laid, sha256, bytes, rows: 1, minutes: 60, unplaced: 0, by: 'epost-P1' };
  const draft = { month, providerId: 'P1', state: 'waiting', time: 1, ...waits, at: deps.clock.now() } as const;
  await table.commit([basisDraftStore(table).save(draft, undefined)]);
  await ask(manager, 'getBasisDraft', { month });
  await ask(manager, 'handInBasis', { month }, { draft: true });
  const outside = { month, basisId: await handIn(manager, 'P1', 'A-8002') };
  await ask(manager, 'getBasis', outside);
  await ask(fin, 'acceptBasis', outside, {});
  await ask(eco, 'exportBookings', {}, {});
  await ask(fin, 'listBookings');
  await ask(fin, 'listBookings', {}, undefined, { since: '0' });
  await ask(fin, 'getBookingFile', { number: '1' }, undefined, { format: 'sie' });
}
