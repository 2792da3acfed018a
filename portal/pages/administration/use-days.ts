import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';

/** From one day to another, as people say it; of what has no days, nothing. */
export function useDays(): (from: string | undefined, to: string | undefined) => string | undefined {
  const { administration } = useWords();
  return (from, to) =>
    from === undefined && to === undefined
      ? undefined
      : administration.until(from ? shortDate(from, true) : '', to ? shortDate(to, true) : '');
}
