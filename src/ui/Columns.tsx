import type { ReactNode } from 'react';
import './Columns.css';

export interface ColumnsProps {
  readonly main: ReactNode;
  readonly side: ReactNode;
}

/** Two columns on the wide desk sheet; below one another elsewhere. */
export function Columns({ main, side }: ColumnsProps) {
  return (
    <div className="columns">
      <div className="columns__part">{main}</div>
      <div className="columns__part">{side}</div>
    </div>
  );
}
