import * as z from 'zod';

/** What may come before the `@`: letters, digits and a few signs, of ASCII alone, with single dots inside. */
const local = /^[A-Za-z0-9!#$&'*+/=?^_~-]+(?:\.[A-Za-z0-9!#$&'*+/=?^_~-]+)*$/;
/** A domain as people write it, before it is put in ASCII; nothing that a URL would read as anything else. */
const written = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const ascii = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** How long an address, and what comes before its `@`, may be (RFC 5321, 4.5.3.1). */
const [most, mostLocal] = [254, 64];

/** A domain as post takes it: `hemtjänst.example` is `xn--hemtjnst-4za.example`. */
function domainInAscii(domain: string): string | undefined {
  if (!written.test(domain) || !URL.canParse(`https://${domain}`)) return undefined;
  const { hostname } = new URL(`https://${domain}`);
  return ascii.test(hostname) ? hostname : undefined;
}

/**
 * One address as post takes it, its domain in ASCII (Punycode); undefined for what is none. It is one mailbox and
 * nothing around it: no blank, no line break, no second address, no name, comment or quotes. A mailbox outside ASCII
 * cannot be reached from everywhere, and is none here.
 */
export function asciiAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const mailbox = text.slice(0, at);
  if (at < 1 || mailbox.length > mostLocal || text.length > most || !local.test(mailbox)) return undefined;
  const domain = domainInAscii(text.slice(at + 1));
  const address = `${mailbox}@${domain}`;
  return domain === undefined || address.length > most ? undefined : address;
}

/** An address as somebody wrote it, that a letter can go to. It is kept as written, and put in ASCII when it is sent to. */
export const EmailAddress = z
  .string()
  .max(most)
  .refine((text) => asciiAddress(text) !== undefined, 'bad-email')
  .meta({
    id: 'EmailAddress',
    description: 'One address; å, ä and ö in its domain only',
    example: 'p1@utforare.example',
  });

/** The same, or that there is none. */
export const EmailOrNone = z.union([EmailAddress, z.literal('')]);
