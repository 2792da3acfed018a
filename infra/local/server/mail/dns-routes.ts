import * as z from 'zod';
import { refuse } from '../../../../shared/domain/result.ts';
import { endpoint } from '../../../../shared/http/endpoint.ts';
import { done } from '../../../../shared/http/spec.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { localRoute } from '../mount.ts';
import type { LocalRoute } from '../route.ts';
import { DnsRecord, type DnsRecords } from './dns-records.ts';

const Shown = z.object({ name: z.string(), type: z.string(), values: z.array(z.string()) });

/** Telling the local mail server what a sender's domain says of itself. */
export function dnsRoutes(records: DnsRecords, deps: Deps): readonly LocalRoute[] {
  const listRecords = endpoint({
    summary: 'The DNS records that the local mail server sees',
    answer: z.array(Shown),
    run: async () => done([...records.all()]),
  });
  const setRecord = endpoint({
    summary: 'Set a DNS record that the local mail server sees',
    body: DnsRecord,
    answer: Shown,
    async run({ body }) {
      if (!records.takes(body)) return refuse('conflict', 'too-much');
      records.set(body);
      return done(body);
    },
  });
  return [localRoute('GET /_local/dns', listRecords, deps), localRoute('PUT /_local/dns', setRecord, deps)];
}
