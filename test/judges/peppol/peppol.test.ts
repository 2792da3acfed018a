import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkInvoice } from '../../../functions/invoices/checking/check-invoice.ts';
import { formatRules } from '../../../functions/invoices/checking/format/format-rules.ts';
import { invoicePartiesIn } from '../../../functions/invoices/proforma/invoice-parties.ts';
import { invoiceableMonthIn } from '../../../functions/invoices/reading/invoiceable-month.ts';
import { anAdjustedRecord, aStatedRecord, partiesFile, sentAs } from '../../support/a-pro-forma.ts';
import {
  anInvoiceBasis,
  goodCreditNote,
  goodInvoice,
  goodInvoices,
  peppolFile,
  readAs,
} from '../../support/an-invoice.ts';
import { brokenBusiness, brokenFormat } from '../../support/broken-invoices.ts';
import { withEachElement } from './each-element.ts';
import { judgePeppol, type PeppolVerdict } from './judge.ts';
import { stricter } from './stricter.ts';

const folder = join(import.meta.dirname, '../../../out/peppol');
const handed = readdirSync(join(import.meta.dirname, '../../fixtures/peppol')).filter((name) => name.endsWith('.xml'));
const brokenBy = (mutations: typeof brokenFormat) =>
  Object.entries(mutations).map(([name, mutate]) => [name, mutate(goodInvoice)] as const);

const parties = (seller: object = {}) => {
  const found = invoicePartiesIn(partiesFile(seller), 'P1');
  if (!found.ok) throw new Error(found.code);
  return found.value;
};
const adjusted = sentAs(anAdjustedRecord(), parties());
/** What we make ourselves, as its provider sends it. */
const proFormas = [
  ['pro forma', sentAs(aStatedRecord(), parties())],
  ['pro forma adjusted', adjusted],
  ['pro forma taxed', sentAs(aStatedRecord(), parties({ vat: 'S25' }))],
] as const;
const good = [...proFormas, ...Object.entries(goodInvoices), ['credit note', goodCreditNote] as const];
const files = new Map<string, string>([
  ...withEachElement(goodInvoice, 'invoice'),
  ...withEachElement(goodCreditNote, 'credit'),
  ...withEachElement(adjusted, 'adjusted'),
  ...good,
  ...brokenBy(brokenFormat),
  ...brokenBy(brokenBusiness),
  ...handed.map((name) => [basename(name, '.xml'), peppolFile(name)] as const),
]);

/** By what the invoice's format is refused here; the house's own rules are no matter of an outside judge. */
const refusedHere = (text: string): readonly string[] => {
  const { document } = readAs(text);
  return document ? formatRules.filter(({ breaks }) => breaks(document).length > 0).map(({ id }) => id) : [];
};
const adjustedMonth = invoiceableMonthIn(anAdjustedRecord());
/** Each is held against the statement that it is for, so that none is returned for that alone. */
const isReturned = (name: string, text: string): boolean => {
  const statement = name.startsWith('adjusted') ? adjustedMonth : undefined;
  return checkInvoice(readAs(text), anInvoiceBasis(statement ? { statement } : {})).verdict === 'RETURN';
};

const verdicts = new Map<string, PeppolVerdict>();

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const written = [...files].map(([name, text]) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.xml`);
    writeFileSync(path, text);
    return { name, path };
  });
  const judged = judgePeppol(written.map(({ path }) => path));
  for (const [at, { name }] of written.entries()) {
    const verdict = judged[at];
    if (verdict) verdicts.set(name, verdict);
  }
});

describe('phive, held against our own check', () => {
  it.each(good.map(([name]) => name))('finds nothing in what we accept: %s', (name) => {
    expect(verdicts.get(name)).toMatchObject({ isValid: true, refusals: [] });
  });

  it.each([...files.keys()])('what it refuses we refuse: %s', (name) => {
    const verdict = verdicts.get(name);
    expect(verdict).toBeDefined();
    expect(verdict?.isValid === false && !isReturned(name, files.get(name) ?? '') ? verdict.refusals : []).toEqual([]);
  });

  it('what only our format rules refuse stands on the list, and nothing else does', () => {
    const only = [...files.keys()].filter(
      (name) => verdicts.get(name)?.isValid && refusedHere(files.get(name) ?? '').length > 0,
    );
    expect(only.sort()).toEqual(Object.keys(stricter).sort());
  });

  it('says a reason for each', () => {
    for (const reason of Object.values(stricter)) expect(reason.length).toBeGreaterThan(20);
  });
});
