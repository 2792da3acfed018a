import { beforeEach, describe, expect, it } from 'vitest';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../../shared/stores/settings-store.ts';
import { settled, settledUp } from '../../../support/a-settled-invoice.ts';
import { administrator, coordinator, head, manager, neighbourManager, type Person } from '../../../support/a-world.ts';
import { anInvoiceWorld, type InvoiceWorld, ofP1, receive } from '../../../support/an-invoice-world.ts';

const place = {
  ...{ address: 'Storgatan 1', postcode: '793 30', town: 'Exempelby' },
  endpoint: { scheme: '0007', id: '5567037485' },
};
const buyer = {
  ...{ name: 'Exempelkommun', orgNo: '212000-2924', street: 'Fakturaenheten', postalCode: '793 80' },
  ...{ city: 'Exempelstad', endpoint: { scheme: '0007', id: '2120002924' }, buyerReference: 'VoO Kundval' },
};

async function registered(world: InvoiceWorld): Promise<void> {
  const [provider, settings] = [await providerStore(world.table).find('P1'), await settingsStore(world.table).find()];
  if (!provider || !settings) throw new Error('nothing to register');
  await world.put(
    providerStore(world.table).save({ ...provider.entity, ...place }, provider),
    settingsStore(world.table).save({ ...settings.entity, buyer }, settings),
  );
}

let world: InvoiceWorld;
beforeEach(async () => {
  world = await anInvoiceWorld();
});
const proForma = (who: Person = manager, path: Record<string, string> = ofP1) =>
  world.call('getProForma', who, { path });

describe('a statement as an electronic invoice to send (L-38 – L-40)', () => {
  it('says all that is missing while seller or buyer is not known, and offers no file', async () => {
    const { status, body } = await proForma();
    expect([status, body.file]).toEqual([200, undefined]);
    expect(body.missing.map(({ of, field }: { of: string; field: string }) => `${of} ${field}`)).toEqual([
      ...['street', 'postalCode', 'city', 'endpoint'].map((field) => `provider ${field}`),
      ...['orgNo', 'street', 'postalCode', 'city', 'endpoint', 'name', 'buyerReference'].map(
        (field) => `municipality ${field}`,
      ),
    ]);
    expect(body.missing[0].text).toBe('Utförarens gatuadress');
    const p1 = await providerStore(world.table).find('P1');
    const { bankgiro: _, organisationNumber: __, ...bare } = p1?.entity ?? expect.fail('no P1');
    await world.put(providerStore(world.table).save(bare, p1));
    const { missing } = (await proForma()).body;
    expect(missing).toContainEqual({ of: 'provider', field: 'bankgiro', text: 'Utförarens bankgiro eller plusgiro' });
    expect(missing).toContainEqual({ of: 'provider', field: 'orgNo', text: 'Utförarens organisationsnummer' });
  });

  it('is a file that is received as it is, with its number and day changed', async () => {
    await registered(world);
    const { body } = await proForma();
    expect(body.missing).toEqual([]);
    expect(body.file).toMatchObject({ fileName: 'faktura-P1-2026-10.xml', contentType: 'application/xml' });
    expect(body.file.text).toContain('Underlag: byt nummer och datum');
    expect(body.file.text).not.toContain('A-1');
    const text = body.file.text
      .replace(`<cbc:ID>${world.reference}`, '<cbc:ID>F-117')
      .replace(/<cbc:IssueDate>[^<]*/, '<cbc:IssueDate>2026-11-16')
      .replace(/<cbc:DueDate>[^<]*/, '<cbc:DueDate>2026-12-16');
    const sent = await world.call('receiveInvoice', manager, { body: { file: { text } } });
    expect(sent.body).toMatchObject({ state: 'received', source: 'ubl', number: 'F-117', payableOre: 420_000 });
    expect(sent.body.blocking).toEqual([]);
  });

  it('is there for the provider itself and the municipality, and not before the statement', async () => {
    await registered(world);
    for (const who of [coordinator, administrator, head]) expect((await proForma(who)).body.missing).toEqual([]);
    const refused = { status: 404, body: { code: 'statement-not-sent' } };
    expect(await proForma(neighbourManager)).toMatchObject(refused);
    expect(await proForma(manager, { ...ofP1, month: '2026-09' })).toMatchObject(refused);
    expect(await proForma(administrator, { ...ofP1, providerId: 'P9' })).toMatchObject(refused);
  });

  it('is made of a settlement by its reference, and received as that settlement’s', async () => {
    await registered(world);
    const { reference, sha256 } = await settledUp(world);
    const of = (said: string) => world.call('getProForma', manager, { path: ofP1, query: { reference: said } });
    const { body } = await of(reference);
    expect(body).toMatchObject({ missing: [], file: { fileName: `faktura-P1-2026-10-${reference}.xml` } });
    expect(body.file.text).toContain(`<cbc:ID>${reference}`);
    expect(body.file.text).not.toMatch(/A-[123]/);
    const text = body.file.text.replace(`<cbc:ID>${reference}`, '<cbc:ID>S-117');
    const sent = await world.call('receiveInvoice', manager, { body: { file: { text } } });
    expect(sent.body).toMatchObject({ state: 'received', blocking: [], statementSha256: sha256, payableOre: 20_000 });
    expect((await of(world.reference)).body.file.fileName).toBe('faktura-P1-2026-10.xml');
    expect(await of('U-0000-0000-0000-0000')).toMatchObject({ status: 404, body: { code: 'statement-not-sent' } });
  });

  it('is not made of a settlement that claims money back', async () => {
    await registered(world);
    const { reference } = await settled(world, 60);
    const asked = await world.call('getProForma', manager, { path: ofP1, query: { reference } });
    expect(asked.body.code).toBe('nothing-to-invoice');
  });

  it('is not made where nothing is to be invoiced', async () => {
    world = await anInvoiceWorld({ settings: { rates: [{ validFrom: '2026-01-01', orePerHour: 0 }] } });
    await registered(world);
    expect(await proForma()).toMatchObject({ status: 409, body: { code: 'nothing-to-invoice' } });
  });

  it('is no matter of the municipality’s own provider, whose statement is booked as it is', async () => {
    const p1 = await providerStore(world.table).find('P1');
    if (!p1) throw new Error('no P1');
    await world.put(providerStore(world.table).save({ ...p1.entity, kind: 'municipal' }, p1));
    expect((await proForma()).body.code).toBe('invoice-not-asked');
    expect((await receive(world)).body.code).toBe('invoice-not-asked');
  });
});
