import './RetentionTable.css';

export interface RetentionCell {
  /** Under the rest, e.g. 402次. */
  readonly count: string;
  /** The share and its interval, e.g. 93% and 90–95; none where too little is known. */
  readonly share?: { readonly percent: string; readonly interval: string } | undefined;
}

export interface RetentionTableProps {
  /** Accessible name. */
  readonly label: string;
  /** Of the periods, then of each kind of card. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly RetentionCell[] }[];
  /** Where too little is known. */
  readonly thinText: string;
}

/** What was recalled of what fell due: a row a period, each share with its interval and its number. */
export function RetentionTable({ label, head, rows, thinText }: RetentionTableProps) {
  return (
    <table className="retention-table" aria-label={label}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map(({ count, share }, i) => (
              <td key={head[i + 1]} data-head={head[i + 1]}>
                {share ? (
                  <>
                    <b className="info">{share.percent}</b>{' '}
                    <span className="nowrap">{share.interval}</span>
                  </>
                ) : (
                  <span className="retention-table__thin">{thinText}</span>
                )}{' '}
                <span className="caption nowrap">{count}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
