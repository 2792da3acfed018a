import type { Cell } from './cell.ts';
import { keepsAnswers } from './grants.ts';
import type { Group } from './groups.ts';
import type { Stores } from './stores.ts';

export type StackSurroundings = {
  readonly cell: Cell;
  readonly stores: Stores;
  /** By which the front shows itself to the functions. */
  readonly frontSecret: string;
  readonly mailConfigurationSet: string;
  /** Whose id tokens prove a sign-in, and for which client they are made. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };
};

/** What a function is told of its surroundings: only what it needs. */
export function environmentOf(
  { capability, reach, routes }: Group,
  { cell, stores, frontSecret, mailConfigurationSet, signIn }: StackSurroundings,
): Record<string, string> {
  const { reads, writes, files, identity = [], signing = [], mails } = reach;
  const buckets = new Set([
    ...(files?.reads ?? []),
    ...(files?.writes ?? []),
    ...(signing.length > 0 ? ['records'] : []),
    ...(keepsAnswers(reach) ? ['documents'] : []),
  ]);
  const identityVerbs = new Set(identity);
  return {
    ...(reads.length + writes.length > 0 ? { TABLE_NAME: stores.table.tableName } : {}),
    ...(buckets.has('incoming') ? { INCOMING_BUCKET: stores.incoming.bucketName } : {}),
    ...(buckets.has('documents') ? { DOCUMENTS_BUCKET: stores.documents.bucketName } : {}),
    ...(buckets.has('records') ? { RECORDS_BUCKET: stores.records.bucketName } : {}),
    ...(signing.includes('seal') ? { SIGNING_KEY_ID: stores.signingKey.keyArn } : {}),
    ...(signing.includes('seal') && routes.length > 0
      ? { SIGN_IN_ISSUER: signIn.issuer, SIGN_IN_CLIENT: signIn.clientId }
      : {}),
    ...(identityVerbs.has('seal') || identityVerbs.has('open') ? { IDENTITY_KEY_ID: stores.identityKey.keyArn } : {}),
    ...(identityVerbs.has('seal') || identityVerbs.has('recognise') ? { HMAC_KEY_ID: stores.hmacKey.keyArn } : {}),
    ...(identity.length > 0 ? { CELL: cell.name } : {}),
    ...(mails ? { MAIL_FROM: senderOf(cell), MAIL_CONFIGURATION_SET: mailConfigurationSet } : {}),
    // Nobody registers the address that letters leave from.
    ...(writes.includes('MAILBOX#') ? { MAIL_FROM: senderOf(cell) } : {}),
    ...(writes.includes('LETTER#') && capability !== 'letters' ? { PORTAL_URL: `https://${cell.portal}` } : {}),
    ...(routes.length > 0 ? { FRONT_SECRET: frontSecret } : {}),
  };
}

export const senderOf = ({ mail }: Cell): string => `utfort@${mail}`;
