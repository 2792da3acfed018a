import * as z from 'zod';
import { LetterKind, letterKinds } from '../../shared/domain/letter-kinds.ts';
import { localIso } from '../../shared/domain/local-time.ts';
import type { Message, ThreadSide } from '../../shared/domain/thread.ts';
import { compose } from '../letters/door.ts';

/** A conversation as an inbox shows it. */
export const ThreadView = z
  .object({
    threadId: z.string(),
    title: z.string(),
    caseNo: z.string().optional(),
    with: z.array(z.string()).meta({ description: 'The others who take part; nobody in what the system tells' }),
    isNotice: z.boolean(),
    lastAt: z.string(),
    unread: z.int(),
  })
  .meta({ id: 'ThreadView' });

/** What somebody, or the system, said in words. */
export const MessageView = z
  .object({
    id: z.string(),
    at: z.string(),
    from: z.object({ owner: z.string(), userId: z.string() }),
    mine: z.boolean(),
    text: z.string(),
  })
  .meta({ id: 'MessageView' });

/** A notice of the system goes to one owner, and its title is the kind of letter that says the same. */
const titleIn = ({ title, others }: ThreadSide): string => {
  const [word = '', variant = ''] = title.split(' ');
  const kind = others.length === 0 ? LetterKind.safeParse(word) : undefined;
  if (!kind?.success) return title;
  const { subject, subjects } = letterKinds[kind.data];
  return subjects?.[variant] ?? subject;
};

export const threadView = (side: ThreadSide): z.infer<typeof ThreadView> => ({
  threadId: side.threadId,
  title: titleIn(side),
  ...(side.caseNo ? { caseNo: side.caseNo } : {}),
  with: side.others,
  isNotice: side.others.length === 0,
  lastAt: localIso(side.lastAt),
  unread: side.unread,
});

export const messageView = (message: Message, owner: string): z.infer<typeof MessageView> => ({
  id: message.id,
  at: localIso(message.at),
  from: message.from,
  mine: message.from.owner === owner,
  text: message.notice ? compose(message.notice.kind, message.notice.fields, 'E1').text.trim() : (message.text ?? ''),
});
