import './Facts.css';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Under the value, e.g. its interval and its number. */
  readonly note?: string | undefined;
}

/** A few numbers beside each other, each under its name. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="fact-row">
      {facts.map(({ name, value, note }) => (
        <div key={name} className="fact-row__fact">
          <dt className="caption">{name}</dt>
          <dd>
            <span className="fact-row__value">{value}</span>
            {note === undefined ? null : <span className="caption fact-row__note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
