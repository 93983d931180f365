import './BigNumber.css';

export interface BigNumberProps {
  readonly value: string;
  /** After it, in words. */
  readonly unit: string;
  /** `score` is a little smaller and green: something observed. */
  readonly tone?: 'ink' | 'score';
}

/** The one big number of a screen, as its heading. */
export function BigNumber({ value, unit, tone = 'ink' }: BigNumberProps) {
  return (
    <h1 className={`big-number big-number--${tone}`}>
      <span className="big-number__value">{value}</span>
      <span className="big-number__unit">{unit}</span>
    </h1>
  );
}
