/**
 * What a mail service said of a message: it took it, or it refused it and the message has certainly not left — for its
 * rate (`TOO_FAST`: in a moment) or for the day's quota (`QUOTA_SPENT`: later that day).
 */
export type Posted = 'TAKEN' | 'TOO_FAST' | 'QUOTA_SPENT';

/** A letter ready to leave. `replyToken`: what makes its reply address its own. */
export type OutgoingMail = {
  readonly letterId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: string;
  readonly replyToken?: string;
};

/**
 * Sends one finished message. The letter's id travels with it, so that a delivery event can name the letter. What is
 * thrown means that nobody knows whether it left.
 */
export type Mailer = {
  send(message: OutgoingMail): Promise<Posted>;
};
