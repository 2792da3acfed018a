import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { money } from '../../app/format.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { useSettlementWords } from './settlement-words.ts';

type Props = {
  readonly month: string;
  readonly row: AnswerOf<'GET /months/{month}'>['items'][number];
  readonly name: string;
  readonly onMade: () => void;
};

/** What a settlement claims back from a provider, until the administrator says that it has been claimed. */
export function Claim({ month, row: { providerId, claimOre = 0 }, name, onMade }: Props) {
  const say = useSettlementWords();
  const route = 'POST /months/{month}/providers/{providerId}/settlement/claim';
  const making = useSend((key: string) => ask(route, { path: { month, providerId }, body: {} }, { key }));
  if (claimOre === 0) return null;
  return (
    <Notice tone="warning" title={say.claim(name, money(claimOre))}>
      {making.failure ? <FailureNotice failure={making.failure} /> : undefined}
      <Button
        busy={making.busy}
        onClick={async () => {
          if ((await making.run())?.ok) onMade();
        }}
      >
        {say.claimMade}
      </Button>
    </Notice>
  );
}
