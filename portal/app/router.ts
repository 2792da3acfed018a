import type { ComponentType } from 'preact';
import type { Role } from '../../shared/domain/roles.ts';
import type { CatalogueShape } from '../messages/catalogue-shape.ts';
import type { sv } from '../messages/sv.ts';
import { store } from './store.ts';

/** The names in `/avstamning/:month/:providerId`. */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [name in Name]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [name in Name]: string }
    : unknown;

/** What a page is given: the names of its path, and what stands after the question mark (filters that stay). */
export type PageProps<Path extends string = string> = {
  readonly params: ParamsOf<Path>;
  readonly query: URLSearchParams;
};

export type PortalPage = {
  readonly path: string;
  /** Who works here; the API decides what they may do. `everyone` needs no sign-in, `signed-in` any role. */
  readonly roles: readonly Role[] | 'signed-in' | 'everyone';
  /** The words in the menu, for a page that stands in it. */
  readonly menu?: (words: CatalogueShape<typeof sv>) => string;
  readonly load: () => Promise<ComponentType<PageProps<never>>>;
};

/** A page and its path. The component's parameters are checked against the path, then forgotten. */
export const page = <Path extends string>(
  path: Path,
  {
    load,
    ...rest
  }: Omit<PortalPage, 'path' | 'load'> & { readonly load: () => Promise<ComponentType<PageProps<Path>>> },
): PortalPage => ({ path, ...rest, load: load as PortalPage['load'] });

/** Whether somebody in a role works on the page. */
export const isFor = ({ roles }: PortalPage, role: Role): boolean =>
  roles === 'everyone' || roles === 'signed-in' || roles.includes(role);

export type PortalPlace = { readonly path: string; readonly query: URLSearchParams };

const placeOf = (hash: string): PortalPlace => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  return { path: path || '/', query: new URLSearchParams(query) };
};

/** Where one is, by the address. */
export const place = store<PortalPlace>(placeOf(location.hash));
addEventListener('hashchange', () => place.set(placeOf(location.hash)));

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** The parameters of a path that fits a pattern; undefined when it does not. */
export function paramsIn(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = decoded(given[index] ?? '');
    if (value === undefined) return undefined;
    if (segment.startsWith(':')) params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}

type Query = Readonly<Record<string, string | undefined>>;

/** The address of a page: `hrefOf('/avstamning/:month/:providerId', { month, providerId })`. */
export function hrefOf<Path extends string>(
  path: Path,
  ...[params, query = {}]: unknown extends ParamsOf<Path> ? [undefined?, Query?] : [ParamsOf<Path>, Query?]
): string {
  const named: Readonly<Record<string, string>> = params ?? {};
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''));
  const said = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `#${filled}${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}`;
}

/** Goes to a page; `replace` where the way back should skip this one (a filter, a step that is done). */
export function goTo(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = href;
  else {
    history.replaceState(null, '', href);
    place.set(placeOf(href));
  }
}
