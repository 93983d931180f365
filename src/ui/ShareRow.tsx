import { IntervalBar } from './IntervalBar.tsx';
import type { IntervalBarProps } from './IntervalBar.tsx';
import { ListRow } from './ListRow.tsx';
import './ShareRow.css';

export interface ShareRowProps {
  /** Of the concept. */
  readonly name: string;
  readonly href?: string | undefined;
  readonly bar: IntervalBarProps;
  /** At the right end, e.g. 3 / 4. */
  readonly count: string;
  /** Under the count, e.g. 答得还少. */
  readonly doubt?: string | undefined;
}

/** A row of a List: what was answered right of a concept, with its interval. */
export function ShareRow({ name, href, bar, count, doubt }: ShareRowProps) {
  return (
    <ListRow
      href={href}
      note={<IntervalBar {...bar} />}
      trail={
        <span className="share-row__count">
          {count}
          {doubt === undefined ? null : <span className="caption">{doubt}</span>}
        </span>
      }
    >
      {name}
    </ListRow>
  );
}
