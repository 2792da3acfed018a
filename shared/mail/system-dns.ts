import { Resolver } from 'node:dns/promises';
import type { Dns } from '../ports/dns.ts';

const resolver = new Resolver({ timeout: 3000, tries: 2 });

/** The DNS of the world. */
export const systemDns: Dns = {
  async resolve(name, type) {
    return (await resolver.resolve(name, type)) as string[][] | string[];
  },
};
