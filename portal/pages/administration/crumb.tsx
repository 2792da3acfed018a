import { useWords } from '../../app/language.ts';

/** The way back: to the administration's first page, or to the list that one came from. */
export function Back({ href = '#/administration', text }: { readonly href?: string; readonly text?: string }) {
  const { administration } = useWords();
  return (
    <p class="back">
      <a class="ds-link" href={href}>
        {text ?? administration.back}
      </a>
    </p>
  );
}
