import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { signingDomain } from '../../../support/a-mail.ts';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import {
  administrator,
  coordinator,
  head,
  manager,
  neighbourManager,
  officer,
  type World,
} from '../../../support/a-world.ts';

let world: World;
let to: string;
beforeEach(async () => {
  ({ world, to } = await anOrderByMail());
  world.records.push(signingDomain('ny.example'));
});

const ask = (address: string, more: { domain?: boolean; person?: typeof manager; providerId?: string } = {}) =>
  world.call('registerAddress', more.person ?? manager, {
    path: { providerId: more.providerId ?? 'P1' },
    body: { address, ...(more.domain ? { domain: true } : {}) },
  });
/** The secret of the latest link that was sent there. */
async function linkTo(address: string): Promise<string> {
  await world.tick();
  const letters = (await world.letters()).filter((letter) => letter.to === address);
  return /#\/adress\/(\S+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '';
}
const prove = (secret: string) => world.call('proveAddress', undefined, { body: { secret } });
const fateOf = async (from: string) => {
  const id = await comes(world, to, { from, signedBy: from.split('@')[1] ?? '', subject: from });
  return (await mailStore(world.table).find(id))?.entity;
};

describe('a provider’s new address', () => {
  it('is taken mail from once somebody there has pressed the button, and not before', async () => {
    expect(await ask('anna@ny.example')).toMatchObject({ status: 201, body: { state: 'asked' } });
    const secret = await linkTo('anna@ny.example');
    expect(secret).toMatch(/^[a-z2-7]{26}$/);
    expect(await fateOf('anna@ny.example')).toMatchObject({ state: 'quarantined', stopped: 'unknown-sender' });

    expect(await prove(secret)).toMatchObject({
      status: 200,
      body: { provider: 'Omsorg Ett AB', address: 'anna@ny.example' },
    });
    expect((await prove(secret)).status).toBe(200);
    expect(await fateOf('anna@ny.example')).toMatchObject({ state: 'acted', providerId: 'P1' });
    expect(await world.monthJournal('NONE', 'P1')).toEqual(['address-asked - M1', 'address-proven - epost-P1']);
  });

  it('is a whole domain, where it was put forward so', async () => {
    await ask('anna@ny.example', { domain: true });
    await prove(await linkTo('anna@ny.example'));
    expect(await fateOf('bo@ny.example')).toMatchObject({ state: 'acted', providerId: 'P1' });
  });

  it('is the provider’s no more when it is taken away', async () => {
    const { body } = await ask('anna@ny.example');
    const secret = await linkTo('anna@ny.example');
    await prove(secret);
    const path = { providerId: 'P1', addressId: body.addressId };
    expect((await world.call('removeAddress', neighbourManager, { path })).status).toBe(404);
    expect((await world.call('removeAddress', manager, { path })).status).toBe(200);
    expect(await fateOf('anna@ny.example')).toMatchObject({ state: 'quarantined' });
    expect((await prove(secret)).status).toBe(404);
  });

  it('is not proven by a link that is too old or was never sent', async () => {
    await ask('anna@ny.example');
    const secret = await linkTo('anna@ny.example');
    world.sleepTo('2026-11-09', '09:01');
    const late = await prove(secret);
    expect(late.status).toBe(404);
    expect((await prove('a'.repeat(26))).body).toEqual(late.body);
  });

  it('is one provider’s, whoever asks first', async () => {
    await ask('anna@ny.example', { domain: true });
    await ask('bo@ny.example', { domain: true, person: neighbourManager, providerId: 'P2' });
    const [first, second] = [await linkTo('anna@ny.example'), await linkTo('bo@ny.example')];
    expect((await prove(second)).status).toBe(200);
    expect(await prove(first)).toMatchObject({ status: 409, body: { code: 'address-of-another' } });
  });
});

describe('who may put what forward', () => {
  it('its manager and the municipality; another’s provider does not exist', async () => {
    expect((await ask('a@ny.example', { person: administrator })).status).toBe(201);
    expect((await ask('b@ny.example', { person: neighbourManager })).status).toBe(404);
    for (const person of [coordinator, officer, head]) expect((await ask('b@ny.example', { person })).status).toBe(403);
  });

  it('no shared domain, no address of another, none that is known', async () => {
    const codes = [
      (await ask('anna@gmail.com', { domain: true })).body.code,
      (await ask('p2@utforare.example')).body.code,
      (await ask('p1@utforare.example')).body.code,
      (await ask('anna@ny.example')).status,
      (await ask('Anna@NY.example')).body.code,
      (await ask('anna')).status,
    ];
    expect(codes).toEqual([
      ...['domain-is-shared', 'address-of-another', 'address-known', 201, 'address-asked-lately', 422],
    ]);
  });
});

describe('the municipality’s own domain', () => {
  it('is no provider’s, and whoever puts it forward gets no letter sent', async () => {
    for (const more of [{}, { domain: true }, { person: administrator }])
      expect((await ask('o1@kommun.example', more)).body.code).toBe('domain-of-municipality');
    expect(
      (await ask('o1@kommun.example', { domain: true, person: neighbourManager, providerId: 'P2' })).body.code,
    ).toBe('domain-of-municipality');
    expect((await ask('utfort@kommun.example')).body.code).toBe('address-of-ours');
    await world.tick();
    expect((await world.letters()).filter(({ to }) => to.endsWith('@kommun.example') && to.startsWith('o1'))).toEqual(
      [],
    );
  });

  it('is a unit of its own by single addresses, and no colleague’s, even with the letter’s own reply address', async () => {
    world.records.push(signingDomain('kommun.example'));
    const of = { person: neighbourManager, providerId: 'P2' };
    expect((await ask('natt@kommun.example', of)).status).toBe(201);
    expect((await prove(await linkTo('natt@kommun.example'))).status).toBe(200);
    expect(await fateOf('anybody@kommun.example')).toMatchObject({ state: 'quarantined', stopped: 'unknown-sender' });
  });

  it('says in the letter what is said yes to', async () => {
    await ask('anna@ny.example', { domain: true });
    await ask('bo@ny.example');
    await world.tick();
    const textTo = async (to: string) => (await world.letters()).find((one) => one.to === to)?.text;
    expect(await textTo('anna@ny.example')).toContain(
      'Alla som skriver från en adress på @ny.example kan då bekräfta beställningar för Omsorg Ett AB',
    );
    expect(await textTo('bo@ny.example')).toContain('Den som skriver från adressen kan då bekräfta beställningar');
  });

  it('takes no address that holds a person’s number', async () => {
    expect(await ask('199006022397@ny.example')).toMatchObject({ status: 422 });
  });
});

it('lists what waits and what is proven, and no secret', async () => {
  await ask('anna@ny.example');
  await ask('bo@ny.example', { domain: true });
  await prove(await linkTo('bo@ny.example'));
  const list = (person = coordinator) => world.call('listAddresses', person, { path: { providerId: 'P1' } });
  const { body } = await list();
  expect(body.written).toEqual(['p1@utforare.example']);
  expect(body.items.map(({ address, domain, state }: Record<string, string>) => [address, domain, state])).toEqual([
    ['anna@ny.example', undefined, 'asked'],
    ['bo@ny.example', 'ny.example', 'proven'],
  ]);
  expect((await list(administrator)).body).toEqual(body);
  expect((await list(neighbourManager)).status).toBe(404);
});
it('keeps the link nowhere but in the mail, which cannot be replied to', async () => {
  await ask('anna@ny.example');
  const secret = await linkTo('anna@ny.example');
  const { items } = await world.table.queryIndex('g1', { pk: 'LETTERS#ASKED' });
  expect(items).toEqual([]);
  const letters = (await world.letters()).filter((one) => one.to === 'anna@ny.example');
  const stored = await world.table.get({ pk: `LETTER#${letters[0]?.id}`, sk: 'LETTER' });
  expect(JSON.stringify(stored)).not.toContain(secret);
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(`${world.folder}/mail/${letters[0]?.id}.eml`, 'utf8')).not.toMatch(/^Reply-To:/im);
});
