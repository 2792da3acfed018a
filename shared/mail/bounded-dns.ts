import type { Dns } from '../ports/dns.ts';

/** How many names are asked for to judge one mail, and how long one answer, and all of them, may take (milliseconds). */
const [mostAsked, longest, longestInAll] = [60, 8000, 30_000];

const failure = (code: string, name: string) =>
  Object.assign(new Error(`DNS: ${code} for ${name.length} signs`), { code });

/**
 * The same DNS for one mail, that cannot be led to ask without end: a sender chooses which names are asked for, and
 * whose servers answer them.
 */
export function boundedDns(dns: Dns, now: () => number = () => performance.now()): Dns {
  const begun = now();
  let asked = 0;
  return {
    async resolve(name, type) {
      asked += 1;
      // As if it were not there: it is nobody's fault but the sender's, and is not tried again.
      if (asked > mostAsked) throw failure('ENOTFOUND', name);
      const left = Math.min(longest, longestInAll - (now() - begun));
      if (left <= 0) throw failure('ETIMEOUT', name);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(failure('ETIMEOUT', name)), left);
      });
      try {
        return await Promise.race([dns.resolve(name, type), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
