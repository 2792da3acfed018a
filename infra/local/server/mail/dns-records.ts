import * as z from 'zod';
import { readOrLayAside, writeDurably } from '../../../../shared/embedded/durable-file.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const Name = z
  .string()
  .max(253)
  .toLowerCase()
  .transform((name) => name.replace(/\.$/, ''))
  .pipe(z.string().regex(new RegExp(`^${label}(?:\\.${label})*$`)));

/** What a sender's domain says of itself: SPF and DMARC as TXT, DKIM keys under `<selector>._domainkey`. */
export const DnsRecord = z.strictObject({
  name: Name.meta({ example: '_dmarc.omsorgett.example' }),
  type: z.enum(['TXT', 'MX', 'A', 'AAAA', 'CNAME', 'PTR']),
  values: z.array(z.string().min(1).max(4000)).max(50).meta({ description: 'An empty list takes the record away' }),
});
export type DnsRecord = z.infer<typeof DnsRecord>;

const mostRecords = 1000;

/** The DNS that the local mail server sees: what has been told to it, and nothing else. */
export function dnsRecords(path: string, log: Deps['log']) {
  const tell = (failure: unknown) =>
    log.error('the DNS records cannot be read and are empty', { entry: 'dns', failure });
  let records: readonly DnsRecord[] =
    readOrLayAside(path, (text) => z.array(DnsRecord).parse(JSON.parse(text)), tell) ?? [];
  return {
    all: () => records,
    /** Whether there is room for it: everything is held in memory, and searched for each mail. */
    takes: ({ name, type }: DnsRecord): boolean =>
      records.length < mostRecords || records.some((one) => one.name === name && one.type === type),
    set(record: DnsRecord): void {
      const others = records.filter(({ name, type }) => name !== record.name || type !== record.type);
      records = record.values.length > 0 ? [...others, record] : others;
      writeDurably(path, Buffer.from(JSON.stringify(records, null, 2)));
    },
  };
}
export type DnsRecords = ReturnType<typeof dnsRecords>;
