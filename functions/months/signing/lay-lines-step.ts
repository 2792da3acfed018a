import type { Month } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { payRulesOf } from '../dry-run/pay-rules.ts';
import type { Basis } from '../load-basis.ts';
import type { Part } from '../month.ts';
import { monthStore } from '../month-store.ts';
import type { Chunked } from './submission.ts';

/**
 * The lines go in before the rest under an id of their own, a chunk at a time, and one for what was asked about a
 * line. Nothing points at them until the month's head does, so a crash in the middle leaves nothing half laid.
 */
export function linesBefore(linesId: string, chunks: readonly Chunked[], { table }: Deps): readonly Effects[] {
  const months = monthStore(table);
  const changes = chunks.flatMap(({ officerId, n, lines }) => {
    const bare = lines.map((line) => ({ ...line, contacts: [] }));
    const talks = lines.filter(({ contacts }) => contacts.length > 0);
    return [
      months.saveChunk(linesId, officerId, n, { lines: bare }, undefined),
      ...talks.map((line) => months.carryTalk(linesId, line, n)),
    ];
  });
  return changes.map((change) => ({ saves: [change] }));
}

/** What they were judged by: what is found out after the statement is held against it. */
export function basisBefore(linesId: string, basis: Basis, { table }: Deps): readonly Effects[] {
  const { month, provider, pack, cases } = basis;
  const format = provider.format === undefined ? undefined : pack.reports?.[provider.format];
  const kept = {
    rules: payRulesOf(pack),
    notHandedIn: pack.params.notHandedIn,
    provider: { id: provider.id, kind: provider.kind },
    ...(format ? { format } : {}),
    cases: cases.map(({ officerId: _, services, known, ...one }) => ({
      ...one,
      services: [...services],
      ...(known ? { known: [...known] } : {}),
    })),
  };
  return monthStore(table)
    .keepBasis(month, provider.id, linesId, kept)
    .map((change) => ({ saves: [change] }));
}

/** The officers' parts over those that stand; an officer without a line left has no part. */
export function partsOver(
  of: { readonly month: Month; readonly providerId: string },
  next: readonly Part[],
  old: readonly Stored<Part>[],
  { table }: Deps,
): readonly Change[] {
  const months = monthStore(table);
  const overOf = (id: string) => old.find(({ entity }) => entity.officerId === id);
  return [
    ...next.map((part) => months.savePart(of.month, of.providerId, part, overOf(part.officerId))),
    ...old
      .filter(({ entity }) => !next.some(({ officerId }) => officerId === entity.officerId))
      .map((part) => months.dropPart(of.month, of.providerId, part)),
  ];
}
