import { type Deadline, lapse, reopen } from '../../../shared/domain/deadline.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import type { MovedDeadline } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Line } from '../lines/line.ts';
import { linesIdOf, type Part, type ProviderMonth } from '../month.ts';
import { type Chunk, linesInChunk, monthStore } from '../month-store.ts';
import { remarksOfMonth } from '../remarks/load-remarks.ts';
import { remarkDates, whoAnswers } from '../remarks/remark-dates-step.ts';
import { headAfter, inOrder, nextChunk, partsAfter } from './line-move.ts';

type Of = { readonly month: Month; readonly providerId: string };
/** From one officer to another. */
export type Between = { readonly from: string; readonly to: string; readonly at: Instant };

const isReport = ({ code, subject }: Deadline, officerId: string): boolean =>
  code === 'D12' && subject.kind === 'month' && subject.officerId === officerId;

/** The date of a report follows the lines: the new officer has it, the old one only while they have lines (D12). */
async function datesAfter(of: Of, { from, to, at }: Between, hasLines: boolean, table: Table) {
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const [theirs, ours] = [from, to].map((id) => standing.find(({ entity }) => isReport(entity, id)));
  const moved: MovedDeadline[] = [];
  if (theirs && !ours) {
    const { changedAt: _, doneAt: __, ...date } = theirs.entity;
    const subject = { kind: 'month', ...of, officerId: to } as const;
    moved.push({ next: { ...date, subject, owner: officerOwner(to) } });
  } else if (ours?.entity.doneAt !== undefined) {
    moved.push({ next: reopen(ours.entity), over: ours, reopens: true });
  }
  if (!hasLines && theirs && theirs.entity.doneAt === undefined)
    moved.push({ next: lapse(theirs.entity, at), over: theirs });
  return moved;
}

type Found = { readonly n: number; readonly chunk: Stored<Chunk>; readonly line: Line };

async function findLine(month: ProviderMonth, caseNo: string, officerId: string, table: Table) {
  const submissionId = linesIdOf(month) ?? '';
  const places = month.chunks.filter((one) => one.officerId === officerId && one.first <= caseNo && caseNo <= one.last);
  for (const { n } of places) {
    const chunk = await monthStore(table).chunk(submissionId, officerId, n);
    const line = chunk?.entity.lines.find((one) => one.caseNo === caseNo);
    if (chunk && line) return { n, chunk, line } satisfies Found;
  }
  return undefined;
}

/** Where the new officer's line is put: the last of their chunks that has room, or a new one. */
async function roomFor(month: ProviderMonth, to: string, table: Table) {
  const n = nextChunk(month.chunks, to);
  const last = n === 0 ? undefined : await monthStore(table).chunk(linesIdOf(month) ?? '', to, n - 1);
  return last && last.entity.lines.length < linesInChunk ? { n: n - 1, over: last } : { n, over: undefined };
}

async function lineChanges(month: ProviderMonth, found: Found, { from, to }: Between, table: Table) {
  const months = monthStore(table);
  const submissionId = linesIdOf(month) ?? '';
  const room = await roomFor(month, to, table);
  const talk = await months.talk(submissionId, found.line, found.n);
  const moved = { ...found.line, ...talk?.entity, officerId: to, version: found.line.version + 1 };
  const left = found.chunk.entity.lines.filter(({ caseNo }) => caseNo !== moved.caseNo);
  const lines = inOrder([...(room.over?.entity.lines ?? []), { ...moved, contacts: [] }]);
  const changes: Change[] = [
    left.length === 0
      ? months.dropChunk(submissionId, from, found.n, found.chunk)
      : months.saveChunk(submissionId, from, found.n, { lines: left }, found.chunk),
    months.saveChunk(submissionId, to, room.n, { lines: [...lines] }, room.over),
    ...(talk ? [months.dropTalk(submissionId, found.line, found.n, talk)] : []),
    ...(talk ? [months.carryTalk(submissionId, moved, room.n)] : []),
  ];
  const pieces = [
    { officerId: from, n: found.n, lines: left },
    { officerId: to, n: room.n, lines },
  ];
  return { changes, pieces };
}

const partChanges = (of: Of, over: Stored<Part> | undefined, next: Part | undefined, table: Table): Change[] => {
  const months = monthStore(table);
  if (next) return [months.savePart(of.month, of.providerId, next, over)];
  return over ? [months.dropPart(of.month, of.providerId, over)] : [];
};

/**
 * A case's line in a month that is not signed goes to the officer who has the case now, with what was decided and asked
 * about it. A part that is signed stays as it is; and nothing is put into one that the new officer has signed.
 */
export async function moveLine(
  of: Of,
  caseNo: string,
  between: Between,
  { table }: Deps,
): Promise<Result<Effects, 'report-signed'>> {
  const months = monthStore(table);
  const { from, to } = between;
  const month = await months.find(of.month, of.providerId);
  if (!month || linesIdOf(month.entity) === undefined || month.entity.state === 'stated') return accept({});
  const [theirs, ours] = await Promise.all([from, to].map((id) => months.part(of.month, of.providerId, id)));
  const found = theirs && !theirs.entity.report && (await findLine(month.entity, caseNo, from, table));
  if (!theirs || !found) return accept({});
  if (ours?.entity.report) return refuse('conflict', 'report-signed');
  const { changes, pieces } = await lineChanges(month.entity, found, between, table);
  const parts = partsAfter(theirs.entity, ours?.entity, found.line);
  const next = { ...parts.to, officerId: to };
  const standing = await deadlineStore(table).ofMonth(of.month, of.providerId);
  const remarks = await remarksOfMonth(month.entity, { table }, [[caseNo, to]]);
  const officers = new Set([...month.entity.officers, to]);
  if (!parts.from) officers.delete(from);
  return accept({
    saves: [
      ...changes,
      months.save(headAfter(month.entity, pieces, [...officers]), month),
      ...partChanges(of, theirs, parts.from, table),
      ...partChanges(of, ours, next, table),
    ],
    deadlines: [
      ...(await datesAfter(of, between, parts.from !== undefined, table)),
      // What was seen in its rows goes along (D54).
      ...remarkDates(of, whoAnswers(remarks), { standing, end: lapse, at: between.at }),
    ],
  });
}

/** What is left of an officer in a month when all their cases have gone, and it is not signed: its date goes too (D12). */
export async function leaveMonth(of: Of, between: Between, { table }: Deps): Promise<Effects> {
  const months = monthStore(table);
  const part = await months.part(of.month, of.providerId, between.from);
  if (part && part.entity.lines > 0) return {};
  const month = await months.find(of.month, of.providerId);
  const officers = new Set(month?.entity.officers ?? []);
  const wasTheirs = officers.delete(between.from);
  const next = month && { ...month.entity, officers: [...officers.add(between.to)].sort() };
  return together(
    { saves: next && wasTheirs && linesIdOf(next) === undefined ? [months.save(next, month)] : [] },
    { deadlines: await datesAfter(of, between, false, table) },
  );
}
