/** Somewhere a request can go: `GET /orders/{orderId}`. */
type Line = { readonly on: string };

type Found<L> =
  | { readonly line: L; readonly params: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] };

const nameIn = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/** The segments of a path as they were meant; undefined when the percent signs make no sense. */
function decoded(path: string): readonly string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function paramsOf(segments: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const name = nameIn(segment);
    const value = asked[index] ?? '';
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) params[name] = value;
  }
  return params;
}

/**
 * Finds where a request goes, by its method and its path as it came; what is spelled out goes before what is a
 * parameter, and HEAD is a GET. `allow` names the methods where only the path is known.
 */
export function router<L extends Line>(lines: readonly L[]) {
  const places = lines
    .map((line) => {
      const [method = '', path = ''] = line.on.split(' ');
      return { line, method, segments: path.slice(1).split('/') };
    })
    .toSorted((a, b) => a.segments.filter(nameIn).length - b.segments.filter(nameIn).length);
  return (method: string, path: string): Found<L> | undefined => {
    const asked = decoded(path);
    if (!asked) return undefined;
    const allow: string[] = [];
    for (const place of places) {
      const params = paramsOf(place.segments, asked);
      if (!params) continue;
      if (place.method === (method === 'HEAD' ? 'GET' : method)) return { line: place.line, params };
      allow.push(place.method);
    }
    return allow.length > 0 ? { allow } : undefined;
  };
}
