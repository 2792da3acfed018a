import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import { useWords } from '../../../app/language.ts';
import { Choices } from '../../../parts/choices.tsx';
import { FileField } from '../../../parts/file-field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { markOf, paperAccept, usePapers, wrongWith } from '../../orders/acts/use-papers.ts';
import type { PurchaseForm, PurchaseShown } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Kind = PurchaseShown['handovers'][number]['kind'];
const kinds: readonly Kind[] = ['DESCRIPTION', 'INFORMATION', 'RISK', 'INSTRUCTION'];

/** The kinds that the routine asks for and that are not there, first; those that it does not ask for may still be given. */
function wanted({ conditions }: PurchaseShown): Kind | undefined {
  const lacks = (what: string) => conditions.some((one) => one.what === what && !one.met);
  if (lacks('description-handed-over')) return 'DESCRIPTION';
  if (lacks('information-handed-over')) return 'INFORMATION';
  return lacks('risks-readable') ? 'RISK' : undefined;
}

/** A document that the performer needs (B-16, H-16, H-33, H-39). */
export function HandOverAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const { purchaseParts } = useWords();
  const initial: { readonly kind?: Kind } = { kind: wanted(work.one) };
  const { draft, change, path, version, form } = usePurchaseStep(work, 'handover', initial);
  const [file, setFile] = useState<File>();
  const { idOf, shareOf } = usePapers();
  const { kind } = draft;
  return (
    <ActForm
      {...form}
      body={{ kind: kind ?? 'INFORMATION', file: markOf(file) }}
      missing={{
        kind: !kind && say.lacking.choice(say.handoverKind),
        documentIds: file ? wrongWith(file, say) : say.fileMissing,
      }}
      act={async (key, asked) => {
        const sent = await idOf(file ?? new File([], ''));
        if (!sent.ok) return sent;
        const body = { kind: asked.kind, documentIds: [sent.value] };
        const outcome = await ask('POST /purchases/{purchaseId}/handover', { path, body }, { key, version });
        if (outcome.ok) setFile(undefined);
        return outcome;
      }}
      submit={say.titles.handOver}
    >
      {(errorFor) => (
        <>
          <p>{say.handoverText}</p>
          <Choices<Kind>
            id="handover-kind"
            label={say.handoverKind}
            error={errorFor('kind')}
            value={kind}
            onValue={(next) => change({ kind: next })}
            options={kinds.map((value) => ({ value, text: purchaseParts.kinds[value] }))}
          />
          <FileField
            id="handover-documentIds"
            label={say.handoverFile}
            hint={say.fileHint}
            accept={paperAccept}
            error={errorFor('documentIds') ?? errorFor('documentIds-0')}
            file={file}
            share={shareOf(file)}
            onFile={setFile}
          />
        </>
      )}
    </ActForm>
  );
}
