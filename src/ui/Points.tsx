import { useId } from 'react';
import type { Language } from '../domain/deck.ts';
import { Checkbox } from './Checkbox.tsx';
import { SafeHtml } from './SafeHtml.tsx';
import './Points.css';

export interface PointsProps {
  readonly lang: Language;
  /** Name of the group, e.g. 好的回答会说到. */
  readonly label: string;
  /** Safe HTML. */
  readonly points: readonly string[];
  /** Places, from 0, of the points that were made. */
  readonly made: readonly number[];
  /** In ascending order. */
  readonly onChange: (made: readonly number[]) => void;
  /** How many were made, e.g. 说到3点，共5点. */
  readonly count: string;
  /** Nothing can be ticked any more. */
  readonly closed?: boolean;
}

/** The points of a good answer, to tick those one made. */
export function Points({ lang, label, points, made, onChange, count, closed }: PointsProps) {
  const id = useId();
  const tick = (place: number, isMade: boolean) =>
    onChange(points.flatMap((_, i) => ((i === place ? isMade : made.includes(i)) ? [i] : [])));
  return (
    <fieldset className="points" aria-label={label} aria-describedby={id}>
      <ul className="points__list">
        {points.map((html, place) => (
          // Points never change places.
          <li className="points__row" key={place}>
            <Checkbox
              checked={made.includes(place)}
              disabled={closed}
              onChange={(isMade) => tick(place, isMade)}
            >
              <SafeHtml html={html} lang={lang} as="span" />
            </Checkbox>
          </li>
        ))}
      </ul>
      <p className="secondary" id={id} aria-live="polite">
        {count}
      </p>
    </fieldset>
  );
}
