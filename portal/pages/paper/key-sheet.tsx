import { valueFault } from '../../../shared/domain/keyed-values.ts';
import { useOwnWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { columnsOfSheet, type Kept, rowKey, type ScannedSheet } from './keyed.ts';
import { en, sv } from './paper-words.ts';
import { wordsOfField, writtenOut } from './typed.ts';

type Values = Readonly<Record<string, string>>;

type Props = {
  readonly sheet: ScannedSheet;
  readonly month: string;
  readonly kept: Kept;
  /** The rows that are keyed; every row where it is left out. */
  readonly again: ReadonlySet<string> | undefined;
  /** Where two have read differently. */
  readonly apart: ReadonlySet<string>;
  readonly onRow: (key: string, values: Values) => void;
};

/** To the same box of the next row that has one, as in a spreadsheet. */
function goDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const { field } = event.currentTarget.dataset;
  const boxes = [...document.querySelectorAll<HTMLElement>(`.key-sheet [data-field-of="${field}"]`)];
  boxes[boxes.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)]?.focus();
}

/** The box of a field on a row: where an error leads to. */
export const boxId = (line: number, field: string): string => `key-${line}-${field}`;

function Box({
  id,
  field,
  label,
  value,
  month,
  isApart,
  onValue,
}: {
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly month: string;
  readonly isApart: boolean;
  readonly onValue: (value: string) => void;
}) {
  const common = {
    id,
    class: 'ds-input',
    'data-field': field,
    'data-field-of': field,
    'aria-label': label,
    'aria-invalid': isApart || valueFault(field, value) !== undefined || undefined,
    onKeyDown: goDown,
  };
  const list = wordsOfField[field];
  if (list)
    return (
      <select {...common} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {['', ...list].map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...common}
      type="text"
      maxLength={40}
      autocomplete="off"
      value={value}
      onInput={({ currentTarget }) => onValue(currentTarget.value)}
      onBlur={({ currentTarget }) => {
        const written = writtenOut(field, currentTarget.value, month);
        if (written !== value) onValue(written);
      }}
    />
  );
}

/** What stands beneath what the second person keys: the first's reading of printed minutes is not given away by the print. */
const blankOf = (printed: Values): Values =>
  Object.fromEntries(
    Object.entries(printed).map(([field, text]) => [field, /^(?:performed|status)$/.test(field) ? '' : text]),
  );

/** The rows of one page, to be keyed by keyboard alone: what is printed is filled in. */
export function KeySheet({ sheet, month, kept, again, apart, onRow }: Props) {
  const words = useOwnWords(sv, en);
  const fields = columnsOfSheet(sheet);
  const names: Readonly<Record<string, string>> = words.fields;
  if (fields.length === 0) return null;
  return (
    <section class="table-region key-sheet">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {names[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) => {
            const line = at + 1;
            const key = rowKey(sheet, line);
            const printed = row as Values;
            const keyed = kept.rows[key];
            const isOpen = again === undefined || again.has(key) || keyed !== undefined;
            const shown = { ...(again?.has(key) ? blankOf(printed) : printed), ...keyed };
            return (
              <tr
                key={key}
                data-apart={apart.has(key) || undefined}
                data-sum={printed.service === 'SUMMA' || undefined}
              >
                <th scope="row">
                  {line}
                  {isOpen ? undefined : (
                    <>
                      {' '}
                      <Button look="tertiary" aria-label={words.openRowOf(line)} onClick={() => onRow(key, printed)}>
                        {words.openRow}
                      </Button>
                    </>
                  )}
                </th>
                {fields.map((field) => (
                  <td key={field} data-name={names[field]}>
                    {isOpen ? (
                      <Box
                        id={boxId(line, field)}
                        field={field}
                        label={words.fieldOn(names[field] ?? field, line)}
                        value={shown[field] ?? ''}
                        month={month}
                        isApart={apart.has(key)}
                        onValue={(value) => onRow(key, { ...shown, [field]: value })}
                      />
                    ) : (
                      printed[field]
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
