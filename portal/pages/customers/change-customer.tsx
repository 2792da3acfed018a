import { useState } from 'preact/hooks';
import type { Warning } from '../../../shared/domain/why.ts';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Notice } from '../../parts/notice.tsx';
import { WhyList } from '../../parts/why.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { type Customer, CustomerFields } from '../orders/customer-fields.tsx';

type Read = AnswerOf<'POST /people/identity'>['customer'];
const texts = ['personnummer', 'address', 'phone', 'relativePhone'] as const;

const draftOf = (read: Read): Customer => ({
  ...{ name: read.name, personnummer: read.personnummer ?? '', address: read.address ?? '' },
  ...{ phone: read.phone ?? '', relativePhone: read.relativePhone ?? '', protected: read.protected ?? false },
});

/** As a whole: what is left empty is gone. A protection that is lifted is said to be. */
const written = (draft: Customer) => ({
  name: draft.name.trim(),
  ...Object.fromEntries(texts.flatMap((part) => (draft[part].trim() === '' ? [] : [[part, draft[part].trim()]]))),
  protected: draft.protected,
});

type Props = { readonly caseNo: string; readonly customer: Read; readonly onSaved: (customer: Read) => void };

/**
 * The officer puts right what is known of a customer: a name after a wedding, a new address, a number, a protection. Where
 * somebody of another name has the number, it is saved all the same, and the officer says if it is one person (A73).
 */
export function ChangeCustomer({ caseNo, customer, onSaved }: Props) {
  const { customers, orders } = useWords();
  const [draft, setDraft] = useState(() => draftOf(customer));
  const [same, setSame] = useState(false);
  const [told, setTold] = useState<readonly Warning[]>();
  const isTaken = told?.some(({ code }) => code === 'number-of-another') ?? false;
  const body = { customer: written(draft), ...(same && isTaken ? { samePerson: true as const } : {}) };
  return (
    <details class="act">
      <summary>{customers.change}</summary>
      {told === undefined ? undefined : (
        <Notice tone={isTaken ? 'warning' : 'success'} title={customers.changed} aloud>
          {told.length === 0 ? undefined : <WhyList steps={told} />}
        </Notice>
      )}
      <ActForm
        id="change"
        body={body}
        missing={{ 'customer.name': draft.name.trim() === '' && customers.nameMissing }}
        act={(key, sent) => ask('PUT /people/{caseNo}', { path: { caseNo }, body: sent }, { key })}
        onDone={({ warnings }) => {
          setTold(warnings);
          onSaved(body.customer);
        }}
        onConflict={() => undefined}
        again={() => undefined}
        submit={customers.saveChange}
      >
        {(errorFor) => (
          <>
            <p class="soft">{customers.changeText}</p>
            <CustomerFields
              id="change"
              customer={draft}
              onCustomer={(part) => setDraft((before) => ({ ...before, ...part }))}
              errorFor={errorFor}
            />
            {draft.protected !== (customer.protected ?? false) ? (
              <p class="soft">{draft.protected ? orders.protectedText : customers.lifted}</p>
            ) : undefined}
            {isTaken ? <Checkbox label={customers.samePerson} checked={same} onChecked={setSame} /> : undefined}
          </>
        )}
      </ActForm>
    </details>
  );
}
