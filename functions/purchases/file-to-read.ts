import * as z from 'zod';

/** For how many minutes an address to a file is good. */
export const minutesToRead = 5;

/** Where a file can be read for some minutes. */
export const FileToRead = z
  .object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires; hand it to nobody' }),
    expiresAt: z.string(),
    contentType: z.string(),
    shown: z.enum(['inline', 'attachment']).meta({ description: 'Whether a browser shows it or saves it' }),
  })
  .meta({ id: 'FileToRead' });
