/**
 * Histories that do not come out right yet, each with what is missing. The list only shrinks: one that comes out right
 * must be taken off it.
 */
export const notYet: Readonly<Record<string, string>> = {};
