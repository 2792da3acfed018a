import type { Role } from '../../../shared/domain/roles.ts';
import { activeRole } from '../../sign-in/session.ts';

/** Officers, heads and providers write to each other; everybody else is told things and writes nothing here. */
const writers: readonly (Role | undefined)[] = ['officer', 'head', 'provider', 'provider-manager'];
export const mayWriteMessages = (): boolean => writers.includes(activeRole());
