import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';

type Row = AnswerOf<'GET /imports/{importId}'>['rows'][number];

const tones = { NEW: 'info', CHANGED: 'warning', LEFT_OUT: 'neutral', FAULT: 'danger' } as const;

/** Each thing that the files say otherwise than what stands: where, what it means, and what was and is. */
export function ImportRows({ rows, isForm }: { readonly rows: readonly Row[]; readonly isForm: boolean }) {
  const { plan, readIn } = useWords().administration;
  const kinds: Readonly<Record<string, string | undefined>> = readIn.kinds;
  // What is said beside the files is called what its field is called.
  const chosen: Readonly<Record<string, string | undefined>> = plan.chosen;
  const columns: readonly Column<Row>[] = [
    {
      id: 'what',
      name: plan.what,
      cell: ({ what }) => (
        <Tag tone={tones[what]}>{isForm && what === 'LEFT_OUT' ? plan.leftOut : plan.whats[what]}</Tag>
      ),
    },
    {
      id: 'where',
      name: plan.where,
      cell: ({ file, row, at }) => (
        <>
          {file === 'kommunen' ? (chosen[at] ?? at) : isForm ? (kinds[file] ?? file) : file}
          {isForm || row === undefined ? undefined : `, ${plan.row(row)}`}{' '}
          {file === 'kommunen' ? undefined : <small class="soft whole">{at}</small>}
        </>
      ),
    },
    {
      id: 'text',
      name: plan.text,
      // What the files are told of is told in their own language.
      cell: ({ text, was, is }) => (
        <>
          <span lang="sv">{text}</span>
          {was === undefined && is === undefined ? undefined : (
            <small class="remark whole">{was === undefined ? is : plan.wasIs(was, is ?? '')}</small>
          )}
        </>
      ),
    },
  ];
  return (
    <div class="wide-cells">
      <DataTable caption={plan.rows} columns={columns} rows={rows} keyOf={(row) => JSON.stringify(row)} />
    </div>
  );
}
