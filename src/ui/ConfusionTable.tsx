import './ConfusionTable.css';

export interface ConfusionTableProps {
  /** Accessible name, in other words than those of the heading above it. */
  readonly label: string;
  /** Above the rows' names and above the columns' names, e.g. 问的是, 答成了. */
  readonly askedHead: string;
  readonly takenHead: string;
  readonly asked: readonly { readonly id: string; readonly name: string }[];
  readonly taken: readonly { readonly id: string; readonly name: string }[];
  /** How often, by row and column; 0 is left empty. */
  readonly counts: readonly (readonly number[])[];
}

/** Which concept was taken for which, and how often. Scrolls within itself. */
export function ConfusionTable(props: ConfusionTableProps) {
  const { label, askedHead, takenHead, asked, taken, counts } = props;
  return (
    // What scrolls must be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="confusion" aria-label={label} tabIndex={0}>
      <table className="confusion__table">
        <thead>
          <tr>
            <th className="confusion__asked" scope="col" rowSpan={2}>
              {askedHead}
            </th>
            <th className="confusion__taken" scope="colgroup" colSpan={taken.length}>
              {takenHead}
            </th>
          </tr>
          <tr>
            {taken.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {asked.map(({ id, name }, row) => (
            <tr key={id}>
              <th className="confusion__asked" scope="row">
                {name}
              </th>
              {taken.map((column, place) => (
                <td key={column.id}>{counts[row]?.[place] || null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
