import { useEffect, useRef } from 'preact/hooks';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useStaff } from '../../app/use-staff.ts';
import { activeRole } from '../../sign-in/session.ts';
import { Tel } from './tel.tsx';

type Answer = AnswerOf<'POST /people/search'>;
type Hit = Answer['items'][number];
type FoundCase = Extract<Hit, { officerId: string }>;
type FoundCare = Exclude<Hit, FoundCase>;

const isCase = (hit: Hit): hit is FoundCase => 'officerId' in hit;

/** One case: to its own officer and the head a way to the customer; to others whose it is. */
function Case({ hit }: { readonly hit: FoundCase }) {
  const { search } = useWords();
  const nameOf = useStaff();
  const isOpen = hit.own || activeRole() === 'head';
  return (
    <p>
      {isOpen ? (
        <a class="ds-link" href={hrefOf('/kunder/:caseNo', { caseNo: hit.caseNo })}>
          {search.oneOf(hit.caseNo)}
        </a>
      ) : (
        `${search.oneOf(hit.caseNo)}. ${search.anothers}.`
      )}{' '}
      {hit.own ? undefined : <span class="soft">{search.officer(nameOf(hit.officerId))}</span>}
    </p>
  );
}

/** The night patrol is told whom to call, and not who the customer is (S-17, S-18). */
function Care({ hit }: { readonly hit: FoundCare }) {
  const { search } = useWords();
  const providers = hit.providers ?? (hit.provider ? [hit.provider] : []);
  return (
    <li>
      <h3>{search.oneOf(hit.caseNo)}</h3>
      {providers.length === 0 ? <p>{search.noProvider}</p> : undefined}
      {providers.map(({ id, name, phone }) => (
        <p key={id}>
          {name} {phone ? <Tel number={phone} /> : undefined}
        </p>
      ))}
    </li>
  );
}

/** The cases of one person together, whichever of them was found (A73). */
function Person({ hits }: { readonly hits: readonly FoundCase[] }) {
  const { search } = useWords();
  const name = hits.find((hit) => hit.name)?.name;
  return (
    <li>
      {name === undefined ? undefined : <h3>{name}</h3>}
      {hits.length > 1 ? <p class="soft">{search.sameHolder(hits.length)}</p> : undefined}
      {hits.map((hit) => (
        <Case key={hit.caseNo} hit={hit} />
      ))}
    </li>
  );
}

/** Whom a search has found. */
export function Found({ answer: { items, more } }: { readonly answer: Answer }) {
  const { search } = useWords();
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), [items]);
  const cases = items.filter(isCase);
  const persons = [...Map.groupBy(cases, ({ cases: of, caseNo }) => of?.[0] ?? caseNo)];
  const care = items.filter((hit): hit is FoundCare => !isCase(hit));
  const count = persons.length + care.length;
  return (
    <section class="found">
      <h2 ref={top} tabIndex={-1}>
        {care.length > 0 ? search.foundCases(count) : search.found(count)}
      </h2>
      {count === 0 ? <p>{search.none}</p> : undefined}
      <ul class="card people">
        {persons.map(([first, hits]) => (
          <Person key={first} hits={hits} />
        ))}
        {care.map((hit) => (
          <Care key={hit.caseNo} hit={hit} />
        ))}
      </ul>
      {more ? <p class="soft">{search.more}</p> : undefined}
    </section>
  );
}
