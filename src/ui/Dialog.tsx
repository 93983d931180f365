import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { IconClose } from './Icons.tsx';
import './Dialog.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  /** Escape, the cross, or a press beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the safe one first. */
  readonly actions?: ReactNode;
}

/** A question that must be settled first. The focus goes to its title and back to where it was. */
export function Dialog({ open, title, closeLabel, onClose, children, actions }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const cancel = useEffectEvent((event: Event) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return undefined;
    const before = document.activeElement;
    element.addEventListener('cancel', cancel);
    element.addEventListener('click', cancel);
    element.showModal();
    heading.current?.focus();
    return () => {
      element.removeEventListener('cancel', cancel);
      element.removeEventListener('click', cancel);
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
      <div className="dialog__inside">
        <div className="dialog__head">
          <h2 className="dialog__title" id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label={closeLabel} icon={<IconClose />} onClick={onClose} />
        </div>
        <div className="dialog__body">{children}</div>
        {actions ? <div className="dialog__actions">{actions}</div> : null}
      </div>
    </dialog>
  );
}
