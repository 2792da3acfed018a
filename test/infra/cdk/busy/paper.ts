import type { LoadedWay } from '../../../../infra/local/load-ways.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { ofP1 } from '../../../support/a-handed-in-month.ts';
import { codesOf, hasScanned } from '../../../support/a-paper.ts';
import { administrator, aWorld, type Person } from '../../../support/a-world.ts';

type Printed = { readonly form: string; readonly letters: string; readonly pages: number };

/** A month that comes on paper: printed here, filed, keyed by one, read otherwise and then alike by another. */
export async function busyPaper(ways: readonly LoadedWay[]): Promise<void> {
  const world = await aWorld({ date: '2026-11-03', ways: [...ways] });
  await world.register({ caseNo: 'A-1', minutes: 600 });
  const second: Person = { userId: 'D2', role: 'administrator' };
  await world.put(membershipStore(world.table).save(second, undefined));
  const form = await world.call('getForm', administrator, {
    ...{ path: { ...ofP1, kind: 'month' }, query: { format: 'pdf' } },
  });
  const prints: readonly Printed[] = form.body.prints;
  for (const { letters } of prints) await world.call('getPrint', administrator, { path: { letters } });
  await hasScanned(world, 'fil-scan');
  const codes = (await codesOf(...prints.map((print) => ({ ...print, rows: [] })))).map((text) => ({ text }));
  const body = { scans: ['fil-scan'], codes, arrivedOn: '2026-11-02' };
  const first = await world.call('registerPaper', administrator, { path: ofP1, body });
  const taken = { ...ofP1, paperId: first.body.id };
  await world.call('withdrawPaper', administrator, { path: taken, body: { reason: 'Fel papper' } });
  const again = await world.call('registerPaper', administrator, { path: ofP1, body });
  const path = { ...ofP1, paperId: again.body.id };
  const { body: paper } = await world.call('getPaper', administrator, { path });
  const keying = (performed: string) => ({
    pages: paper.sheets.map(({ letters, page, form: of, rows }: Record<string, unknown>) => ({
      ...{ letters, page },
      rows: (rows as { service?: string }[]).flatMap(({ service }, n) =>
        of === 'report' && service === 'SUMMA' ? [{ line: n + 1, values: { ordered: '60', performed } }] : [],
      ),
    })),
    signed: { report: true, deviations: true },
  });
  const steps = [
    await world.call('keyPaper', administrator, { path, body: { ...keying('60'), isAll: true } }),
    await world.call('confirmPaper', second, { path, body: keying('50') }),
    await world.call('keyPaper', administrator, { path, body: { ...keying('50'), isAll: true } }),
  ];
  const states = steps.map(({ body: { state } }) => state).join(' ');
  if (states !== 'keyed differs laid') throw new Error(`the paper came to ${states}`);
  await world.call('listPapers', second, { path: ofP1 });
}
