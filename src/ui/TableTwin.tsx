import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { grouped } from './grouped.ts';
import './TableTwin.css';

export interface TableTwinProps {
  readonly showTableLabel: string;
  readonly hideTableLabel: string;
  readonly caption: string;
  readonly head: readonly string[];
  /** Same order and rounding as the chart. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** What else can be done with them, beside the button. */
  readonly children?: ReactNode;
}

/** The same data as the chart above it, as a table to read and copy. */
export function TableTwin(props: TableTwinProps) {
  const { showTableLabel, hideTableLabel, caption, head, rows, children } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="table-twin">
      <div className="table-twin__tools">
        <button
          type="button"
          className="table-twin__toggle"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? hideTableLabel : showTableLabel}
        </button>
        {children}
      </div>
      {open ? (
        <div className="table-twin__scroll" id={id}>
          <table>
            <caption className="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={head[column]}>{typeof cell === 'number' ? grouped(cell) : cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
