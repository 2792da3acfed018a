import { SESClient } from '@aws-sdk/client-ses';
import type { Mailer } from '../../ports/mailer.ts';
import { sesMailer } from '../ses-mailer.ts';
import { requestHandler, type Surroundings } from '../setting.ts';

/** The mailer. The client sends once and never again by itself. */
export const mailer = ({ setting }: Surroundings): Mailer =>
  sesMailer(new SESClient({ requestHandler, maxAttempts: 1 }), {
    address: setting('MAIL_FROM'),
    configurationSet: setting('MAIL_CONFIGURATION_SET'),
  });
