import { execFileSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { statementPdf } from '../../functions/months/statement/statement-pdf.ts';
import { installedFonts } from '../../shared/pdf/load-fonts.ts';
import { aStatementOf } from '../support/a-statement.ts';

/**
 * `npm run bench:pdf`: what it takes to set a statement of 3,000 cases, in processor time. Beside it in one process,
 * round by round: the same of 300 cases, which should take a tenth, and the floor, the writer's own plain table — the
 * same eight texts a row at fixed places in the same font, not tagged, not measured, no explanations after it. Told are
 * medians. Whole: a process of its own that sets 3,000 once, start and all, with the most memory that it held.
 */
const rounds = 5;
const fonts = installedFonts();

async function plainTable(cases: number): Promise<void> {
  const doc = new PDFDocument({ size: 'A4', margin: 54, font: null as unknown as string });
  doc.registerFont('regular', Buffer.from(fonts.regular)).font('regular').fontSize(9.5);
  const done = buffer(doc);
  for (const [index, line] of aStatementOf(cases).lines.entries()) {
    if (index > 0 && index % 40 === 0) doc.addPage();
    const { caseNo, granted, ordered, performed, absence, charged, topUp, decision } = line;
    for (const [at, text] of [caseNo, granted, ordered, performed, absence, topUp, charged, decision].entries())
      doc.text(String(text), 54 + at * 60, 54 + (index % 40) * 17, { lineBreak: false });
  }
  doc.end();
  await done;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

if (process.argv[2] === 'once') {
  await statementPdf(aStatementOf(3000), fonts);
  const { user, system } = process.cpuUsage();
  console.log(`${((user + system) / 1e6).toFixed(2)} s of processor time, ${process.resourceUsage().maxRSS >> 10} MB`);
} else {
  const [small, large] = [aStatementOf(300), aStatementOf(3000)];
  const measured: { small: number; large: number; plain: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const times = {
      small: await seconds(() => statementPdf(small, fonts)),
      large: await seconds(() => statementPdf(large, fonts)),
      plain: await seconds(() => plainTable(3000)),
    };
    if (round > 0) measured.push(times); // the first warms up
  }
  const told = (name: string, of: (times: (typeof measured)[number]) => number, unit: string) =>
    console.log(`${name.padEnd(52)} ${median(measured.map(of)).toFixed(2)} ${unit}`);
  told('3,000 cases', ({ large }) => large, 's');
  told('300 cases', ({ small: few }) => few, 's');
  told('3,000 beside 300 (10 is linear)', ({ large: many, small: few }) => many / few, '×');
  told("3,000 beside the writer's plain table of 3,000 rows", ({ large: many, plain }) => many / plain, '×');
  const whole = execFileSync(process.execPath, [import.meta.filename, 'once'], { encoding: 'utf8' });
  console.log(`a process of its own, 3,000 cases: ${whole.trim()}`);
}
