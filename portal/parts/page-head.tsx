import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { wordsNow } from '../app/language.ts';

/** The first page that is shown leaves focus where the browser puts it; every later one begins at its heading. */
let hasShown = false;

type Props = {
  readonly title: string;
  /** One line under the heading. */
  readonly lead?: ComponentChildren;
  /** What stands beside the heading: the month's dates, the one button. */
  readonly children?: ComponentChildren;
};

/** The top of every page: its heading, which is also the window's title and takes focus when one comes here. */
export function PageHead({ title, lead, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${wordsNow().shell.service}`;
  }, [title]);
  useEffect(() => {
    if (hasShown) heading.current?.focus({ preventScroll: true });
    hasShown = true;
  }, []);
  return (
    <div class="head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? undefined : <p class="lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
