import { type Described, openApi } from '../../../shared/http/openapi.ts';
import type { LoadedWay } from '../entries.ts';

/** The folder that an entry lives in. */
const capabilityOf = (entry: string): string => entry.split('/')[1] ?? '';

const described = ({ key, entry, run }: LoadedWay): Described[] =>
  run.kind === 'endpoint' && 'http' in entry.on
    ? [{ key, route: entry.on.http, roles: entry.on.roles, way: run, capability: capabilityOf(entry.entry) }]
    : [];

/** The OpenAPI document of what is mounted here. */
export const apiDescription = (ways: readonly LoadedWay[], base: string) =>
  openApi(ways.flatMap(described), { base, issuer: `${base}/oidc` });
export type ApiDescription = ReturnType<typeof apiDescription>;
