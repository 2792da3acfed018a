import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'disabled'> & {
  readonly look?: 'primary' | 'secondary' | 'tertiary';
  readonly tone?: 'danger';
  /** Being done: stays focusable and says so, but a press does nothing. */
  readonly busy?: boolean;
  readonly children: ComponentChildren;
};

/** A button is never switched off: what is missing is said in words beside it, or in the error summary it leads to. */
export function Button({ look = 'secondary', tone, busy = false, onClick, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      class="ds-button"
      data-variant={look}
      data-color={tone ?? (look === 'primary' ? 'accent' : 'neutral')}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button, for what leads somewhere and changes nothing. */
export function ButtonLink({
  href,
  look = 'secondary',
  children,
}: {
  readonly href: string;
  readonly look?: 'primary' | 'secondary' | 'tertiary';
  readonly children: ComponentChildren;
}) {
  return (
    <a class="ds-button" href={href} data-variant={look} data-color={look === 'primary' ? 'accent' : 'neutral'}>
      {children}
    </a>
  );
}
