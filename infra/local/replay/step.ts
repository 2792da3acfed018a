import * as z from 'zod';
import { parseInstant } from '../../../shared/domain/local-time.ts';
import { Role } from '../../../shared/domain/roles.ts';

const Word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Time = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at !== undefined) return at;
  context.addIssue('not a time');
  return z.NEVER;
});

/** One thing that somebody does, and what it should come to. */
export const Step = z.strictObject({
  at: Time,
  by: z.string().optional(),
  role: Role.optional(),
  actingFor: z.string().optional(),
  do: z.string(),
  /** What is signed, with `sign`. */
  what: z.string().optional(),
  path: z.record(z.string(), Word).default({}),
  query: z.record(z.string(), Word).default({}),
  body: z.unknown().optional(),
  ifMatch: Word.optional(),
  as: z
    .string()
    .regex(/^[A-Za-z]\w*$/)
    .optional(),
  expect: z
    .strictObject({
      status: z.union([z.int(), z.array(z.int()).min(1)]).optional(),
      code: z.string().optional(),
      body: z.unknown().optional(),
    })
    .optional(),
  /** For whoever reads the file. */
  why: z.string().optional(),
});
export type Step = z.output<typeof Step>;
