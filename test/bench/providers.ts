import { join } from 'node:path';
import { answerChunks } from '../../functions/months/dry-run/answer-chunks.ts';
import type { ByteSource } from '../../functions/months/dry-run/byte-source.ts';
import { lazyDryRun } from '../../functions/months/dry-run/dry-run.ts';
import type { CaseInMonth } from '../../functions/months/dry-run/granted.ts';
import { payRulesOf } from '../../functions/months/dry-run/pay-rules.ts';
import { readMunicipalitySource } from '../../functions/settings/reading-in/municipality-file.ts';
import { fileSource } from '../../infra/local/cli/file-source.ts';
import { packNamed } from '../../shared/packs/packs.ts';

/** The files of one provider and the cases it has. */
export type ProviderFiles = { readonly id: string; readonly report: ByteSource; readonly judge: () => Promise<number> };

/** Every provider of a folder that `writeCity` wrote; `cases.json` is read once, as the house does. */
export async function providersOf(folder: string, count: number): Promise<readonly ProviderFiles[]> {
  const file = await readMunicipalitySource(fileSource(join(folder, 'cases.json')));
  const pack = packNamed('leksand');
  if (!file.ok || !pack) throw new Error('bad cases.json');
  const cases = Map.groupBy<string, CaseInMonth & { providerId: string }>(
    file.value.cases,
    ({ providerId }) => providerId,
  );
  const rules = payRulesOf(pack);
  return Array.from({ length: count }, (_, index) => {
    const id = `P${index + 1}`;
    const report = fileSource(join(folder, `${id}-report.csv`));
    const deviations = fileSource(join(folder, `${id}-deviations.csv`));
    const input = {
      rules,
      month: '2026-10',
      provider: { id, kind: 'private' },
      orePerHour: 38_750,
      report,
      deviations,
    } as const;
    return {
      id,
      report,
      /** From bytes to the answer as text, every character of it. Gives the charged minutes. */
      async judge() {
        const answer = await lazyDryRun({ ...input, cases: cases.get(id) ?? [] });
        if (!answer.ok || answer.value.file.errors.length > 0) throw new Error('the generated file is not clean');
        let length = 0;
        for (const piece of answerChunks(answer.value)) length += piece.length;
        return length > 0 ? answer.value.total.minutes : 0;
      },
    };
  });
}
