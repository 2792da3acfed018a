import { useState } from 'preact/hooks';
import { ask } from '../../../api/client.ts';
import { Button } from '../../../parts/button.tsx';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderForm } from '../order-form.ts';
import { useStep } from '../use-step.ts';
import { aPaper, type Paper, PaperFields } from './paper-fields.tsx';
import { useActWords } from './use-act-words.ts';
import { markOf, usePapers, wrongWith } from './use-papers.ts';

type Draft = { readonly papers: readonly Paper[]; readonly handedOverToNew: boolean };

/** What has been written of the customer goes to the officer (L-53), but for what the new provider has got (L-65). */
export function DocumentationAct({ work }: { readonly work: OrderForm }) {
  const acts = useActWords();
  const initial: Draft = { papers: [], handedOverToNew: false };
  const { draft, change, path, form } = useStep(work, 'documentation', initial);
  const { papers, handedOverToNew } = draft;
  // Files are held in memory: a tab's storage takes none.
  const [files, setFiles] = useState<Readonly<Record<number, File | undefined>>>({});
  const { idOf, shareOf } = usePapers();
  const body = { papers: papers.map((paper) => ({ ...paper, file: markOf(files[paper.key]) })), handedOverToNew };

  async function handOver(key: string) {
    const documents: { readonly documentId?: string; readonly dated: string; readonly kind: Paper['kind'] }[] = [];
    for (const { key, dated, kind } of papers) {
      const file = files[key];
      const sent = file && (await idOf(file));
      if (sent && !sent.ok) return sent;
      documents.push({ dated, kind, ...(sent ? { documentId: sent.value } : {}) });
    }
    const asked = { documents, ...(handedOverToNew ? { handedOverToNew } : {}) };
    return ask('POST /orders/{orderId}/documentation', { path, body: asked }, { key });
  }
  const missing = papers.flatMap(({ key, dated }, index) => {
    const file = files[key];
    return [
      [`documents.${index}.dated`, dated === '' && acts.lacking.day(`${acts.paper(index + 1)}, ${acts.dated}`)],
      [`documents.${index}.documentId`, file && wrongWith(file, acts)],
    ];
  });
  return (
    <ActForm
      {...form}
      body={body}
      missing={{
        documents: papers.length === 0 && !handedOverToNew && acts.papersMissing,
        ...Object.fromEntries(missing),
      }}
      act={handOver}
      submit={acts.titles.returnDocumentation}
    >
      {(errorFor) => (
        <>
          <p>{acts.documentationText}</p>
          {papers.map((paper, index) => (
            <PaperFields
              key={paper.key}
              at={`documents.${index}`}
              nr={index + 1}
              paper={paper}
              file={files[paper.key]}
              share={shareOf(files[paper.key])}
              errorFor={errorFor}
              onPaper={(part) =>
                change({ papers: papers.map((one) => (one.key === paper.key ? { ...one, ...part } : one)) })
              }
              onFile={(file) => setFiles({ ...files, [paper.key]: file })}
              onRemove={() => change({ papers: papers.filter(({ key }) => key !== paper.key) })}
            />
          ))}
          <p>
            <Button
              id="documentation-documents"
              onClick={() => change({ papers: [...papers, aPaper((papers.at(-1)?.key ?? 0) + 1)] })}
            >
              {acts.addPaper}
            </Button>
          </p>
          <Checkbox
            label={acts.toNewProvider}
            checked={handedOverToNew}
            onChecked={(checked) => change({ handedOverToNew: checked })}
          />
        </>
      )}
    </ActForm>
  );
}
