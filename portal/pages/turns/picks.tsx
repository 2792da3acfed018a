import type { AnswerOf } from '../../api/contract.ts';
import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useStaff } from '../../app/use-staff.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { type Column, DataTable } from '../../parts/table.tsx';

type Turns = AnswerOf<'GET /choices/turns'>;
type Pick = Turns['picks'][number];
type Reasons = Readonly<Record<Pick['skipped'][number]['reason'], string>>;

type Props = { readonly list: Turns; readonly isFirst: boolean };

/** The turns that have been given, each with its date, the newest first (L-09); who sees no cases sees none here. */
export function Picks({ list: { providers, picks, cursor }, isFirst }: Props) {
  const { turns } = useWords();
  const nameOf = (id: string) => providers.find(({ providerId }) => providerId === id)?.name ?? id;
  const reasons: Reasons = turns.reasons;
  const whoIs = useStaff();
  const seesCases = picks.some(({ caseNo }) => caseNo !== undefined);
  const columns: readonly Column<Pick>[] = [
    { id: 'seq', name: turns.seq, cell: ({ seq }) => seq },
    { id: 'day', name: turns.day, cell: ({ on }) => shortDate(on, true) },
    { id: 'provider', name: turns.provider, cell: ({ providerId }) => nameOf(providerId) },
    { id: 'kind', name: turns.kind, cell: ({ kind }) => turns.kinds[kind] },
    {
      id: 'skipped',
      name: turns.skipped,
      cell: ({ skipped }) =>
        skipped.length === 0 ? undefined : (
          <ul class="plain">
            {skipped.map(({ provider, reason }) => (
              <li key={provider}>{turns.skip(nameOf(provider), reasons[reason])}</li>
            ))}
          </ul>
        ),
    },
    ...(seesCases
      ? [
          { id: 'case', name: turns.case, cell: ({ caseNo }: Pick) => caseNo },
          { id: 'by', name: turns.by, cell: ({ by }: Pick) => by && whoIs(by) },
        ]
      : []),
  ];
  return (
    <div class="wide-cells turns-picks">
      <DataTable
        caption={turns.picks}
        columns={columns}
        rows={picks}
        keyOf={({ seq }) => String(seq)}
        empty={isFirst && cursor === undefined ? turns.picksNone : turns.picksPage}
      />
      <p class="buttons pages">
        {isFirst ? undefined : <ButtonLink href="#/turordning">{turns.newest}</ButtonLink>}
        {cursor === undefined ? undefined : (
          <ButtonLink href={hrefOf('/turordning', undefined, { efter: cursor })}>{turns.earlier}</ButtonLink>
        )}
      </p>
    </div>
  );
}
