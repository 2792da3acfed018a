import * as z from 'zod';
import { guarded } from '../../../shared/domain/free-text.ts';
import { Mail } from '../mail.ts';

/** Why somebody decides so of a mail; kept beside it. */
export const MailReason = guarded(z.string().trim().min(3).max(500));

/** A mail as a decision leaves it. */
export const MailState = z.object({ mailId: z.string(), state: Mail.shape.state });
export const mailState = ({ id, state }: Mail): z.infer<typeof MailState> => ({ mailId: id, state });
