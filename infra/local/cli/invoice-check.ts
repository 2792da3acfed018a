import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { InvoiceBasis } from '../../../functions/invoices/basis.ts';
import { checkInvoice, type InvoiceAnswer } from '../../../functions/invoices/checking/check-invoice.ts';
import { invoiceableMonthIn } from '../../../functions/invoices/reading/invoiceable-month.ts';
import { mostInvoiceBytes, type ReadInvoice, readInvoice } from '../../../functions/invoices/reading/read-invoice.ts';
import { registeredIn, unknownSeller } from '../../../functions/invoices/reading/registered.ts';
import { accept, type Refusal, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import { wrongUsage } from './answer.ts';
import { readCases } from './cases-file.ts';
import { isFile } from './file-source.ts';
import { readJson } from './json-file.ts';

type Given = {
  readonly file: string;
  readonly statement: string;
  readonly cases: string | undefined;
  readonly earlier: readonly string[];
};

const wrong = (at: string, message: string): Refusal =>
  refuse('invalid', 'wrong-usage', [{ at, code: 'wrong-usage', message }]);

function givenIn(args: readonly string[]): Result<Given> {
  const options = {
    statement: { type: 'string' },
    cases: { type: 'string' },
    earlier: { type: 'string', multiple: true },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return wrong('FIL', 'en faktura ska anges');
    if (values.statement === undefined) return wrong('--statement', '--statement saknas');
    return accept({ file, statement: values.statement, cases: values.cases, earlier: values.earlier ?? [] });
  } catch (error) {
    return wrong('', error instanceof Error ? error.message : String(error));
  }
}

async function invoiceIn(path: string): Promise<Result<ReadInvoice>> {
  const named = (why: string) =>
    refuse('invalid', 'nothing-to-judge', [{ at: path, code: 'nothing-to-judge', message: `${path}: ${why}` }]);
  if (!(await isFile(path))) return named('filen finns inte');
  if ((await stat(path)).size > mostInvoiceBytes) return named(sentence('invoice-too-large', 'sv'));
  const read = readInvoice(await readFile(path));
  return read.ok ? read : named(sentence(read.code, 'sv'));
}

/** What the invoice is held against: the statement, and what `cases.json` and earlier invoices say. */
async function basisOf({ statement: path, cases, earlier: paths }: Given): Promise<Result<InvoiceBasis>> {
  const json = await readJson(path);
  if (!json.ok) return json;
  const stated = invoiceableMonthIn(json.value);
  if (!stated) return wrong(path, `${path}: inte en undertecknad sammanställning`);
  const known = cases === undefined ? accept(unknownSeller) : await knownIn(cases, stated);
  if (!known.ok) return known;
  const earlier = [];
  for (const one of paths) {
    const read = await invoiceIn(one);
    if (!read.ok) return read;
    earlier.push(read.value.invoice);
  }
  const { seller, customers, caseNumbers } = known.value;
  const statement = { ...stated, caseNumbers: [...new Set([...stated.caseNumbers, ...caseNumbers])] };
  return accept({ statement, seller, customers, earlier });
}

/** The file is judged as all others read it, and then read as sellers and buyers. */
async function knownIn(path: string, stated: InvoiceBasis['statement']) {
  const judged = await readCases(path);
  if (!judged.ok) return judged;
  const json = await readJson(path);
  return json.ok ? registeredIn(json.value, stated) : json;
}

/** Words for people, which repeat nothing that stands on the invoice. */
function inWords({ verdict, blocking, warnings }: InvoiceAnswer, { seller }: InvoiceBasis): string[] {
  const said = (mark: string) => (one: InvoiceAnswer['blocking'][number]) =>
    `${mark} ${one.code} ${one.at}: ${one.text}`;
  return [
    verdict === 'ACCEPT' ? 'Fakturan kan tas emot.' : `Fakturan ska återsändas: ${blocking.length} fel.`,
    ...blocking.map(said('fel')),
    ...warnings.map(said('varning')),
    ...(seller.orgNo === undefined ? ['Säljaren har inte jämförts: inget organisationsnummer är registrerat.'] : []),
    ...((seller.bankgiro ?? seller.plusgiro) === undefined ? ['Kontot har inte jämförts: inget är registrerat.'] : []),
  ];
}

/** `invoice-check FILE --statement FILE`: 0 it can be accepted, 1 it is returned, 2 it, or what it is held against, cannot be read. */
export async function run(args: readonly string[]): Promise<number> {
  const given = givenIn(args);
  if (!given.ok) return wrongUsage('invoice-check', given);
  const basis = await basisOf(given.value);
  if (!basis.ok) return wrongUsage('invoice-check', basis);
  const invoice = await invoiceIn(given.value.file);
  if (!invoice.ok) return wrongUsage('invoice-check', invoice);
  const answer = checkInvoice(invoice.value, basis.value);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  for (const line of inWords(answer, basis.value)) process.stderr.write(`${line}\n`);
  return answer.verdict === 'ACCEPT' ? 0 : 1;
}
