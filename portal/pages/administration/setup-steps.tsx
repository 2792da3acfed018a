import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
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

/** Whether all of it is done. */
export const isSetUp = ({ municipality, providers, officers, services, rates, hasCases }: Setup): boolean =>
  municipality !== undefined && providers > 0 && officers > 0 && services > 0 && rates > 0 && hasCases;

/** Each step with how far it has come. */
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

/** The head sees who and what there is; the municipality itself and its files are the administrator's. */
const isTheirs = ({ room }: Step): boolean =>
  activeRole() === 'administrator' || (room !== 'kommun' && room !== 'las-in');

/** What there is to do first, second and third; once all of it is done, the same rooms as a menu. */
export function SetupSteps({ setup }: { readonly setup: Setup }) {
  const { administration } = useWords();
  const steps = useSteps(setup);
  const has = setup.municipality !== undefined;
  const isWhole = isSetUp(setup);
  const stateOf = ({ id, isDone }: Step): StepState =>
    isDone ? 'done' : has || id === 'municipality' ? 'due' : 'waits';
  return (
    <section class="task-group">
      <h2 class={isWhole ? 'ds-sr-only' : undefined}>{administration.next}</h2>
      <ol class="card tasks">
        {steps.filter(isTheirs).map((step) => (
          <StepRow key={step.id} step={step} state={stateOf(step)} />
        ))}
      </ol>
    </section>
  );
}
