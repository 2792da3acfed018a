/** The signs above ASCII that a Swedish text in CP437 may have; others mean another code page. */
const letters = new Set([0x81, 0x82, 0x84, 0x86, 0x8e, 0x8f, 0x90, 0x94, 0x99, 0x9a]);

/** What is wrong with a file of SIE 4I, written by nobody who writes such files: signs, braces and sums. */
export function sieFaults(bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  if (bytes.some((byte) => byte >= 0x80 && !letters.has(byte))) faults.push('code page');
  const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
  if (lines.pop() !== '' || lines.some((line) => line.includes('\n'))) faults.push('line ends');
  let sum: bigint | undefined;
  let isNext = false;
  for (const line of lines) {
    if (line === '{' && isNext && sum === undefined) sum = 0n;
    else if (line === '}' && sum !== undefined) {
      if (sum !== 0n) faults.push(`sum ${sum}`);
      sum = undefined;
    } else if (line.startsWith('   #TRANS ') && sum !== undefined) {
      const [, amount] = /^ {3}#TRANS \d+ \{[^}]*\} (-?\d+\.\d\d) \d{8} "/.exec(line) ?? [];
      if (amount === undefined) faults.push('brace');
      else sum += BigInt(amount.replace('.', ''));
    } else if (!line.startsWith('#') || sum !== undefined) faults.push(`line ${line}`);
    isNext = line.startsWith('#VER ');
  }
  if (sum !== undefined || isNext) faults.push('brace');
  return faults;
}

/** The same of a file in fixed columns: widths, how many rows and their sum. */
export function fixedFaults(bytes: Uint8Array): readonly string[] {
  const faults: string[] = [];
  const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
  if (lines.pop() !== '') faults.push('line ends');
  for (const [n, line] of lines.entries()) if (line.length !== 120) faults.push(`width ${line.length} in ${n + 1}`);
  const rows = lines.filter((line) => line.startsWith('10'));
  const sum = rows.reduce((all, line) => all + BigInt(`${line[38]}${line.slice(39, 51)}`), 0n);
  const [head, foot] = [lines[0] ?? '', lines.at(-1) ?? ''];
  if (!head.startsWith('00') || !foot.startsWith('99')) faults.push('frame');
  if (Number(foot.slice(2, 10)) !== rows.length) faults.push('count');
  if (sum !== 0n || BigInt(foot.slice(11, 23)) !== 0n) faults.push('sum');
  return faults;
}
