import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import { ActForm } from '../act-form.tsx';
import type { OrderForm } from '../order-form.ts';
import { useActWords } from './use-act-words.ts';

type Sheet = { readonly name: string; readonly url: string };

/** The bytes as something that the browser can open, in memory only. */
const sheetOf = (name: string, base64: string): Sheet => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return { name, url: URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })) };
};

/** The assignment on paper with the personal data that a private provider needs (S-20, S-21); fetched, never kept. */
export function SheetAct({ work }: { readonly work: OrderForm }) {
  const acts = useActWords();
  const { id, version } = work.order;
  const [sheet, setSheet] = useState<Sheet>();
  useEffect(() => () => URL.revokeObjectURL(sheet?.url ?? ''), [sheet]);
  return (
    <ActForm
      {...work}
      id="sheet"
      body={{}}
      act={(key) => ask('POST /orders/{orderId}/sheet', { path: { orderId: id } }, { key, version })}
      onDone={({ fileName, pdf, order }, next) => {
        setSheet(sheetOf(fileName, pdf));
        work.onDone(order, next);
      }}
      submit={acts.titles.prepareSheet}
    >
      {() => (
        <>
          <p>{acts.sheetText}</p>
          {sheet ? (
            <p>
              <a class="ds-link" href={sheet.url} download={sheet.name}>
                {acts.sheetOpen(sheet.name)}
              </a>
            </p>
          ) : undefined}
        </>
      )}
    </ActForm>
  );
}
