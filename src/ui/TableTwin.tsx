import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import './TableTwin.css';

export interface TableTwinProps {
  readonly showTableLabel: string;
  readonly hideTableLabel: string;
  readonly caption: string;
  readonly head: readonly string[];
  /** Same order and rounding as the chart. */
  readonly rows: readonly (readonly ReactNode[])[];
}

/** The same data as the chart above it, as a table to read and copy. */
export function TableTwin({ showTableLabel, hideTableLabel, caption, head, rows }: TableTwinProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="table-twin">
      <button
        type="button"
        className="table-twin__toggle"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {open ? hideTableLabel : showTableLabel}
      </button>
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
                    <td key={head[column]}>{cell}</td>
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
