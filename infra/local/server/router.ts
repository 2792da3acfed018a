import type { Route } from './route.ts';

type Found =
  | { readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly allow: readonly string[] };

type Line = { readonly method: string; readonly segments: readonly string[]; readonly route: Route };

const lineOf = (route: Route): Line => {
  const [method = '', path = ''] = route.on.split(' ');
  return { method, segments: path.slice(1).split('/'), route };
};

const nameIn = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/** The segments of a path as they were meant; undefined when the percent signs make no sense. */
function decoded(path: string): readonly string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function paramsOf(line: Line, asked: readonly string[]): Record<string, string> | undefined {
  if (line.segments.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of line.segments.entries()) {
    const name = nameIn(segment);
    const value = asked[index] ?? '';
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) params[name] = value;
  }
  return params;
}

const wildness = ({ segments }: Line): number => segments.filter(nameIn).length;

/** Finds the route of a request; what is spelled out goes before what is a parameter, and HEAD is a GET. */
export function router(routes: readonly Route[]) {
  const lines = routes.map(lineOf).toSorted((a, b) => wildness(a) - wildness(b));
  return (method: string, path: string): Found | undefined => {
    const asked = decoded(path);
    if (!asked) return undefined;
    const allow: string[] = [];
    for (const line of lines) {
      const params = paramsOf(line, asked);
      if (!params) continue;
      if (line.method === (method === 'HEAD' ? 'GET' : method)) return { route: line.route, params };
      allow.push(line.method);
    }
    return allow.length > 0 ? { allow } : undefined;
  };
}
