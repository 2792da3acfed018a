/** Sends one finished message. The letter's id travels with it, so that a delivery event can name the letter. */
export type Mailer = {
  send(message: { letterId: string; to: string; subject: string; text: string; at: string }): Promise<void>;
};
