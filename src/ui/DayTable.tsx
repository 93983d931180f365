import './DayTable.css';

export interface DayTableRow {
  readonly day: string;
  readonly cards: string;
  readonly minutes: string;
}

export interface DayTableProps {
  /** Accessible name. */
  readonly label: string;
  /** Heads of the columns. */
  readonly head: DayTableRow;
  readonly days: readonly DayTableRow[];
  readonly total: DayTableRow;
}

function Row({ day, cards, minutes }: DayTableRow) {
  return (
    <tr>
      <th scope="row">{day}</th>
      <td>{cards}</td>
      <td>{minutes}</td>
    </tr>
  );
}

/** What a plan puts on each day, and all of it together. */
export function DayTable({ label, head, days, total }: DayTableProps) {
  return (
    <table className="day-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{head.day}</th>
          <th scope="col">{head.cards}</th>
          <th scope="col">{head.minutes}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((row) => (
          <Row key={row.day} {...row} />
        ))}
      </tbody>
      <tfoot>
        <Row {...total} />
      </tfoot>
    </table>
  );
}
