import { useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { TextField } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Tag } from '../../parts/tag.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';
import { useAddressWords } from './use-address-words.ts';

type Address = AnswerOf<'GET /providers/{providerId}/addresses'>['items'][number];
type Of = { readonly providerId: string };

function RemoveForm({ providerId, of, again }: Of & { readonly of: Address; readonly again: () => void }) {
  const words = useAddressWords();
  const path = { providerId, addressId: of.addressId };
  const what = of.domain === undefined ? of.address : `@${of.domain}`;
  return (
    <details class="act">
      <summary>
        {words.remove}
        <span class="ds-sr-only"> {what}</span>
      </summary>
      <ActForm
        id={`remove-${of.addressId}`}
        body={{}}
        act={(key) => ask('DELETE /providers/{providerId}/addresses/{addressId}', { path }, { key })}
        onDone={again}
        onConflict={again}
        again={again}
        submit={words.removeOne(what)}
        danger
      >
        {() => <p>{words.removeText}</p>}
      </ActForm>
    </details>
  );
}

function AddForm({ providerId, onSent }: Of & { readonly onSent: (address: string) => void }) {
  const words = useAddressWords();
  const [address, setAddress] = useState('');
  const [isDomain, setDomain] = useState(false);
  return (
    <ActForm
      id="address"
      body={{ address: address.trim(), ...(isDomain ? { domain: true } : {}) }}
      missing={{ address: address.trim() === '' && words.addressMissing }}
      act={async (key, body) =>
        atField(
          await ask('POST /providers/{providerId}/addresses', { path: { providerId }, body }, { key }),
          () => 'address',
        )
      }
      onDone={(answer) => {
        setAddress('');
        setDomain(false);
        onSent(answer.address);
      }}
      onConflict={() => undefined}
      again={() => undefined}
      submit={words.send}
    >
      {(errorFor) => (
        <>
          <p>{words.addText}</p>
          <TextField
            id="address-address"
            label={words.address}
            error={errorFor('address')}
            value={address}
            onValue={setAddress}
          />
          <Checkbox label={words.domain} checked={isDomain} onChecked={setDomain} />
        </>
      )}
    </ActForm>
  );
}

/** The addresses that a provider’s mail is taken from; whoever may put another forward does it here. */
export function Addresses({ providerId, mayChange }: Of & { readonly mayChange: boolean }) {
  const words = useAddressWords();
  const asking = useAsk('GET /providers/{providerId}/addresses', { path: { providerId } });
  const [sent, setSent] = useState<string>();
  const told = useRef<HTMLDivElement>(null);
  function onSent(address: string) {
    setSent(address);
    asking.again();
    setTimeout(() => told.current?.focus());
  }
  return (
    <section class="card addresses">
      <h2>{words.heading}</h2>
      <Loaded of={asking}>
        {({ written, items }) => (
          <>
            {written.length + items.length === 0 ? <p class="soft">{words.none}</p> : undefined}
            <ul class="plain">
              {written.map((address) => (
                <li key={address}>
                  <span class="written">{address}</span> <Tag tone="success">{words.written}</Tag>
                </li>
              ))}
              {items.map((one) => (
                <li key={one.addressId}>
                  <span class="written">{one.domain === undefined ? one.address : words.wholeDomain(one.domain)}</span>{' '}
                  <Tag tone={one.state === 'proven' ? 'success' : 'info'}>{words[one.state]}</Tag>
                  {one.state === 'asked' ? <p class="soft written">{words.sentTo(one.address)}</p> : undefined}
                  {mayChange ? <RemoveForm providerId={providerId} of={one} again={asking.again} /> : undefined}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <div ref={told} tabIndex={-1}>
        {sent === undefined ? undefined : (
          <Notice tone="success" title={words.sent(sent)} aloud>
            <p>{words.sentText}</p>
          </Notice>
        )}
      </div>
      {mayChange ? (
        <>
          <h3>{words.add}</h3>
          <AddForm providerId={providerId} onSent={onSent} />
        </>
      ) : undefined}
    </section>
  );
}
