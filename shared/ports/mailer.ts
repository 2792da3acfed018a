/**
 * What a mail service said of a message: it took it, or it refused it and the message has certainly not left — for its
 * rate (`TOO_FAST`: in a moment) or for the day's quota (`QUOTA_SPENT`: later that day).
 */
export type Posted = 'TAKEN' | 'TOO_FAST' | 'QUOTA_SPENT';

/**
 * Sends one finished message. The letter's id travels with it, so that a delivery event can name the letter. What is
 * thrown means that nobody knows whether it left.
 */
export type Mailer = {
  send(message: { letterId: string; to: string; subject: string; text: string; at: string }): Promise<Posted>;
};
