import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { SetupSteps } from './setup-steps.tsx';

const more = [
  ['readIn', '#/administration/las-in'],
  ['parameters', '#/administration/rutin'],
  ['units', '#/administration/enheter'],
  ['deputies', '#/administration/stallforetradare'],
  ['turns', '#/turordning'],
] as const;
/** Who may come to each of the other rooms. */
const isOpenTo = (name: (typeof more)[number][0]): boolean =>
  name === 'readIn' ? activeRole() === 'administrator' : name !== 'turns' || activeRole() === 'head';

function More() {
  const { administration } = useWords();
  return (
    <section class="task-group">
      <h2>{administration.more}</h2>
      <ul class="card tasks">
        {more
          .filter(([name]) => isOpenTo(name))
          .map(([name, href]) => (
            <li key={name} class="task">
              <div class="task-what">
                <h3>
                  <a class="ds-link" href={href}>
                    {administration.moreLinks[name].title}
                  </a>
                </h3>
                <p class="soft">{administration.moreLinks[name].text}</p>
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** An empty machine meets its first administrator with what to do first; later the same page is the menu. */
export function SetupPage() {
  const { administration } = useWords();
  const asking = useAsk('GET /settings/setup');
  const municipality = asking.value?.municipality;
  const lead = municipality === undefined ? administration.leadEmpty : administration.lead(municipality);
  return (
    <>
      <PageHead title={administration.title} lead={asking.value ? lead : undefined} />
      <Loaded of={asking}>
        {(setup) => (
          <>
            <SetupSteps setup={setup} />
            {setup.municipality === undefined ? undefined : <More />}
          </>
        )}
      </Loaded>
    </>
  );
}
