/** The message tag by which a delivery event names the letter, since SES gives every message an id of its own. */
export const letterTag = 'letterId';
