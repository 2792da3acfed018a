import * as z from 'zod';
import {
  type MunicipalityFile,
  readMunicipalityFile,
} from '../../../functions/settings/reading-in/municipality-file.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import { Step } from './step.ts';
import { stepFaults } from './step-faults.ts';

const Around = z.strictObject({
  /** For whoever reads the file. */
  why: z.string().optional(),
  pack: z.string(),
  set: z.array(z.string()).default([]),
  municipality: z.unknown(),
  steps: z.array(z.unknown()).min(1).max(10_000),
  /** What the end should be: the letters that have left, and the tasks by user. */
  expect: z.strictObject({ letters: z.unknown().optional(), tasks: z.unknown().optional() }).optional(),
});

export type History = Omit<z.output<typeof Around>, 'municipality' | 'steps'> & {
  readonly municipality: MunicipalityFile;
  /** As it was given: what is read in is read there. */
  readonly file: unknown;
  readonly steps: readonly Step[];
};

const fault = (at: string, message: string): Fault => ({ at, code: 'bad-history', message: `${at}: ${message}` });

function wrong(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return `okänt fält ${issue.keys.map((key) => (place ? `${place}.${key}` : key)).join(', ')}`;
  return `${place}: ${issue.message === 'not a time' ? 'ingen tid med förskjutning' : 'saknas eller är fel'}`;
}

/** Reads a history; everything that is wrong is told at once, of a step by its number. */
export function readHistory(json: unknown): Result<History, 'bad-history'> {
  const around = Around.safeParse(json);
  if (!around.success) {
    const faults = around.error.issues.map((issue) => fault('filen', wrong(issue)));
    return refuse('invalid', 'bad-history', faults);
  }
  const { municipality: file, steps: given, ...rest } = around.data;
  const municipality = readMunicipalityFile(file);
  const read = given.map((step) => Step.safeParse(step));
  const shapes = read.flatMap(({ error }, n) =>
    (error?.issues ?? []).map((issue) => fault(`steg ${n + 1}`, wrong(issue))),
  );
  const steps = read.map(({ data }) => data);
  const people = municipality.ok ? peopleOf(municipality.value) : undefined;
  const faults = [
    ...(municipality.ok
      ? []
      : (municipality.faults ?? []).map(({ at, message }) => fault('municipality', message ?? at))),
    ...shapes,
    ...steps.flatMap((step, n) =>
      step
        ? stepFaults(step, { earlier: steps.slice(0, n), people }).map((words) => fault(`steg ${n + 1}`, words))
        : [],
    ),
  ];
  if (!municipality.ok || faults.length > 0) return refuse('invalid', 'bad-history', faults);
  const whole = steps.filter((step) => step !== undefined);
  return accept({ ...rest, municipality: municipality.value, file, steps: whole });
}

const peopleOf = ({ officers, people }: MunicipalityFile): ReadonlySet<string> =>
  new Set([...officers, ...people].map(({ id }) => id));
