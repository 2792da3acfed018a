import type { IdTokens } from '../../ports/id-tokens.ts';
import { cognitoIdTokens } from '../cognito-id-tokens.ts';
import type { Surroundings } from '../setting.ts';

/** The id tokens, for a function that signs: they prove the sign-in that a signature was made with. */
export const idTokens = ({ setting, clock }: Surroundings): IdTokens =>
  cognitoIdTokens({ issuer: setting('SIGN_IN_ISSUER'), clientId: setting('SIGN_IN_CLIENT'), clock });
