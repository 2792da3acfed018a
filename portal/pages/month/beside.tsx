import { useState } from 'preact/hooks';
import { useOwnWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { en, sv } from './beside-words.ts';

const RowsBeside = lazily(async () => (await import('./rows-beside.tsx')).RowsBeside);

type Path = { readonly month: string; readonly providerId: string; readonly caseNo: string };

/** From a line to its rows beside the order, one press away: asked for when somebody opens it. */
export function Beside({ path }: { readonly path: Path }) {
  const own = useOwnWords(sv, en);
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="rows-beside" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{own.open}</summary>
      {isOpen ? <RowsBeside path={path} /> : undefined}
    </details>
  );
}
