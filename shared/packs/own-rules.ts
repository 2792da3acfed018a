import type { Deadline } from '../domain/deadline.ts';
import { ruleOfEvent } from '../domain/journal-events.ts';
import type { Pack } from './pack.ts';

/** Whose rules an act is under: a routine's own are numbered with the letter of those of its orders. */
type Ruled = Pick<Pack, 'rules'>;

/**
 * What stands for a rule where another routine is in force: its own paragraph about the same, or the ambiguity that is
 * read so. Nothing is ever under a rule of another municipality.
 */
const elsewhere: Readonly<Record<string, string>> = {
  ...{ 'S-11': 'L-61', 'S-14': 'L-13', 'S-15': 'L-13', 'S-16': 'L-14', 'S-17': 'L-14', 'S-44': 'A24' },
  ...{ 'S-47': 'A23', 'S-50': 'L-63', 'S-51': 'L-64', 'S-52': 'L-63', 'S-53': 'L-63', 'S-54': 'L-63', 'S-58': 'L-61' },
  ...{ 'S-60': 'A53', 'L-06': 'A14', 'L-08': 'S-03', 'L-14': 'A05', 'L-45': 'A35', 'L-50': 'A34', 'L-57': 'A35' },
  ...{ 'L-48': 'A27', 'L-49': 'A27', 'L-58': 'A71', 'L-59': 'A27', 'L-67': 'A71', 'L-68': 'A71' },
  ...{ 'L-53': 'A54', 'L-55': 'A53', 'L-56': 'A45', 'L-70': 'A53', 'L-71': 'A53', 'L-72': 'A53' },
};

const isOwn = (rule: string, own: string | undefined): boolean =>
  own === undefined || !/^[LS]-/.test(rule) || rule.startsWith(own);

/** The rule that something is done under by the routine, or what stands for it there; undefined where nothing does. */
export function ownRule(rule: string | undefined, { rules }: Ruled): string | undefined {
  const own = rules.orders?.private.placed.slice(0, 1);
  if (rule === undefined || isOwn(rule, own)) return rule;
  const here = elsewhere[rule];
  return here !== undefined && isOwn(here, own) ? here : undefined;
}

/** The same of what always has a rule: what nothing stands for was read so by default (A53). */
export const givenRule = (rule: string, pack: Ruled): string => ownRule(rule, pack) ?? 'A53';

/** Rows of the journal under the routine's own rules, that of their event where they say none. */
export const ownRows = <Row extends { readonly event: string; readonly rule?: string }>(
  rows: readonly Row[],
  pack: Ruled,
): readonly (Row & { readonly rule?: string })[] =>
  rows.map((row) => {
    const { rule = ruleOfEvent(row.event), ...rest } = row;
    return { ...(rest as Row), rule: ownRule(rule, pack) };
  });

/** A deadline and its reasons under the routine's own rules. */
export const ownDeadline = (deadline: Deadline, pack: Ruled): Deadline => ({
  ...deadline,
  rule: givenRule(deadline.rule, pack),
  why: deadline.why.map((step) => ({ ...step, rule: givenRule(step.rule, pack) })),
});
