import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';

/** The way from one provider's month to the month over all of them. */
export function Crumb({ month }: { readonly month: string }) {
  const { month: words } = useWords();
  return (
    <p class="crumb">
      <a class="ds-link" href={hrefOf('/manad/:month', { month })}>
        {words.overMonth(monthName(month))}
      </a>
    </p>
  );
}
