import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { draftStore } from '../../../../functions/months/drafting/draft-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { aMail, arrives, signingDomain } from '../../../support/a-mail.ts';
import { formHeader } from '../../../support/a-month.ts';
import { aWorld, neighbour, providers, type World } from '../../../support/a-world.ts';
import { sha256Hex } from '../../../support/sha256-hex.ts';

const month = '2026-10';
const path = { month };
const own = 'p2@egenregi.example';
const print = readFileSync(join(import.meta.dirname, '../../../fixtures/print/besokslista.csv'), 'utf8').replaceAll(
  'SERV',
  'OMV',
);
const form = `${formHeader}\n2026-10;P2;A-1;2026-10-05;;08:00;BOMTID;45;;\n`;
const sums = print
  .split('\n')
  .filter((line) => /Signatur|otalt/.test(line))
  .join('\n');

let world: World;
const named = async (format?: string) => {
  const stored = await providerStore(world.table).find('P2');
  const next = { ...providers.P2, email: own, ...(format ? { format } : {}) };
  await world.put(providerStore(world.table).save(next, stored));
};
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  await world.register({ caseNo: 'A-1', providerId: 'P2' }, { caseNo: 'A-2', providerId: 'P2' });
  await named('exempelplan');
  world.records.push(signingDomain('egenregi.example'));
});

async function mail(...texts: readonly string[]) {
  const to = 'utfort@kommun.example';
  const attachments = texts.map((content, n) => ({ filename: `fil${n}.csv`, content }));
  const date = new Date(world.clock.now());
  const written = { from: own, to, subject: 'Redovisning oktober', text: 'Här kommer filerna.' };
  const id = await arrives(world, await aMail({ ...written, attachments, date }), { to });
  await world.tick();
  return (await mailStore(world.table).find(id))?.entity;
}
const waiting = async () => (await draftStore(world.table).find(month, 'P2'))?.entity;
const letters = async () => {
  await world.tick();
  return (await world.letters()).map(({ to, subject, text }) => ({ to, subject, text }));
};
const filedRows = async () => {
  const rows = await world.monthJournal(month, 'P2');
  return rows.filter((row) => row.startsWith('month-print-filed'));
};

describe('a municipal provider’s own print by mail (L-21)', () => {
  it('is known by the map that its file names, and waits as check judges it', async () => {
    expect(await mail(print, form)).toMatchObject({ state: 'acted', done: ['month'], month });
    expect(await waiting()).toMatchObject({
      ...{ state: 'waiting', fileStatus: 'COMPLETE' },
      report: { sha256: sha256Hex(Buffer.from(print)), way: 'MAIL' },
      deviations: { rows: 1 },
    });
    const { body } = await world.call('getDraft', neighbour, { path });
    const checked = await world.call('checkMonth', neighbour, {
      path,
      body: { report: { text: print }, deviations: { text: form } },
    });
    expect(body.waiting.run.cases).toEqual(checked.body.cases);
    expect(body.waiting.run.cases.map(({ performed }: { performed: number }) => performed)).toEqual([180, 60]);
  });

  it('is of the month that its days say, whatever the latest one is', async () => {
    world.clock.set('2026-12-02T09:00:00.000Z');
    expect(await mail(print)).toMatchObject({ state: 'acted', month });
    const later = print.replaceAll('2026-10-', '2026-11-');
    expect(await mail(later)).toMatchObject({ state: 'asked', because: 'month-differs' });
  });

  it('is looked at by a person where the provider’s file names no map', async () => {
    await named();
    expect(await mail(print)).toMatchObject({ state: 'asked' });
    expect(await waiting()).toBeUndefined();
  });

  it('with a column that the map lacks is refused as the month’s, and a time report is one still', async () => {
    const more = print.replace(';Område', ';Kostnad');
    expect(await mail(more)).toMatchObject({ state: 'asked', because: expect.stringMatching(/UNMAPPED|WRONG_HEADER/) });
    const standard = readFileSync(join(import.meta.dirname, '../../../fixtures/print/tidsrapport.csv'), 'utf8');
    expect(await mail(standard.replaceAll('SERV', 'OMV'))).toMatchObject({ state: 'acted', done: ['month'] });
  });
});

describe('a print without visits', () => {
  it('by mail is filed by its checksum and never judged: sender and officer are told, and what to send instead', async () => {
    expect(await mail(sums)).toMatchObject({ state: 'acted', done: [], month });
    expect(await waiting()).toBeUndefined();
    expect(await filedRows()).toEqual(['month-print-filed L-21 epost-P2']);
    const { items } = await world.table.query({ pk: `JOURNAL#MONTH#${month}#P2`, from: 'AT#', to: 'AT#~' });
    const [{ refs }] = items.map(({ data }) => data) as [{ refs: { documentId: string } }];
    expect(refs).toMatchObject({ sha256: sha256Hex(Buffer.from(sums)), way: 'MAIL' });
    const kept = await world.deps.documents.find('documents', refs.documentId);
    expect(kept?.sha256).toBe(sha256Hex(Buffer.from(sums)));
    const said = await letters();
    const theirs = said.find(({ to }) => to === own);
    expect(theirs?.subject).toBe('Månadens utskrift kan inte bedömas');
    expect(theirs?.text).toContain('summor men inga besök');
    expect(theirs?.text).toContain('med ett besök på varje rad');
    expect(said.filter(({ subject }) => subject === 'En utskrift kom som inte kan bedömas')).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('A-1');
  });

  it('is filed in the system too, and the form beside it is laid', async () => {
    const body = { report: { text: sums }, deviations: { text: form } };
    const answer = await world.call('draftMonth', neighbour, { path, body });
    expect(answer, answer.text).toMatchObject({
      status: 202,
      body: { because: 'NO_VISITS', filed: { sha256: sha256Hex(Buffer.from(sums)) } },
    });
    expect(await filedRows()).toHaveLength(1);
    expect((await waiting())?.report).toBeUndefined();
    expect((await waiting())?.deviations).toMatchObject({ rows: 1 });
    const { body: tried } = await world.call('checkMonth', neighbour, { path, body });
    expect(tried.code).toBe('NO_VISITS');
  });

  it('takes the place of no report that waits', async () => {
    await mail(print, form);
    const before = await waiting();
    await mail(sums);
    expect(await waiting()).toEqual(before);
    expect(await filedRows()).toHaveLength(1);
  });
});
