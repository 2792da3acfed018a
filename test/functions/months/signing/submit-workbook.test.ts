import { beforeEach, describe, expect, it } from 'vitest';
import { aMonthEnd, handIn, month, ofP1, path, visits } from '../../../support/a-handed-in-month.ts';
import { aReport } from '../../../support/a-report.ts';
import { coordinator, manager, officer, type Person, type World } from '../../../support/a-world.ts';
import { xlsxOf } from '../../../support/workbooks.ts';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const form = ['A-1;2026-10-05;;;ÖVRIGT;;;'];
const files = aReport(visits, { form });

let world: World;
beforeEach(async () => {
  world = await aMonthEnd();
});

/** One workbook, uploaded once and named as both files. */
async function asBoth(who: Person) {
  const sheet = (name: string, { text }: { readonly text: string }) => ({
    name,
    rows: text.split('\n').map((line) => line.split(';')),
  });
  const book = await xlsxOf([sheet('Tidsrapport', files.report), sheet('Avvikelser', files.deviations)]);
  const { body } = await world.call('openUpload', who, { body: { contentType } });
  await world.machine.deps.documents.put('incoming', body.documentId, book, contentType);
  return { report: { documentId: body.documentId }, deviations: { documentId: body.documentId } };
}
const minutes = async () => {
  const { body } = await world.call('getMonth', officer, { path: ofP1 });
  return body.lines.map(({ caseNo, performed }: Record<string, unknown>) => [caseNo, performed]);
};

describe('a workbook that holds both files', () => {
  it('is handed in and signed as the same files in CSV are', async () => {
    expect(await handIn(world, await asBoth(manager))).toMatchObject({ status: 201 });
    const byBook = await minutes();
    expect(byBook).toEqual([
      ['A-1', 480],
      ['A-2', 150],
    ]);
    await handIn(world, files);
    expect(await minutes()).toEqual(byBook);
  });

  it('waits as a draft, and is signed from there', async () => {
    const draft = await world.call('draftMonth', coordinator, { path: { month }, body: await asBoth(coordinator) });
    expect(draft).toMatchObject({ status: 200, body: { draft: { fileStatus: 'COMPLETE' } } });
    const answer = await world.sign(manager, ['intendSubmission', 'submitMonth'], { path, body: { draft: true } });
    expect(answer).toMatchObject({ status: 201 });
    expect(await minutes()).toHaveLength(2);
  });
});
