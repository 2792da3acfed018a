import { activeRole } from '../../sign-in/session.ts';

/** Whether one works at a provider now. */
export const worksAtProvider = (): boolean => activeRole()?.startsWith('provider') ?? false;
