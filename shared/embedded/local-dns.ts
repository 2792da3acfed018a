import type { Dns } from '../ports/dns.ts';

type Records = readonly { readonly name: string; readonly type: string; readonly values: readonly string[] }[];

const unknown = (name: string) => Object.assign(new Error(`no such name: ${name}`), { code: 'ENOTFOUND' });

/** DNS that knows what has been told to it, and nothing else. */
export const localDns = (records: () => Records): Dns => ({
  async resolve(name, type) {
    const wanted = name.toLowerCase().replace(/\.$/, '');
    const found = records().find((one) => one.name === wanted && one.type === type);
    if (!found) throw unknown(name);
    return type === 'TXT' ? found.values.map((value) => [value]) : [...found.values];
  },
});

export const noDns: Dns = localDns(() => []);
