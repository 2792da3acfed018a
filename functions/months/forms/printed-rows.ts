import * as z from 'zod';

/** What is printed on each row of each page, by its columns; a row to write on says nothing, or its case alone. */
export const PrintedRows = z.array(z.array(z.array(z.string())));
export type PrintedRows = z.infer<typeof PrintedRows>;
