import { valueFault } from '../../../shared/domain/keyed-values.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { Keying } from './keying.ts';

/** What was keyed that is no value of its field, by page, row and field: a 32nd, a quarter past 25, minutes in words. */
export function* faultsOfValues({ pages }: Keying): Generator<Fault> {
  for (const { letters, page, rows } of pages)
    for (const { line, values } of rows)
      for (const [field, text] of Object.entries(values)) {
        const code = valueFault(field, text);
        if (code !== undefined) yield { at: `${letters}.${page}.${line}.${field}`, code };
      }
}
