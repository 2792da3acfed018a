import { readFile } from 'node:fs/promises';
import {
  type MunicipalityFile,
  readMunicipalityFile,
} from '../../../functions/settings/reading-in/municipality-file.ts';
import { type Result, refuse } from '../../../shared/domain/result.ts';
import { isFile } from './file-source.ts';

const nothing = (message: string) =>
  refuse('invalid', 'nothing-to-judge', [{ at: 'cases.json', code: 'nothing-to-judge', message }]);

/** Reads `cases.json`; what is wrong is named by its place in the file. */
export async function readCases(path: string): Promise<Result<MunicipalityFile>> {
  if (!(await isFile(path))) return nothing(`${path}: filen finns inte`);
  const text = await readFile(path, 'utf8');
  try {
    return readMunicipalityFile(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    // The answer names the file; where the JSON breaks is for the one who made it.
    return nothing(`${path}: inte giltig JSON`);
  }
}
