import { useEffect, useRef } from 'preact/hooks';
import { useOwnWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import type { PaperShown } from './keyed.ts';
import { en, sv } from './paper-words.ts';

const toneOf = {
  laid: 'success',
  keyed: 'success',
  returned: 'warning',
  withdrawn: 'warning',
  differs: 'warning',
} as const;

/** Who may read it as the second person, or what to do where nobody may. */
export function Readers({ of: { readers } }: { readonly of: PaperShown }) {
  const words = useOwnWords(sv, en);
  if (!readers) return null;
  if (readers.names.length > 0) return <p>{words.mayRead(readers.names.join(words.or), readers.more)}</p>;
  return (
    <Notice tone="warning" title={words.nobody}>
      <p>{words.nobodyText}</p>
    </Notice>
  );
}

/** Where a paper stands, when it is not the caller's to key or to read; it takes focus when that has just come about. */
export function PaperStanding({ of, isNew }: { readonly of: PaperShown; readonly isNew: boolean }) {
  const words = useOwnWords(sv, en);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  }, [isNew, of.paper.state]);
  const { state, forms, reason = '' } = of.paper;
  const isToSign = forms.includes('signature');
  const text = {
    ...words.waits,
    laid: isToSign ? words.signatureLaidText : words.laidText,
    returned: words.returnedText,
    withdrawn: words.withdrawnText(reason),
    replaced: words.replacedText,
  }[state];
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={state in toneOf ? toneOf[state as keyof typeof toneOf] : 'info'} title={words.states[state]} aloud>
        <p>{text}</p>
        {of.mayNot ? <p>{words.whyNot[of.mayNot]}</p> : undefined}
      </Notice>
    </div>
  );
}
