import {
  type MunicipalityFile,
  readMunicipalityFile,
} from '../../../functions/settings/reading-in/municipality-file.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { readJson } from './json-file.ts';

/** Reads `cases.json`; what is wrong is named by its place in the file. */
export async function readCases(path: string): Promise<Result<MunicipalityFile>> {
  const json = await readJson(path);
  return json.ok ? readMunicipalityFile(json.value) : json;
}
