import { Role } from '../../../../shared/domain/roles.ts';
import type { DemoUser } from '../sign-in/demo-users.ts';

/** The roles that someone holds, each with its people. */
export const byRole = (users: readonly DemoUser[]): readonly { role: Role; users: readonly DemoUser[] }[] =>
  Role.options
    .map((role) => ({ role, users: users.filter((user) => user.role === role) }))
    .filter((group) => group.users.length > 0);
