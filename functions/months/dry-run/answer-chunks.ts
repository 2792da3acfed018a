import type { LazyDryRun } from './dry-run.ts';
import { told } from './file-errors.ts';
import { onlyCounted } from './file-verdict.ts';

/** Characters gathered before they are handed on. */
const enough = 65_536;

/**
 * The dry run as JSON, in pieces: no more of it is in memory at once than one entry and one piece. What the contract
 * names and no more: the sums side by side are for the page on which a provider hands in.
 */
export function* answerChunks(answer: LazyDryRun, remarks?: readonly unknown[]): Generator<string> {
  let piece = '';
  for (const part of partsOf(answer, remarks)) {
    piece += part;
    if (piece.length < enough) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* partsOf({ provider, file, cases, total }: LazyDryRun, remarks?: readonly unknown[]): Generator<string> {
  yield `{"provider":${JSON.stringify(provider)},"file":{"status":${JSON.stringify(file.status)},"errors":`;
  yield* list(file.errors.map(told));
  yield ',"warnings":';
  yield* list(file.warnings.map(told));
  const { warnings = 0 } = file.more ?? {};
  if (file.more) yield `,"more":${JSON.stringify({ errors: onlyCounted(file), warnings })}`;
  yield '},"cases":[';
  let comma = '';
  for (const { trail, ...figures } of cases) {
    yield `${comma}${JSON.stringify(figures).slice(0, -1)},"trail":`;
    yield* list(trail);
    yield '}';
    comma = ',';
  }
  yield `],"total":${JSON.stringify(total)}`;
  if (remarks) {
    yield ',"remarks":';
    yield* list(remarks);
  }
  yield '}\n';
}

/** A list as JSON, in one part unless it is long. */
function* list(values: Iterable<unknown>): Generator<string> {
  let part = '[';
  let comma = '';
  for (const value of values) {
    part += comma + JSON.stringify(value);
    comma = ',';
    if (part.length < enough) continue;
    yield part;
    part = '';
  }
  yield `${part}]`;
}
