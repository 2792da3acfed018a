import { useAsk } from '../../app/use-ask.ts';
import { isSetUp, SetupSteps } from '../administration/setup-steps.tsx';
import { TasksPage } from './tasks-page.tsx';

/** The administrator's tasks; for as long as the municipality is not set up, what to do first stands before them. */
export function AdministratorsTasksPage() {
  const { state, value } = useAsk('GET /settings/setup');
  const isNew = value !== undefined && !isSetUp(value);
  return (
    <TasksPage
      first={isNew ? <SetupSteps setup={value} /> : state === 'loading' ? <div class="waiting" /> : undefined}
    />
  );
}
