import type { Role } from '../../../shared/domain/roles.ts';
import { activeRole } from '../../sign-in/session.ts';

/** Home nursing, the night patrol and the administrator are told things and write nothing here. */
const onlyRead: readonly (Role | undefined)[] = ['administrator', 'nurse', 'night-patrol'];
export const mayWriteMessages = (): boolean => !onlyRead.includes(activeRole());
