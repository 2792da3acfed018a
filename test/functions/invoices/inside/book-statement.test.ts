import { describe, expect, it } from 'vitest';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { settled, settledUp } from '../../../support/a-settled-invoice.ts';
import { head, manager } from '../../../support/a-world.ts';
import { anInvoiceWorld, attest, code, month, receive } from '../../../support/an-invoice-world.ts';

/** P1, as the municipality’s own. */
async function aMunicipalMonth(overrides: readonly string[] = []) {
  const world = await anInvoiceWorld({ settings: { overrides: [...overrides] } });
  const p1 = await providerStore(world.table).find('P1');
  if (!p1) throw new Error('no P1');
  await world.put(providerStore(world.table).save({ ...p1.entity, kind: 'municipal' }, p1));
  const take = () => world.call('bookStatement', head, { body: { month, providerId: 'P1' } });
  return { world, take };
}

describe('a municipal provider’s statement', () => {
  it('is coded and attested as it is, once, and no invoice is taken (A62)', async () => {
    const { world, take } = await aMunicipalMonth();
    expect((await receive(world)).body.code).toBe('invoice-not-asked');
    const { body } = await take();
    expect(body).toMatchObject({ kind: 'INTERNAL', state: 'classified', payableOre: 420_000, number: world.reference });
    expect((await take()).body.code).toBe('invoice-above-statement');
    await code(world, body.invoiceId);
    const attested = await attest(world, body.invoiceId);
    expect(attested.body).toMatchObject({ state: 'attested', record: { kind: 'attestation' } });
  });

  it('is taken before the settlement after it, each once and by its own sum (After the close)', async () => {
    const { world, take } = await aMunicipalMonth();
    const { sha256, reference } = await settledUp(world);
    expect((await take()).body).toMatchObject({ payableOre: 420_000, statementSha256: world.statementSha256 });
    const { status, body } = await take();
    expect([status, body]).toMatchObject([
      201,
      {
        kind: 'INTERNAL',
        state: 'classified',
        payableOre: 20_000,
        minutes: 30,
        statementSha256: sha256,
        number: reference,
      },
    ]);
    expect((await take()).body.code).toBe('invoice-above-statement');
    await code(world, body.invoiceId);
    expect((await attest(world, body.invoiceId)).body.state).toBe('attested');
  });

  it('is not taken of a settlement that claims money back', async () => {
    const { world, take } = await aMunicipalMonth();
    await settled(world, 60);
    expect((await take()).body.payableOre).toBe(420_000);
    expect((await take()).body.code).toBe('invoice-above-statement');
  });

  it('is invoiced as others where the municipality has said so', async () => {
    const { world, take } = await aMunicipalMonth(['invoice.municipal=INVOICE']);
    expect((await take()).body.code).toBe('not-booked-inside');
    expect((await receive(world, {}, manager)).body.state).toBe('received');
  });
});
