import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { asciiAddress, EmailAddress } from '../../shared/domain/email-address.ts';

/** Frankfurt would do as well for everything but the distance; nothing of a cell but its front leaves this region. */
export const region = 'eu-north-1';

/** A firewall and a certificate for CloudFront exist in one region only. Neither keeps anything of a request. */
export const frontRegion = 'us-east-1';

const Domain = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/);

/** One municipality: what differs between one deployment and the next, and nothing else. */
export const Cell = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,20}$/),
  /** Where people go with their browsers. */
  portal: Domain,
  /** Where mail comes from and goes to: a domain of its own, so that its MX is ours alone. */
  mail: Domain,
  alarmsTo: EmailAddress.transform((text) => asciiAddress(text) ?? text),
  /** The municipality's own sign-in, as OpenID Connect; staff cannot sign in until it stands here. */
  staffSignIn: z
    .strictObject({
      issuer: z.url(),
      clientId: z.string(),
      /** The name of the secret that holds the client's secret; the secret itself never stands in a file. */
      clientSecret: z.string(),
    })
    .optional(),
  /** How long a signed record cannot be deleted by anyone. Seven years is what accounting asks; a rehearsal takes one day. */
  recordsDays: z.int().min(1).default(2557),
  /** Which signing key in order; the next number makes a new key, and the one before stays for as long as it is wanted. */
  signingKey: z.int().min(1).default(1),
  /** After a restore: the table that the functions use instead of the one that was lost. */
  restoredTable: z.strictObject({ name: z.string(), stream: z.string() }).optional(),
});
export type Cell = z.infer<typeof Cell>;

/** The cell that a file describes; the example, which is what is built and tested here, when none is named. */
export const readCell = (path = join(import.meta.dirname, 'example-cell.json')): Cell =>
  Cell.parse(JSON.parse(readFileSync(path, 'utf8')));
