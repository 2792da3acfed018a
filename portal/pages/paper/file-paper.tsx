import { useState } from 'preact/hooks';
import { mostScanBytes, mostScanBytesTogether, mostScans } from '../../../shared/domain/scan-limits.ts';
import { ask } from '../../api/client.ts';
import { monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { DateField, Field, TextField } from '../../parts/field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { upload } from '../../parts/upload.ts';
import { en, sv } from './paper-words.ts';
import { isScan, kindOfScan, type NamedPrint, pagesOfScan, type ScannedPage, withCode } from './scanned.ts';

type Words = ReturnType<typeof usePaperWords>;
const usePaperWords = () => useOwnWords(sv, en);

const named = ({ print }: ScannedPage): NamedPrint | undefined => (typeof print === 'object' ? print : undefined);
const codeField = ({ scan, sheet }: ScannedPage) => `code-${scan}-${sheet}`;

/** Which limits the chosen files pass, all of them. */
function tooMuch(chosen: readonly File[], words: Words): FieldError[] {
  const together = chosen.reduce((sum, { size }) => sum + size, 0);
  return [
    ...(chosen.length > mostScans ? [words.tooMany(chosen.length, mostScans)] : []),
    ...chosen.filter(({ size }) => size > mostScanBytes).map(({ name }) => words.tooBig(name)),
    ...(together > mostScanBytesTogether ? [words.tooBigTogether] : []),
  ].map((text) => ({ field: 'scans', text }));
}

/** What a page is, or the field in which its code is typed. */
function PageRow({
  file,
  page,
  words,
  error,
  onText,
}: {
  readonly file: string;
  readonly page: ScannedPage;
  readonly words: Words;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}) {
  const print = named(page);
  const says =
    print && page.page
      ? words.found(
          print.providerName,
          monthName(print.month),
          words.forms[print.form],
          page.page.page,
          page.page.pages,
        )
      : page.print === 'unknown'
        ? words.unknown
        : undefined;
  return (
    <li>
      <b>{words.place(file, page.sheet)}</b>
      {says === undefined ? undefined : <span> {says}</span>}
      {page.isRead && error === undefined ? undefined : (
        <TextField
          id={codeField(page)}
          label={words.codeOf(file, page.sheet)}
          hint={page.isRead ? undefined : words.notRead}
          error={error ?? (page.text !== '' && page.page === undefined ? words.badCode : undefined)}
          value={page.text}
          onValue={onText}
        />
      )}
    </li>
  );
}

/** Files what came on paper: the pages find their own month and provider by their codes, and the day is keyed. */
export function FilePaper() {
  const words = usePaperWords();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [pages, setPages] = useState<readonly ScannedPage[]>([]);
  const [isReading, setReading] = useState(false);
  const [arrivedOn, setArrivedOn] = useState('');
  const [takesOlder, setTakesOlder] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [sent] = useState(new Map<File, string>());

  async function choose(chosen: readonly File[]): Promise<void> {
    // What is too much is said before anything is read.
    const wrong: FieldError[] = tooMuch(chosen, words);
    setErrors(wrong);
    if (wrong.length > 0) {
      setFiles([]);
      return setPages([]);
    }
    setReading(true);
    const good: File[] = [];
    for (const file of chosen) {
      const kind = await kindOfScan(file);
      if (isScan(kind)) good.push(file);
      else {
        const say = { NOT_A_SCAN: words.notAScan, ENCRYPTED: words.locked, TOO_MANY_POINTS: words.tooLarge }[kind];
        wrong.push({ field: 'scans', text: say(file.name) });
      }
    }
    const read: ScannedPage[] = [];
    for (const [scan, file] of good.entries()) read.push(...(await pagesOfScan(file, scan)));
    setFiles(good);
    setPages(read);
    setErrors(wrong);
    setReading(false);
  }

  const type = async (at: ScannedPage, text: string) => {
    const next = await withCode(at, text);
    setPages((before) => before.map((one) => (codeField(one) === codeField(at) ? next : one)));
  };

  const coded = pages.filter(({ page }) => page !== undefined);
  const prints = coded.flatMap((page) => named(page) ?? []);
  const [first] = prints;

  const filing = useSend(async (key, of: NamedPrint, day: string) => {
    const scans: string[] = [];
    for (const file of files) {
      const kind = await kindOfScan(file);
      const outcome = sent.has(file)
        ? ({ ok: true, value: sent.get(file) ?? '' } as const)
        : await upload(file, isScan(kind) ? kind : 'application/pdf', () => undefined);
      if (!outcome.ok) return outcome;
      sent.set(file, outcome.value);
      scans.push(outcome.value);
    }
    const path = { month: of.month, providerId: of.providerId };
    const codes = coded.map(({ text, scan, sheet }) => ({ text, scan, sheet }));
    return ask(
      'POST /months/{month}/providers/{providerId}/paper',
      { path, body: { scans, codes, arrivedOn: day, takesOlder } },
      { key },
    );
  });

  /** A fault of the answer, at the page that it is of. */
  function asError({ at, code, message = code }: { at: string; code: string; message?: string }): FieldError {
    const [, n] = /^body\.codes\.(\d+)/.exec(at) ?? [];
    const page = n === undefined ? undefined : coded[Number(n)];
    if (page)
      return { field: codeField(page), text: `${words.place(files[page.scan]?.name ?? '', page.sheet)}: ${message}` };
    const [, letters = '', number = ''] = /^([A-Z2-7]{8})\.(\d+)$/.exec(at) ?? [];
    const print = prints.find((one) => one.letters === letters);
    if (print) return { field: 'scans', text: `${words.missing(words.forms[print.form], number)}: ${message}` };
    const form = Object.entries(words.forms).find(([name]) => name === at)?.[1];
    return { field: at === 'body.arrivedOn' ? 'arrived-on' : 'scans', text: form ? `${form}: ${message}` : message };
  }

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const isSeveral = new Set(prints.map(({ month, providerId }) => `${month} ${providerId}`)).size > 1;
    const wrong: FieldError[] = [
      ...(first ? [] : [{ field: 'scans', text: words.noPages }]),
      ...(isSeveral ? [{ field: 'scans', text: words.several }] : []),
      ...(arrivedOn === '' ? [{ field: 'arrived-on', text: words.noDay }] : []),
    ];
    setErrors(wrong);
    if (!first || wrong.length > 0) return;
    const outcome = await filing.run(first, arrivedOn);
    if (outcome?.ok)
      location.hash = hrefOf('/papper/:month/:providerId/:paperId', { ...first, paperId: outcome.value.id });
    else if (outcome && outcome.faults.length > 0) setErrors(outcome.faults.map(asError));
  }

  const isOlder = filing.failure?.faults.some(({ code }) => code === 'older-print');
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={errors} />
      {filing.failure && filing.failure.faults.length === 0 ? <FailureNotice failure={filing.failure} /> : undefined}
      <Field id="scans" label={words.chosen} hint={words.chosenHint} error={errorOf(errors, 'scans')}>
        {({ id, described, invalid }) => (
          <input
            id={id}
            class="ds-input"
            type="file"
            multiple
            accept=".jpg,.jpeg,.png,.pdf"
            aria-describedby={described}
            aria-invalid={invalid}
            onChange={({ currentTarget }) => choose([...(currentTarget.files ?? [])])}
          />
        )}
      </Field>
      <p role="status">{isReading ? words.reading : undefined}</p>
      {pages.length === 0 ? undefined : (
        <section>
          <h2>{words.pages}</h2>
          <ol class="scanned">
            {pages.map((page) => (
              <PageRow
                key={codeField(page)}
                file={files[page.scan]?.name ?? ''}
                page={page}
                words={words}
                error={errorOf(errors, codeField(page))}
                onText={(text) => type(page, text)}
              />
            ))}
          </ol>
        </section>
      )}
      <DateField
        id="arrived-on"
        label={words.arrivedOn}
        hint={words.arrivedHint}
        error={errorOf(errors, 'arrived-on')}
        value={arrivedOn}
        onValue={setArrivedOn}
      />
      {isOlder || takesOlder ? (
        <Checkbox label={words.takesOlder} checked={takesOlder} onChecked={setTakesOlder} />
      ) : undefined}
      <Button look="primary" type="submit" busy={filing.busy}>
        {words.fileIt}
      </Button>
    </form>
  );
}
