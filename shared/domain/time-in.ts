import * as z from 'zod';
import { parseInstant } from './local-time.ts';

/** A time as a request writes it, ISO 8601 with an offset; one in a year that no rule knows is a mistake of the request. */
export const TimeIn = z.iso.datetime({ offset: true, abort: true }).refine((text) => parseInstant(text) !== undefined);
