const frame = /^\s+at .*/;

/**
 * What may be written about a failure: its kind and where it happened. Never its message, since the messages of
 * parsers and stores quote what people sent in.
 */
export function aboutFailure(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { failure: typeof failure };
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;
  const frames = (failure.stack ?? '')
    .replace(failure.message, '')
    .split('\n')
    .filter((line) => frame.test(line));
  return { failure: failure.name, code, at: frames.slice(0, 8).map((line) => line.trim()) };
}
