import { type Described, openApi } from '../../../shared/http/openapi.ts';
import type { LoadedWay } from '../load-ways.ts';

/** The folder that an entry lives in. */
const capabilityOf = (entry: string): string => entry.split('/')[1] ?? '';

const described = ({ key, wayIn, entry }: LoadedWay): Described[] =>
  entry.kind === 'endpoint' && 'http' in wayIn.on
    ? [{ key, route: wayIn.on.http, roles: wayIn.on.roles, way: entry, capability: capabilityOf(wayIn.entry) }]
    : [];

/** The OpenAPI document of what is mounted here. */
export const apiDescription = (ways: readonly LoadedWay[], base: string) =>
  openApi(ways.flatMap(described), { base, issuer: `${base}/oidc` });
export type ApiDescription = ReturnType<typeof apiDescription>;
