import type { ComponentChildren } from 'preact';
import { ask } from '../../api/client.ts';
import type { Asked } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { goTo, hrefOf } from '../../app/router.ts';
import { ActForm, type ErrorFor } from '../orders/act-form.tsx';

type Plan = NonNullable<Asked<'POST /imports'>['body']>;

/** Where what would change is told row by row, before somebody says yes. */
export const showPlan = ({ importId }: { readonly importId: string }, room?: string): void =>
  goTo(hrefOf('/administration/inlasning/:id', { id: importId }, { ur: room }));

type Props = {
  readonly id: string;
  /** Where the form stands: what it says is shown as a form's, though it goes the way of a file. */
  readonly room: string;
  readonly body: Plan;
  readonly missing: Readonly<Record<string, string | false | undefined>>;
  readonly children: (errorFor: ErrorFor) => ComponentChildren;
};

/** A form whose change is first shown as it would be: it goes the way of everything that is read in. */
export function PlanForm({ id, room, body, missing, children }: Props) {
  const { administration } = useWords();
  return (
    <ActForm
      id={id}
      body={body}
      missing={missing}
      act={(key, said: Plan) => ask('POST /imports', { body: said }, { key })}
      onDone={(made) => showPlan(made, room)}
      onConflict={() => undefined}
      again={() => undefined}
      submit={administration.toCheck}
    >
      {children}
    </ActForm>
  );
}
