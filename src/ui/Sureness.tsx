import { useId } from 'react';
import type { Confidence } from '../domain/event.ts';
import { Key } from './Key.tsx';
import { usePlainKeys } from './usePlainKeys.ts';
import './Choice.css';
import './Sureness.css';

export interface SurenessOption {
  readonly value: Confidence;
  readonly label: string;
  /** One letter that nothing else on the screen listens to. */
  readonly keyHint: string;
}

export interface SurenessProps {
  /** Seen before the strip, e.g. 有多大把握（可不选）. */
  readonly label: string;
  /** From the least sure to the surest. */
  readonly options: readonly SurenessOption[];
  readonly chosen: Confidence | undefined;
  /** Pressing what is chosen, or its key, takes the choice back. */
  readonly onChoose: (value: Confidence | undefined) => void;
  /** The answer is out: it stays as it is. */
  readonly closed?: boolean;
}

/** How sure one is before the answer is seen; nobody has to say. */
export function Sureness(props: SurenessProps) {
  const { label, options, chosen, onChoose, closed = false } = props;
  const id = useId();
  usePlainKeys((key) => {
    const option = options.find(({ keyHint }) => keyHint.toUpperCase() === key);
    if (!closed && option) onChoose(option.value === chosen ? undefined : option.value);
  });
  return (
    <div className="sureness">
      <span className="sureness__label" id={id}>
        {label}
      </span>
      <div className="choice__strip" role="radiogroup" aria-labelledby={id}>
        {options.map(({ value, label: words, keyHint }) => (
          <label key={value} className="choice__option">
            <input
              className="visually-hidden"
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              disabled={closed}
              aria-keyshortcuts={keyHint}
              onChange={() => onChoose(value)}
              onClick={() => {
                if (value === chosen) onChoose(undefined);
              }}
            />
            <span>
              {words} <Key>{keyHint}</Key>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
