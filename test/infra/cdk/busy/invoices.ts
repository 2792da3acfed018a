import * as z from 'zod';
import { monthStore } from '../../../../functions/months/month-store.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor, actorsOf } from '../../../../infra/local/scripted-month/actors.ts';
import { invoiceReference } from '../../../../shared/domain/invoice-reference.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';

type Ask = (
  person: Actor,
  key: EntryKey,
  path?: Record<string, string>,
  body?: unknown,
  query?: Record<string, string>,
) => Promise<unknown>;
type Cast = {
  readonly month: string;
  readonly providerId: string;
  readonly manager: Actor;
  readonly administrator: Actor;
  readonly head: Actor;
  readonly sign: ReturnType<typeof actorsOf>['sign'];
  readonly deps: Deps;
  /** The clock asks whether anybody may attest what waits. */
  readonly look: () => Promise<unknown>;
};

/** Every head is away, or back: nobody may attest, or somebody. */
async function heads({ table }: Deps, are: 'away' | 'back'): Promise<void> {
  const memberships = membershipStore(table);
  const all = await memberships.withRole('head');
  const stored = await Promise.all(all.map(({ userId }) => memberships.find(userId, 'head')));
  await table.commit(
    stored.flatMap((one) => {
      if (!one) return [];
      const { to: _, ...entity } = one.entity;
      return [memberships.save(are === 'away' ? { ...entity, to: '2020-01-01' } : entity, one)];
    }),
  );
}

const Filed = z.looseObject({ invoiceId: z.string() });

/** The municipality’s own provider’s statement, taken as it is. */
const booked = async (ask: Ask, head: Actor, month: string): Promise<string> =>
  Filed.parse(await ask(head, 'bookStatement', {}, { month, providerId: 'P1' })).invoiceId;

/** A statement is invoiced: returned, held, on paper, credited, and one that is marked secret, coded and attested by two. */
export async function busyInvoices(ask: Ask, cast: Cast): Promise<void> {
  const { month, providerId, manager, administrator, head, sign, deps, look } = cast;
  const { table } = deps;
  const provider = await providerStore(table).find(providerId);
  const looker: Actor = { userId: 'A79', role: 'administrator' };
  const second: Actor = { userId: 'H79', role: 'head' };
  if (!provider) throw new Error('no provider to invoice');
  const limited = await membershipStore(table).find(head.userId, 'head');
  if (!limited) throw new Error('no head to attest');
  const own = { ...provider.entity, organisationNumber: '5567037485', bankgiro: '50501055' };
  await table.commit([
    providerStore(table).save(own, provider),
    membershipStore(table).save({ ...limited.entity, attestLimitOre: 0 }, limited),
    ...[looker, second].map((one) => membershipStore(table).save({ ...one, email: 'f@kommun.example' }, undefined)),
  ]);
  const statement = (await monthStore(table).find(month, providerId))?.entity.statement;
  if (!statement) throw new Error('no statement to invoice');
  const figures = (number: string, over: object = {}) => ({
    ...{
      number,
      issueDate: deps.clock.now().slice(0, 10),
      sellerOrgNo: '5567037485',
      reference: invoiceReference(statement),
    },
    ...{
      minutes: statement.minutes,
      amountOre: statement.toInvoiceOre ?? statement.amountOre,
      payee: '50501055',
      texts: ['Hemtjänst'],
    },
    ...over,
  });
  const receive = async (who: Actor, body: object) => Filed.parse(await ask(who, 'receiveInvoice', {}, body)).invoiceId;

  const { documentId } = z
    .looseObject({ documentId: z.string() })
    .parse(await ask(manager, 'openUpload', {}, { contentType: 'application/xml' }));
  await deps.documents.put('incoming', documentId, Buffer.from(JSON.stringify(figures('F-1'))), 'application/json');
  const first = await receive(manager, { file: { documentId } });
  await ask(administrator, 'returnInvoice', { invoiceId: first }, { reason: 'Fel nummer' });
  const held = await receive(manager, { figures: figures('F-2', { payee: '1234567' }) });
  await ask(administrator, 'releaseInvoice', { invoiceId: held }, { telephoned: true, comment: 'Ringt' });
  await receive(manager, { figures: figures('K-2', { credits: 'F-2' }) });
  const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64');
  const paper = await receive(administrator, { file: { base64 }, figures: figures('F-3') });
  const path = { invoiceId: paper };
  await ask(looker, 'lookThroughInvoice', path, { nothingPersonal: true });
  await heads(deps, 'away');
  await ask(administrator, 'classifyInvoice', path, { secret: true });
  for (const are of ['back', 'away'] as const) {
    await heads(deps, are);
    await look();
  }
  await heads(deps, 'back');
  await ask(head, 'codeInvoice', path, {});
  for (const who of [head, second])
    await sign(who, ['intendAttestation', 'attestInvoice'], { path, body: {} }, z.looseObject({}));
  for (const who of [manager, head]) {
    await ask(who, 'getInvoice', path);
    await ask(who, 'listInvoices');
    await ask(who, 'getProForma', { month, providerId });
  }
  await ask(administrator, 'getInvoiceFile', path);
  await ask(administrator, 'listInvoices', {}, undefined, { month });
  await ask(administrator, 'returnInvoice', path, { reason: 'Fel ändå' });
  const payments = 'Fakturanummer;Organisationsnummer;Betald;Referens;Belopp\nF-2;5567037485;2026-01-02;BG-1;1,00\n';
  const inside = { invoiceId: await booked(ask, head, month) };
  await ask(head, 'codeInvoice', inside, {});
  for (const who of [head, second])
    await sign(who, ['intendAttestation', 'attestInvoice'], { path: inside, body: {} }, z.looseObject({}));
  const fin: Actor = { userId: 'F79', role: 'finance' };
  await table.commit([membershipStore(table).save({ ...fin, email: 'f@kommun.example' }, undefined)]);
  await ask(fin, 'exportBookings', {}, {});
  await ask(fin, 'payInvoices', {}, { file: { text: payments } });
  await ask(fin, 'payInvoice', inside, { on: deps.clock.now().slice(0, 10), reference: 'BG-1' });
}
