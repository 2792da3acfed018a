import type { orders } from '../../messages/sv/orders.ts';
import type { OrderShown } from './order-form.ts';

/** What an order is to be worked by, beside its services; each is written as text in the form. */
export const contentKeys = ['aim', 'timesOfDay', 'visitsPerWeek', 'decisionRef', 'legalBasis'] as const;
export type ContentKey = (typeof contentKeys)[number];
export type ContentDraft = Readonly<Record<ContentKey, string>>;
export const emptyContent: ContentDraft = {
  ...{ aim: '', timesOfDay: '', visitsPerWeek: '', decisionRef: '' },
  legalBasis: '11:1',
};

export const times = ['MORNING', 'FORENOON', 'LUNCH', 'AFTERNOON', 'EVENING', 'NIGHT'] as const;
export const bases = ['11:1', '11:4', '11:5', '29:5', 'LSS'] as const;
type Content = Pick<OrderShown, ContentKey>;

/** The times that are ticked, in the order of the day. */
export const timesIn = (text: string) => times.filter((time) => text.split(' ').includes(time));

/** What was written, as the API takes it; what was left empty is not said. */
export function contentIn(draft: ContentDraft): Content {
  const timesOfDay = timesIn(draft.timesOfDay);
  const legalBasis = bases.find((basis) => basis === draft.legalBasis);
  const [aim, ref, visits] = [draft.aim.trim(), draft.decisionRef.trim(), draft.visitsPerWeek.trim()];
  return {
    ...(aim === '' ? {} : { aim }),
    ...(timesOfDay.length === 0 ? {} : { timesOfDay }),
    ...(visits === '' ? {} : { visitsPerWeek: Number(visits) }),
    ...(ref === '' ? {} : { decisionRef: ref }),
    ...(legalBasis ? { legalBasis } : {}),
  };
}

/** The same in words, a line each; what nobody has said has none. */
export function contentInWords(content: Content, words: Pick<typeof orders, 'content' | 'times' | 'bases'>) {
  const { aim, timesOfDay, visitsPerWeek, decisionRef, legalBasis } = content;
  const said: Readonly<Record<ContentKey, string | undefined>> = {
    aim,
    timesOfDay: timesOfDay?.map((time) => words.times[time]).join(', '),
    visitsPerWeek: visitsPerWeek?.toString(),
    decisionRef,
    legalBasis: legalBasis && words.bases[legalBasis],
  };
  return contentKeys.flatMap((key) => {
    const value = said[key];
    return value ? [{ name: words.content[key], value }] : [];
  });
}
