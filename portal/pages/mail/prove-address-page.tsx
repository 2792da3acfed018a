import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import type { PageProps } from '../../app/router.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { useAddressWords } from './use-address-words.ts';

type Proven = AnswerOf<'POST /mail/addresses/proof'>;

/**
 * Where the link in the mail leads. Opening it proves nothing, since mail programs open links by themselves: somebody
 * presses the button.
 */
export function ProveAddressPage({ params: { secret } }: PageProps<'/adress/:secret'>) {
  const words = useAddressWords();
  const [proven, setProven] = useState<Proven>();
  if (proven)
    return (
      <>
        <PageHead title={words.isProven} />
        <Notice tone="success" aloud>
          <p class="written">
            {proven.domain === undefined
              ? words.provenAddress(proven.address, proven.provider)
              : words.provenDomain(proven.domain, proven.provider)}
          </p>
          <p>{words.closeIt}</p>
        </Notice>
      </>
    );
  return (
    <>
      <PageHead title={words.prove} lead={words.proveLead} />
      <section class="card door">
        <ActForm
          id="prove"
          body={{ secret }}
          act={(key, body) => ask('POST /mail/addresses/proof', { body }, { key })}
          onDone={setProven}
          onConflict={() => undefined}
          again={() => undefined}
          submit={words.proveNow}
        />
      </section>
    </>
  );
}
