import { readFile } from 'node:fs/promises';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import { isFile } from './file-source.ts';

/** What a file of JSON holds, or in words why it holds nothing. */
export async function readJson(path: string): Promise<Result<unknown>> {
  const unreadable = (why: string) =>
    refuse('invalid', 'not-json', [{ at: path, code: 'not-json', message: `${path}: ${why}` }]);
  if (!(await isFile(path))) return unreadable('filen finns inte');
  const text = await readFile(path, 'utf8');
  try {
    return accept(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    // Where the JSON breaks is for the one who made the file.
    return unreadable('inte giltig JSON');
  }
}
