/** How many addresses are counted at once; more of them in a minute are counted as one. */
const mostAddresses = 10_000;

/** Counts what each address does in a minute, and says whether this is within what it may. */
export function pace(perMinute: number): (address: string, now: number) => boolean {
  const counted = new Map<string, number>();
  let minute = 0;
  return (address, now) => {
    const current = Math.floor(now / 60_000);
    if (current !== minute) counted.clear();
    minute = current;
    const who = counted.has(address) || counted.size < mostAddresses ? address : 'others';
    const count = (counted.get(who) ?? 0) + 1;
    counted.set(who, count);
    return count <= perMinute;
  };
}
