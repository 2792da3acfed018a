import type { ComponentChildren } from 'preact';
import { dateTime } from '../app/format.ts';

export type Happening = {
  readonly at: string;
  readonly title: ComponentChildren;
  readonly by?: ComponentChildren;
  readonly more?: ComponentChildren;
};

/** What has happened, the latest first or last as the caller has it; nothing when nothing has. */
export const Timeline = ({ happenings }: { readonly happenings: readonly Happening[] }) =>
  happenings.length === 0 ? null : (
    <ol class="timeline">
      {happenings.map(({ at, title, by, more }, index) => (
        <li key={`${at} ${index}`}>
          <p>
            <b>{title}</b>
          </p>
          <p class="soft">
            <time dateTime={at}>{dateTime(at)}</time>
            {by === undefined ? undefined : <> · {by}</>}
          </p>
          {more}
        </li>
      ))}
    </ol>
  );
