import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { activeRole } from '../../sign-in/session.ts';

type Setup = AnswerOf<'GET /settings/setup'>;
type StepState = 'done' | 'due' | 'waits';
type Step = {
  readonly id: 'municipality' | 'providers' | 'staff' | 'catalogue' | 'customers';
  readonly room: string;
  readonly isDone: boolean;
  readonly count: string | undefined;
};

/** What there is to do first, second and third, each with how far it has come. */
function useSteps(setup: Setup): readonly Step[] {
  const { counts } = useWords().administration;
  const { municipality, title, providers, people, officers, services, rates, hasCases } = setup;
  const has = municipality !== undefined;
  return [
    {
      ...{ id: 'municipality', room: 'kommun', isDone: has },
      count: has ? [municipality, title].filter(Boolean).join(', ') : undefined,
    },
    { id: 'providers', room: 'utforare', isDone: providers > 0, count: counts.providers(providers) },
    { id: 'staff', room: 'personal', isDone: officers > 0, count: counts.staff(people, officers) },
    {
      ...{ id: 'catalogue', room: 'insatser', isDone: services > 0 && rates > 0 },
      count: counts.catalogue(services, rates),
    },
    { id: 'customers', room: 'las-in', isDone: hasCases, count: hasCases ? counts.customers : undefined },
  ];
}

const tones = { done: 'success', due: 'info', waits: 'neutral' } as const;

function StepRow({ step, state }: { readonly step: Step; readonly state: StepState }) {
  const { administration } = useWords();
  const { title, text } = administration.steps[step.id];
  return (
    <li class="task" data-state={state}>
      <div class="task-what">
        <h3>
          {state === 'waits' ? (
            title
          ) : (
            <a class="ds-link" href={`#/administration/${step.room}`}>
              {title}
            </a>
          )}
        </h3>
        <p class="soft">{text}</p>
        {state !== 'waits' && step.count !== undefined ? <p>{step.count}</p> : undefined}
      </div>
      <p class="task-when">
        <Tag tone={tones[state]}>{administration.stepStates[state]}</Tag>
      </p>
    </li>
  );
}

const more = [
  ['readIn', '#/administration/las-in'],
  ['parameters', '#/administration/rutin'],
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

/** The head sees who and what there is; the municipality itself and its files are the administrator's. */
const isTheirs = ({ room }: Step): boolean =>
  activeRole() === 'administrator' || (room !== 'kommun' && room !== 'las-in');

function Steps({ setup }: { readonly setup: Setup }) {
  const { administration } = useWords();
  const steps = useSteps(setup);
  const has = setup.municipality !== undefined;
  const isWhole = steps.every(({ isDone }) => isDone);
  const stateOf = ({ id, isDone }: Step): StepState =>
    isDone ? 'done' : has || id === 'municipality' ? 'due' : 'waits';
  return (
    <>
      <section class="task-group">
        <h2 class={isWhole ? 'ds-sr-only' : undefined}>{administration.next}</h2>
        <ol class="card tasks">
          {steps.filter(isTheirs).map((step) => (
            <StepRow key={step.id} step={step} state={stateOf(step)} />
          ))}
        </ol>
      </section>
      {has ? <More /> : undefined}
    </>
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
      <Loaded of={asking}>{(setup) => <Steps setup={setup} />}</Loaded>
    </>
  );
}
