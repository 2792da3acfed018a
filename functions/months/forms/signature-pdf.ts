import { pageCode } from '../../../shared/domain/form-code.ts';
import { type Instant, swedishInstant, swedishMonth } from '../../../shared/domain/local-time.ts';
import { type PagedColumn, type PagedPage, pagedForm } from '../../../shared/pdf/paged-form.ts';
import type { Fonts } from '../../../shared/pdf/tagged-pdf.ts';
import { inFours } from './page-letters.ts';

type FileToSign = { readonly sha256: string; readonly rows: number };

/** What a manager signs on paper: the files that wait, by their bytes, with what the rules found in them. Whole minutes. */
export type MonthToSign = {
  readonly month: string;
  readonly municipality: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly report: FileToSign;
  /** None where no form has come: that there were no deviations is signed for, or nothing is asked for (A60). */
  readonly deviations?: FileToSign | undefined;
  readonly isFormNeeded: boolean;
  readonly figures: { readonly cases: number; readonly submitted: number; readonly performed: number };
  readonly errors: number;
};

const columns: readonly PagedColumn[] = [
  { head: 'Fil', width: 0.2 },
  { head: 'Rader', width: 0.08, align: 'right' },
  { head: 'Kontrollsumma (SHA-256)', width: 0.72 },
];

/** What the signature says, as a signature in the system does (L-25); of a month without deviations in words of its own (A60). */
function declarationOf({ deviations, isFormNeeded }: MonthToSign): string {
  if (deviations)
    return 'Tidsrapporten och avvikelseblanketten är riktiga och fullständiga. Är blanketten tom har det inte varit några avvikelser.';
  return isFormNeeded
    ? 'Tidsrapporten är riktig och fullständig. Månaden har inga avvikelser.'
    : 'Tidsrapporten är riktig och fullständig. Ingen avvikelseblankett är inlämnad.';
}

const fileRow = (name: string, { rows, sha256 }: FileToSign) => ({ cells: [name, String(rows), sha256] });

async function pageOf(toSign: MonthToSign, letters: string): Promise<PagedPage> {
  const { month, provider, report, deviations, figures, errors } = toSign;
  const said = `underskrift ${inFours(letters)}, sida 1 av 1`;
  const text = await pageCode({ letters, page: 1, pages: 1 });
  const fault = errors === 1 ? '1 fel är inte rättat' : `${errors} fel är inte rättade`;
  return {
    title: `Underskrift för ${swedishMonth(month)}`,
    isFirst: true,
    facts: [
      { label: 'Utförare', value: `${provider.name} (${provider.id})` },
      { label: 'Månad', value: month },
      { label: 'Ärenden', value: String(figures.cases) },
      { label: 'Minuter att pröva', value: String(figures.submitted) },
      { label: 'Utförda minuter', value: String(figures.performed) },
    ],
    hints: [
      declarationOf(toSign),
      'Underskriften gäller bara filerna med de här kontrollsummorna. Byts en fil ut behövs en ny sida.',
      errors > 0
        ? `${fault}: de ärenden som felen gäller prövas som felaktigt underlag.`
        : 'Granskningen hittade inga fel i filerna.',
    ],
    mark: { text, lines: [text, said], alternative: `QR-kod: ${said}. Samma kod står i text under.` },
    columns,
    rows: [
      fileRow('Tidsrapport', report),
      deviations ? fileRow('Avvikelseblankett', deviations) : { cells: ['Avvikelseblankett', '', 'Har inte lämnats'] },
    ],
    signing: ['Chefens underskrift', 'Namnförtydligande', 'Datum'],
  };
}

/**
 * The page on which a manager signs for files that wait, where nobody signs in the system (L-25, A60). It holds no case
 * and no customer. The same files and letters give the same bytes.
 */
export async function signaturePdf(toSign: MonthToSign, letters: string, at: Instant, fonts: Fonts) {
  const { month, municipality } = toSign;
  const title = `Underskrift för ${swedishMonth(month)}`;
  const about = { title, author: municipality, subject: 'Sida för underskrift', created: new Date(at) };
  const foot = `${municipality}. Utskriven ${swedishInstant(at)}. Lämna sidan undertecknad till kommunen, på papper eller inskannad.`;
  return pagedForm(about, [await pageOf(toSign, letters)], foot, fonts);
}
