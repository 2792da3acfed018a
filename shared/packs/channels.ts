import type { Pack, ProviderKind } from './pack.ts';

/** Whether the routine notifies a provider of this kind inside the system only, and never by mail (S-45). */
export const isSystemOnly = ({ channel }: Pack, kind: ProviderKind): boolean => channel?.[kind] === 'SYSTEM';
