import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import type { LinePath } from './why-trail.tsx';

const WhyTrail = lazily(async () => (await import('./why-trail.tsx')).WhyTrail);

/** From a figure to its rows and rules, one press away: asked for when somebody opens it. */
export function WhyLine({ path }: { readonly path: LinePath }) {
  const { columns } = useWords().month;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {columns.why}
        <span class="ds-sr-only"> {path.caseNo}</span>
      </summary>
      {isOpen ? <WhyTrail path={path} /> : undefined}
    </details>
  );
}
