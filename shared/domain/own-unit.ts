import * as z from 'zod';
import { oneLine } from './broken-text.ts';
import { SafeId } from './case-number.ts';
import { guarded } from './free-text.ts';

const line = (most: number) => guarded(z.string().trim().min(1).max(most).regex(oneLine));

/**
 * A unit of the municipality's own that buys hours of another, or sells them: under which board and in which area it is,
 * to which cost centre its hours go, and by which routine it buys. One municipality's units may follow several.
 */
export const OwnUnit = z
  .object({
    id: SafeId,
    name: line(200),
    board: line(200),
    area: line(100),
    costCentre: line(40),
    /** The routine's name, as a municipality names its own. */
    pack: z.string().max(200),
  })
  .meta({ id: 'OwnUnit' });
export type OwnUnit = z.infer<typeof OwnUnit>;

/** How many units a municipality may have: they are read and shown as a whole. */
export const mostUnits = 500;
