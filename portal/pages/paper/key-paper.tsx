import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { longDate, monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Choices } from '../../parts/choices.tsx';
import { ErrorSummary, type FieldError } from '../../parts/error-summary.tsx';
import { SelectField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Differences } from './differences.tsx';
import { KeySheet } from './key-sheet.tsx';
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
function Keying({ of, shown, onDone }: { readonly of: Of; readonly shown: PaperShown; readonly onDone: () => void }) {
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

  /** The first person's work is kept at the municipality page by page; the second's until all is sent. */
  async function goOn(): Promise<void> {
    if (!sheet) return;
    const next = { ...kept, seen: [...new Set([...kept.seen, sheetKey(sheet)])] };
    change({ seen: next.seen });
    setAt(Math.min(at + 1, sheets.length - 1));
    if (may === 'key' && shown.paper.state === 'keying') await sending.run(keyedBody(sheets, next, false), false);
  }

  async function finish(): Promise<void> {
    const outcome = await sending.run(keyedBody(sheets, kept, true), true);
    if (outcome?.ok) {
      forget();
      onDone();
    } else if (outcome) {
      setErrors(
        outcome.faults.map(({ at: place, code, message = code }) => {
          const [letters = '', page = '', line] = place.split('.');
          const found = sheets.findIndex((one) => sheetKey(one) === `${letters}.${page}`);
          const where = sheets[found];
          if (where) setAt(found);
          const row = line === undefined ? '' : `, ${words.row.toLowerCase()} ${line}`;
          return { field: 'sheet', text: where ? `${nameOf(where)}${row}: ${message}` : message };
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
      {differences ? <Differences of={differences} isFirst={may === 'key'} /> : undefined}
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
        <div>
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
          <p class="soft">{sheet.form === 'signature' ? words.signatureLead : words.keyboard}</p>
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

/** A month's paper: to be keyed, to be read after another, or where it stands. */
export function KeyPaper({ of }: { readonly of: Of }) {
  const words = usePaperWords();
  const nameOf = useProviders();
  const asking = useAsk('GET /months/{month}/providers/{providerId}/paper/{paperId}', { path: of });
  const { value } = asking;
  const isToSign = value?.paper.forms.includes('signature');
  const keyLead = isToSign ? words.signatureKeyLead : words.keyLead;
  const confirmLead = isToSign ? words.signatureConfirmLead : words.confirmLead;
  const lead = value?.may === 'key' ? keyLead : value?.may === 'confirm' ? confirmLead : undefined;
  return (
    <>
      <PageHead title={words.titleOf(monthName(of.month))} lead={lead ?? nameOf(of.providerId)} />
      <Loaded of={asking}>
        {(shown) => (
          <>
            <p>
              {nameOf(of.providerId)}. {words.opens(longDate(shown.paper.arrivedOn))}: {words.states[shown.paper.state]}
              .
            </p>
            {shown.paper.state === 'laid' ? (
              <Notice tone="success" title={words.states.laid} aloud>
                <p>{isToSign ? words.signatureLaidText : words.laidText}</p>
              </Notice>
            ) : shown.may ? (
              <>
                {shown.paper.state === 'keyed' && shown.may === 'key' ? (
                  <Notice tone="success" title={words.states.keyed} aloud>
                    <p>{words.later}</p>
                  </Notice>
                ) : undefined}
                <Keying key={`${shown.paper.state} ${shown.may}`} of={of} shown={shown} onDone={asking.again} />
              </>
            ) : (
              <Notice title={words.states[shown.paper.state]} aloud>
                <p>{shown.paper.state === 'keyed' ? words.later : words.readLead}</p>
              </Notice>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
