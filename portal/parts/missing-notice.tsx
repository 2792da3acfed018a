import type { Failure } from '../api/outcome.ts';
import { Notice } from './notice.tsx';

/** Whether it was refused since something is missing that the routine asks first: nobody was before one with anything. */
export const isShortOf = (failure: Failure | undefined): failure is Failure & Required<Pick<Failure, 'missing'>> =>
  failure?.missing !== undefined;

/** What the routine asks first and that is not there, each with its rule in words. */
export const MissingNotice = ({ failure }: { readonly failure: Failure & Required<Pick<Failure, 'missing'>> }) => (
  <Notice tone="warning" title={failure.title} aloud>
    <ul lang="sv">
      {failure.missing.map(({ rule, text }) => (
        <li key={`${rule} ${text}`}>
          {text} <span class="rule">{rule}</span>
        </li>
      ))}
    </ul>
  </Notice>
);
