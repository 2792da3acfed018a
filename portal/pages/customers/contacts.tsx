import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Choices } from '../../parts/choices.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { ActForm } from '../orders/act-form.tsx';

type Party = AnswerOf<'GET /cases/{caseNo}/contacts'>['items'][number]['with'];
const parties: readonly Party[] = ['customer', 'relative', 'provider', 'other'];

/**
 * Who has called about the case and why, and the note of a call that is on the line now. What is being written may tell
 * of somebody's health: it belongs to the form alone.
 */
export function Contacts({ caseNo }: { readonly caseNo: string }) {
  const { customers } = useWords();
  const nameOf = useStaff();
  const asking = useAsk('GET /cases/{caseNo}/contacts', { path: { caseNo }, query: { limit: 20 } });
  const [party, setParty] = useState<Party>('customer');
  const [text, setText] = useState('');
  const [isSaved, setSaved] = useState(false);
  function onDone() {
    setText('');
    setSaved(true);
    asking.again();
  }
  return (
    <section class="card">
      <h2>{customers.contacts}</h2>
      <h3>{customers.note}</h3>
      {isSaved && text === '' ? <Notice tone="success" title={customers.saved} aloud /> : undefined}
      <ActForm
        id="contact"
        body={{ with: party, text }}
        missing={{ text: text.trim() === '' && customers.textMissing }}
        act={(key, body) => ask('POST /cases/{caseNo}/contacts', { path: { caseNo }, body }, { key })}
        onDone={onDone}
        onConflict={() => undefined}
        again={() => undefined}
        submit={customers.save}
      >
        {(errorFor) => (
          <>
            <Choices<Party>
              id="contact-with"
              label={customers.with}
              error={errorFor('with')}
              value={party}
              onValue={setParty}
              options={parties.map((value) => ({ value, text: customers.parties[value] }))}
            />
            <TextArea
              id="contact-text"
              label={customers.text}
              hint={customers.textHint}
              rows={3}
              error={errorFor('text')}
              value={text}
              onValue={setText}
            />
          </>
        )}
      </ActForm>
      <Loaded of={asking}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{customers.noContacts}</p>
          ) : (
            <Timeline
              happenings={items.map((one) => ({
                at: one.at,
                title: customers.parties[one.with],
                by: nameOf(one.by),
                more: <p>{one.text}</p>,
              }))}
            />
          )
        }
      </Loaded>
    </section>
  );
}
