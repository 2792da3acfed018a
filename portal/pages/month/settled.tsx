import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SettlementCard } from './settlement-card.tsx';
import { useSettlementWords } from './settlement-words.ts';

type Of = { readonly month: string; readonly providerId: string };

/** For who reloads the page, or comes back to it: what was settled last and how far that has come, asked for anew. */
export function Settled({ of, lead }: { readonly of: Of; readonly lead: string }) {
  const { signed, nothing } = useSettlementWords();
  const { month } = useWords();
  const asking = useAsk('GET /months/{month}/providers/{providerId}', { path: of });
  return (
    <Loaded of={asking}>
      {(value) => (
        <>
          <PageHead title={value.month.settlements ? signed : nothing} lead={lead} />
          <SettlementCard of={of} value={value} />
          <ButtonLink href={hrefOf('/manad/:month/:providerId', of)}>{month.backToMonth}</ButtonLink>
        </>
      )}
    </Loaded>
  );
}
