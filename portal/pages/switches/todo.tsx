import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';
import { WhyList } from '../../parts/why.tsx';
import type { SwitchShown } from './switch-form.ts';

type Props = { readonly one: SwitchShown };

/** The days on which the switch may take place, and why those (L-62, S-56, S-57). */
export function Window({ one: { window } }: Props) {
  const { switches } = useWords();
  if (!window) return <p class="soft">{switches.windowNone}</p>;
  return (
    <>
      <p>
        <b>{switches.between(shortDate(window.earliest), shortDate(window.latest, true))}</b>
      </p>
      <WhyList steps={window.why} />
    </>
  );
}

/** What the routine gives each side to do, and whether it has been done. */
export function Todo({ one: { tasks, side } }: Props) {
  const { switches } = useWords();
  if (tasks.length === 0) return <p class="soft">{switches.todoNone}</p>;
  return (
    <ul class="plain switch-tasks">
      {tasks.map((task) => (
        <li key={`${task.rule} ${task.side}`}>
          <Tag tone={task.done ? 'success' : 'info'}>{task.done ? switches.done : switches.left}</Tag>
          <p>
            {task.text} <span class="rule">{task.rule}</span>
            <br />
            <small class="soft">
              {switches.sides[task.side]}
              {task.side === side ? ` (${switches.yours})` : undefined}
            </small>
          </p>
        </li>
      ))}
    </ul>
  );
}
