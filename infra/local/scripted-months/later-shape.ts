import * as z from 'zod';
import { Service } from '../../../shared/domain/assignment.ts';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { KnownFact } from '../../../shared/domain/known-fact.ts';
import { Month, parseInstant, TimeIn } from '../../../shared/domain/local-time.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';

/** More than this is told of no month. */
const mostFacts = 10_000;
const mostServices = 100;

const At = TimeIn.transform((text) => parseInstant(text) ?? text);
/** A file of the same folder, and of no other. */
const FileName = z.string().regex(/^[\p{L}\d][\p{L}\d._ -]{0,199}$/u);

const shapes = {
  known: z.strictObject({ at: At, caseNo: CaseNumber, known: KnownFact }),
  services: z.strictObject({ at: At, caseNo: CaseNumber, services: z.array(Service).max(mostServices) }),
  report: z.strictObject({ at: At, provider: SafeId, report: FileName, deviations: FileName }),
  undo: z.strictObject({ at: At, undo: z.int().min(0), in: Month.optional() }),
} as const;

type Kind = keyof typeof shapes;

/** What is told later: which kind is told by the field that it has. `in`: of which month's file, where it is not the own one. */
export type LaterEntry = { readonly [K in Kind]: { readonly kind: K } & z.output<(typeof shapes)[K]> }[Kind];

const kindOf = (item: unknown): Kind | undefined => {
  const fields = z.record(z.string(), z.unknown()).safeParse(item).data ?? {};
  return (Object.keys(shapes) as Kind[]).find((kind) => Object.hasOwn(fields, kind));
};

/** `2026-11/later.json[2].caseNo: …` */
export const laterFault = (
  month: Month,
  index: number | undefined,
  field: string,
  text: string,
  code: string,
): Fault => {
  const at = `${month}/later.json${index === undefined ? '' : `[${index}]`}${field === '' ? '' : `.${field}`}`;
  return { at, code, message: `${at}: ${text}` };
};

function readSaid(month: Month, index: number, item: unknown): Result<LaterEntry> {
  const kind = kindOf(item);
  if (kind === undefined) {
    const text = 'known, services, report eller undo ska stå i det';
    return refuse('invalid', 'bad-later', [laterFault(month, index, '', text, 'bad-later')]);
  }
  const read = shapes[kind].safeParse(item);
  if (read.success) return accept({ kind, ...read.data } as LaterEntry);
  const faults = read.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.map(String).join('.')];
    return names.map((name) => laterFault(month, index, name, 'värdet saknas eller är fel', 'bad-value'));
  });
  return refuse('invalid', 'bad-later', faults);
}

/** What a month's `later.json` says, entry by entry; every entry that cannot be read is named. */
export function readLater(month: Month, json: unknown): Result<readonly LaterEntry[]> {
  const list = z.array(z.unknown()).max(mostFacts).safeParse(json);
  if (!list.success)
    return refuse('invalid', 'bad-later', [
      laterFault(month, undefined, '', `en lista av högst ${mostFacts} uppgifter ska stå i filen`, 'bad-later'),
    ]);
  const read = list.data.map((item, index) => readSaid(month, index, item));
  const faults = read.flatMap((one) => (one.ok ? [] : (one.faults ?? [])));
  return faults.length > 0
    ? refuse('invalid', 'bad-later', faults)
    : accept(read.flatMap((one) => (one.ok ? [one.value] : [])));
}
