import { activeRole } from '../../sign-in/session.ts';

/** Whether one works at a provider now. */
export const isProvidersRole = (): boolean => activeRole()?.startsWith('provider') ?? false;
