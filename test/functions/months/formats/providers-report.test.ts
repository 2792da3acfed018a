import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryKey } from '../../../../functions/registry.ts';
import { asked } from '../../../support/a-handed-in-month.ts';
import { formHeader } from '../../../support/a-month.ts';
import {
  administrator,
  aWorld,
  head,
  neighbour,
  neighbourManager,
  officer,
  providers,
  type World,
} from '../../../support/a-world.ts';
import { sha256Hex } from '../../../support/sha256-hex.ts';

const month = '2026-10';
const ofP2 = { month, providerId: 'P2' };
const print = readFileSync(join(import.meta.dirname, '../../../fixtures/print/besokslista.csv'), 'utf8').replaceAll(
  'SERV',
  'OMV',
);
const form = `${formHeader}\n2026-10;P2;A-1;2026-10-05;;08:00;BOMTID;45;;\n`;
const files = { report: { text: print }, deviations: { text: form } };
const handingIn = ['intendSubmission', 'submitMonth'] as const satisfies readonly EntryKey[];

let world: World;
const { id: _, ...known } = providers.P2;
const save = (format: string | null | undefined) =>
  world.call('saveProvider', administrator, {
    path: { providerId: 'P2' },
    body: { ...known, ...(format === undefined ? {} : { format }) },
  });
const handIn = (body: object = files) => world.sign(neighbourManager, handingIn, { path: { month }, body });
const check = (body: object = files) => world.call('checkMonth', neighbour, { path: { month }, body });

beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  await world.register({ caseNo: 'A-1', providerId: 'P2' }, { caseNo: 'A-2', providerId: 'P2' });
});

describe('a municipal provider’s own print', () => {
  it('is refused as any other file, until the provider’s file names the map', async () => {
    expect(await check()).toMatchObject({ status: 422, body: { code: 'WRONG_HEADER' } });
    expect(await save('annan')).toMatchObject({
      status: 422,
      body: { faults: [{ at: 'body.format', code: 'format-not-found' }] },
    });
    expect(await save('exempelplan')).toMatchObject({ status: 200, body: { format: 'exempelplan' } });
    expect((await check()).status).toBe(200);
    // As before where it is left out, none where it is taken away.
    expect(await save(undefined)).toMatchObject({ body: { format: 'exempelplan' } });
    expect((await save(null)).body).not.toHaveProperty('format');
    expect((await check()).status).toBe(422);
  });

  it('is tried, laid as a draft and handed in as it came, and judged as the time report that it becomes', async () => {
    await save('exempelplan');
    const tried = await check();
    expect(
      tried.body.cases.map(({ caseNo, performed }: { caseNo: string; performed: number }) => [caseNo, performed]),
    ).toEqual([
      ['A-1', 180],
      ['A-2', 60],
    ]);
    expect(await world.call('draftMonth', neighbour, { path: { month }, body: files })).toMatchObject({ status: 200 });
    const handed = await handIn();
    expect(handed).toMatchObject({ status: 201, body: { file: { status: 'COMPLETE' } } });
    expect(handed.body.submission.report.sha256).toBe(sha256Hex(Buffer.from(print)));
    const { body } = await world.call('getLine', officer, { path: { ...ofP2, caseNo: 'A-1' } });
    expect(body).toMatchObject({ performed: 180 });
  });

  it('a word that the map lacks keeps the month from being handed in, by its name', async () => {
    await save('exempelplan');
    const report = { text: print.replaceAll('Ej hemma', 'Inställt') };
    const refused = await handIn({ ...files, report });
    expect(refused).toMatchObject({ status: 422, body: { code: 'UNMAPPED_STATUS' } });
    expect(refused.body.faults[0].message).toContain('Inställt');
    expect((await world.call('getMonth', head, { path: ofP2 })).status).toBe(404);
  });
});

describe('after the close', () => {
  it('the print is read by the map that it was handed in by, whatever the provider’s file says since', async () => {
    await save('exempelplan');
    await handIn();
    for (const caseNo of ['A-1', 'A-2'])
      await world.call('decideLine', officer, {
        path: { ...ofP2, caseNo },
        body: { decision: 'APPROVE', contacts: asked },
      });
    await world.sign(officer, ['intendReport', 'signReport'], { path: ofP2, body: {} });
    const stated = await world.sign(head, ['intendStatement', 'sendStatement'], { path: ofP2, body: {} });
    expect(stated.status).toBe(201);
    await save(null);
    const listed = await world.call('listAdjustments', officer, { path: ofP2 });
    expect(listed).toMatchObject({ status: 200, body: { proposed: [], adjustments: [] } });
  });
});
