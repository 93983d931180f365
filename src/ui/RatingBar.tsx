import { Key } from './Key.tsx';
import './RatingBar.css';

export interface RatingChoice<R extends string> {
  readonly rating: R;
  readonly label: string;
  /** When the card would come back, e.g. 28 天. */
  readonly interval: string;
  /** Accessible name: both in one sentence, beginning with the label. */
  readonly name: string;
  /** What the key cap shows, and the key. */
  readonly keyHint: string;
}

export interface RatingBarProps<R extends string> {
  /** Name of the group. */
  readonly label: string;
  /** In order, from again to easy. */
  readonly choices: readonly RatingChoice<R>[];
  readonly onRate: (rating: R) => void;
  /** While the last answer is being written: nothing can be pressed, nothing loses the focus. */
  readonly disabled?: boolean;
}

/** Four equal buttons: none is louder than another. */
export function RatingBar<R extends string>(props: RatingBarProps<R>) {
  const { label, choices, onRate, disabled = false } = props;
  return (
    <fieldset className="rating-bar" aria-busy={disabled || undefined}>
      <legend className="visually-hidden">{label}</legend>
      <div className="rating-bar__frame">
        <div className="rating-bar__row">
          {choices.map((choice) => (
            <button
              key={choice.rating}
              type="button"
              className="rating-bar__button"
              aria-label={choice.name}
              aria-keyshortcuts={choice.keyHint}
              aria-disabled={disabled || undefined}
              onClick={disabled ? undefined : () => onRate(choice.rating)}
            >
              <Key>{choice.keyHint}</Key>
              <span className="rating-bar__label">{choice.label}</span>
              <span className="rating-bar__interval">{choice.interval}</span>
            </button>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
