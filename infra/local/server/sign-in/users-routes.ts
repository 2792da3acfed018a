import * as z from 'zod';
import { endpoint } from '../../../../shared/http/endpoint.ts';
import { done } from '../../../../shared/http/spec.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { localRoute } from '../mount.ts';
import type { LocalRoute } from '../route.ts';
import { DemoUser, demoUsers } from './demo-users.ts';
import type { SignInKey } from './sign-in-key.ts';
import { localToken } from './token.ts';

/** Who can sign in here, and a token for any of them. */
export function usersRoutes(key: SignInKey, issuer: string, deps: Deps): readonly LocalRoute[] {
  const listUsers = endpoint({
    summary: 'The demo users',
    answer: z.array(DemoUser),
    run: async (_input, { table }) => done([...(await demoUsers(table))]),
  });
  return [
    localRoute('GET /_local/users', listUsers, deps),
    localRoute('POST /_local/token', localToken(key, issuer), deps),
  ];
}
