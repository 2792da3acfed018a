/** A mail as it is written by hand: each head line as it is given, in its order. */
export type Written = {
  readonly from: string | readonly string[];
  readonly to: string;
  readonly subject?: string;
  readonly date?: Date | null;
  readonly id?: string;
  readonly type?: string | null;
  /** Lines before and after the usual ones. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly body: string;
  /** The body is encoded already, and says so itself. */
  readonly isEncoded?: boolean;
};

let count = 0;

const begun = Date.now();
let seconds = 0;
/** A second of its own for each, however slow the machine: two that are alike in all, to the second, are the same mail. */
function soon(): Date {
  seconds = (seconds + 1) % 3000;
  return new Date(begun - seconds * 1000);
}

/** The date of a mail as they are written. */
const dateLine = (date: Date): string => `Date: ${date.toUTCString().replace('GMT', '+0000')}`;

export function written({ from, to, subject = 'Sv: Ny beställning', date = soon(), ...rest }: Written): Buffer {
  count += 1;
  const {
    id = `<${count}.${Date.now()}@post.example>`,
    type = 'text/plain; charset=utf-8',
    before = [],
    after = [],
  } = rest;
  const isAscii = /^[\x20-\x7e]*$/.test(subject);
  const lines = [
    ...before,
    ...(typeof from === 'string' ? [from] : from).map((one) => `From: ${one}`),
    `To: ${to}`,
    `Subject: ${isAscii ? subject : `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`}`,
    ...(date === null ? [] : [dateLine(date)]),
    `Message-ID: ${id}`,
    'MIME-Version: 1.0',
    ...(type === null ? [] : [`Content-Type: ${type}`, ...(rest.isEncoded ? [] : ['Content-Transfer-Encoding: 8bit'])]),
    ...after,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${rest.body.replaceAll(/\r?\n/g, '\r\n')}\r\n`);
}
