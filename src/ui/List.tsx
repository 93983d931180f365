import type { ReactNode } from 'react';
import './List.css';

export interface ListProps {
  /** Accessible name, where no heading says it. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** Rows divided by hairlines; its children are ListRows. */
export function List({ label, children }: ListProps) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  );
}
