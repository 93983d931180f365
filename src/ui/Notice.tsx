import type { ReactNode } from 'react';
import { IconWarning } from './Icons.tsx';
import './Notice.css';

export interface NoticeProps {
  /** What happened. */
  readonly title: string;
  /** The cause, what is safe, the remedy. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Something went wrong: a triangle, an ink rule and words, read out at once. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <div className="notice" role="alert">
      <h2 className="notice__title">
        <IconWarning />
        {title}
      </h2>
      {children ? <div className="notice__body">{children}</div> : null}
      {actions ? <div className="notice__actions">{actions}</div> : null}
    </div>
  );
}
