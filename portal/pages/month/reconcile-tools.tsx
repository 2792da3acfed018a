import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { Segments } from '../../parts/segments.tsx';
import type { LineShown } from './lines.ts';
import { type Filter, filters } from './selection.ts';

type Props = {
  readonly lines: readonly LineShown[];
  /** How many of them are shown. */
  readonly shown: number;
  /** How many may be approved together. */
  readonly matching: number;
  readonly filter: Filter;
  readonly search: string;
  readonly onFilter: (filter: Filter) => void;
  readonly onSearch: (text: string) => void;
  readonly onBatch: () => void;
};

/** What is shown of the list, and the way to approve what matches. */
export function ReconcileTools({ lines, shown, matching, filter, search, onFilter, onSearch, onBatch }: Props) {
  const { reconcile } = useWords();
  return (
    <div class="tools">
      <Segments<Filter>
        label={reconcile.filter}
        value={filter}
        onValue={onFilter}
        options={[
          { value: 'left', text: reconcile.left(lines.filter(filters.left).length) },
          { value: 'questions', text: reconcile.questions(lines.filter(filters.questions).length) },
          { value: 'all', text: reconcile.all(lines.length) },
        ]}
      />
      <label class="search">
        <span class="ds-sr-only">{reconcile.search}</span>
        <input
          class="ds-input"
          type="search"
          placeholder={reconcile.search}
          value={search}
          onInput={({ currentTarget }) => onSearch(currentTarget.value)}
        />
      </label>
      <span class="soft" role="status">
        {reconcile.nOfM(shown, lines.length)}
      </span>
      {matching > 0 ? <Button onClick={onBatch}>{reconcile.batch(matching)}</Button> : undefined}
    </div>
  );
}
