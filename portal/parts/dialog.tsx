import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** A question in front of the page. The browser keeps focus within it, and gives it back when it is closed. */
export function Dialog({
  open,
  title,
  onClose,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  return (
    <dialog ref={box} class="ds-dialog" aria-labelledby={heading} onClose={onClose}>
      {open ? (
        <>
          <h2 id={heading}>{title}</h2>
          {children}
        </>
      ) : undefined}
    </dialog>
  );
}
