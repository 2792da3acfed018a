import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useOwnWords } from '../../app/language.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { SelectField } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { faultsOnSheet } from './faults-shown.ts';
import { boxId, KeySheet } from './key-sheet.tsx';
import { keptOf, keyedBody, type PaperShown, rowKey, type ScannedSheet, sheetKey } from './keyed.ts';
import { en, sv } from './paper-words.ts';
import { Picture } from './picture.tsx';

type Of = { readonly month: string; readonly providerId: string; readonly paperId: string };

const usePaperWords = () => useOwnWords(sv, en);

/** How many pages each form has, and what one of them is called. */
function useSheetName(sheets: readonly ScannedSheet[]): (sheet: ScannedSheet) => string {
  const words = usePaperWords();
  return ({ letters, form, page }) =>
    words.sheet(words.forms[form], page, sheets.filter((one) => one.letters === letters).length);
}

/** The paper beside its picture, a page at a time; the first person keys all of it, the second what is asked. */
export function KeyingForm({
  of,
  shown,
  onDone,
}: {
  readonly of: Of;
  readonly shown: PaperShown;
  readonly onDone: () => void;
}) {
  const words = usePaperWords();
  const { sheets, scans, may, again, differences } = shown;
  const [kept, change, forget] = useDraft(`paper/${of.paperId}/${may}`, keptOf(shown));
  const [at, setAt] = useState(0);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const nameOf = useSheetName(sheets);
  const wanted = may === 'confirm' ? new Set(again?.map((place) => rowKey(place, place.line))) : undefined;
  const apart = new Set(differences?.rows.map((row) => rowKey(row, row.line)));
  const sheet = sheets[at];
  const forms = [...new Set(sheets.map(({ form }) => form))];

  const sending = useSend(async (key, body: ReturnType<typeof keyedBody>, isAll: boolean) =>
    may === 'key'
      ? ask(
          'PUT /months/{month}/providers/{providerId}/paper/{paperId}',
          { path: of, body: { ...body, isAll } },
          { key },
        )
      : ask('POST /months/{month}/providers/{providerId}/paper/{paperId}/confirmation', { path: of, body }, { key }),
  );

  /** What is no day, no time or no minutes on these pages, each at its box. */
  function wrongOn(some: readonly ScannedSheet[]): readonly FieldError[] {
    const names: Readonly<Record<string, string>> = words.fields;
    const found = some.flatMap((one) =>
      faultsOnSheet(one, kept).map(({ line, field, fault }) => ({
        field: boxId(line, field),
        text: words.valueWrong(
          `${nameOf(one)}, ${words.row.toLowerCase()} ${line}`,
          (names[field] ?? field).toLowerCase(),
          words.values[fault],
        ),
      })),
    );
    return found;
  }

  /** The first page of those where something is wrong is shown, so that an error leads to its box. */
  function showWrong(wrong: readonly FieldError[]): void {
    const at = sheets.findIndex((one) => faultsOnSheet(one, kept).length > 0);
    if (at >= 0) setAt(at);
    setErrors(wrong);
  }

  /** The first person's work is kept at the municipality page by page; the second's until all is sent. */
  async function goOn(): Promise<void> {
    if (!sheet) return;
    const wrong = wrongOn([sheet]);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const next = { ...kept, seen: [...new Set([...kept.seen, sheetKey(sheet)])] };
    change({ seen: next.seen });
    setAt(Math.min(at + 1, sheets.length - 1));
    if (may === 'key' && shown.paper.state === 'keying') await sending.run(keyedBody(sheets, next, false), false);
  }

  async function finish(): Promise<void> {
    const wrong = [
      ...wrongOn(sheets),
      ...forms.flatMap((form) =>
        kept.signed[form] === undefined
          ? [{ field: `signed-${form}`, text: words.notAnswered(words.forms[form]) }]
          : [],
      ),
    ];
    showWrong(wrong);
    if (wrong.length > 0) return;
    const outcome = await sending.run(keyedBody(sheets, kept, true), true);
    if (outcome?.ok) {
      forget();
      onDone();
    } else if (outcome) {
      setErrors(
        outcome.faults.map(({ at: place, code, message = code }) => {
          const [letters = '', page = '', line, field] = place.split('.');
          const found = sheets.findIndex((one) => sheetKey(one) === `${letters}.${page}`);
          const where = sheets[found];
          if (where) setAt(found);
          const row = line === undefined ? '' : `, ${words.row.toLowerCase()} ${line}`;
          return {
            field: field === undefined ? 'sheet' : boxId(Number(line), field),
            text: where ? `${nameOf(where)}${row}: ${message}` : message,
          };
        }),
      );
    }
  }

  if (!sheet) return null;
  const scan = scans[sheet.scan];
  return (
    <>
      <ErrorSummary errors={errors} />
      {sending.failure && sending.failure.faults.length === 0 ? <FailureNotice failure={sending.failure} /> : undefined}
      <div class="paper-pages">
        <SelectField
          id="sheet"
          label={words.goTo}
          value={String(at)}
          onValue={(value) => setAt(Number(value))}
          options={sheets.map((one, n) => ({
            value: String(n),
            text: `${nameOf(one)}${kept.seen.includes(sheetKey(one)) ? ' ✓' : ''}`,
          }))}
        />
      </div>
      <div class="paper-beside">
        {scan ? (
          <Picture key={`${sheet.scan}.${sheet.sheet}`} scan={scan} sheet={sheet.sheet} name={nameOf(sheet)} />
        ) : undefined}
        <div class="key-rows">
          <h2>{nameOf(sheet)}</h2>
          <KeySheet
            key={sheetKey(sheet)}
            sheet={sheet}
            month={of.month}
            kept={kept}
            again={wanted}
            apart={apart}
            onRow={(key, values) => change({ rows: { ...kept.rows, [key]: values } })}
          />
          <p class="soft">
            {sheet.form === 'signature' ? words.signatureLead : `${words.keyboard} ${words.leaveEmpty}`}
          </p>
          <p class="paper-tools">
            {at === 0 ? undefined : <Button onClick={() => setAt(at - 1)}>{words.previous}</Button>}{' '}
            {sheet.form === 'signature' ? undefined : (
              <Button look="primary" busy={sending.busy} onClick={goOn}>
                {words.next}
              </Button>
            )}
          </p>
        </div>
      </div>
      <section class="card">
        {forms.map((form) => (
          <Choices
            key={form}
            id={`signed-${form}`}
            label={words.signed(words.forms[form])}
            error={errorOf(errors, `signed-${form}`)}
            value={kept.signed[form] === undefined ? undefined : kept.signed[form] ? 'yes' : 'no'}
            onValue={(value: 'yes' | 'no') => change({ signed: { ...kept.signed, [form]: value === 'yes' } })}
            options={[
              { value: 'yes', text: words.isSigned },
              { value: 'no', text: words.isUnsigned },
            ]}
          />
        ))}
        <p class="soft">{words.sendBack}</p>
        <Button look="primary" busy={sending.busy} onClick={finish}>
          {words.all}
        </Button>
      </section>
    </>
  );
}
