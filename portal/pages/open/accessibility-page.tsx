import { usePortal } from '../../app/portal.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useOpenWords } from './use-open-words.ts';

/** The statement that the law on accessible digital services (2018:1937) asks for: what holds, what may not, whom to tell. */
export function AccessibilityPage() {
  const { statement } = useOpenWords();
  const { municipality, help } = usePortal().config;
  return (
    <>
      <PageHead title={statement.title} lead={statement.lead(municipality)} />
      <div class="prose">
        <h2>{statement.how}</h2>
        <p>{statement.howText}</p>
        <h2>{statement.lacks}</h2>
        <ul>
          {Object.values(statement.lacking).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <h2>{statement.tested}</h2>
        <p>{statement.testedText}</p>
        <h2>{statement.tell}</h2>
        <p>{statement.tellText}</p>
        <p>
          {help?.phone ? (
            <a class="ds-link" href={`tel:${help.phone.replace(/[^+\d]/g, '')}`}>
              {help.phone}
            </a>
          ) : undefined}{' '}
          {help?.email ? (
            <a class="ds-link" href={`mailto:${help.email}`}>
              {help.email}
            </a>
          ) : undefined}
          {help?.phone || help?.email ? undefined : statement.noHelp}
        </p>
        <h2>{statement.authority}</h2>
        <p>
          {statement.authorityText}{' '}
          <a class="ds-link" href="https://www.digg.se/tdosanmalan" rel="noreferrer">
            {statement.authorityLink}
          </a>
        </p>
      </div>
    </>
  );
}
