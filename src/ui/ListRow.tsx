import type { ReactNode } from 'react';
import './ListRow.css';

export interface ListRowProps {
  readonly children: ReactNode;
  /** Before the name, e.g. a RecallChip. */
  readonly lead?: ReactNode;
  /** A second line under the name. */
  readonly note?: ReactNode;
  /** At the right end, e.g. a ChapterTick or a Button. */
  readonly trail?: ReactNode;
  /** Where the row leads, or what it does; all of it can be pressed. */
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
}

/** One line of a List. */
export function ListRow({ children, lead, note, trail, href, onClick }: ListRowProps) {
  return (
    <li className="list-row">
      {lead}
      <div className="list-row__words">
        {href !== undefined ? (
          <a className="list-row__name" href={href} onClick={onClick}>
            {children}
          </a>
        ) : onClick !== undefined ? (
          <button type="button" className="list-row__name" onClick={onClick}>
            {children}
          </button>
        ) : (
          <span className="list-row__name">{children}</span>
        )}
        {note ? <p className="caption">{note}</p> : null}
      </div>
      {trail ? <div className="list-row__trail">{trail}</div> : null}
    </li>
  );
}
