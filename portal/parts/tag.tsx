import type { ComponentChildren } from 'preact';

/** A word about a state. The colour only helps; the word says it. */
export const Tag = ({
  tone = 'neutral',
  children,
}: {
  readonly tone?: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly children: ComponentChildren;
}) => (
  <span class="ds-tag" data-color={tone}>
    {children}
  </span>
);
