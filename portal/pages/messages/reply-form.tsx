import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { TextArea } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';

type Props = { readonly threadId: string; readonly onSent: () => void; readonly again: () => void };

/** An answer. It is in memory until it has been sent: it may tell of somebody. */
export function ReplyForm({ threadId, onSent, again }: Props) {
  const { messages } = useWords();
  const [text, setText] = useState('');
  return (
    <ActForm
      id="reply"
      body={{ text: text.trim() }}
      missing={{ text: text.trim() === '' && messages.textMissing }}
      act={(key, body) => ask('POST /messages/{threadId}/replies', { path: { threadId }, body }, { key })}
      onDone={() => {
        setText('');
        onSent();
      }}
      onConflict={again}
      again={again}
      submit={messages.send}
    >
      {(errorFor) => (
        <TextArea
          id="reply-text"
          label={messages.replyText}
          hint={messages.textHint}
          error={errorFor('text')}
          value={text}
          onValue={setText}
        />
      )}
    </ActForm>
  );
}
