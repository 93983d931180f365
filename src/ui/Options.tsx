import { useId } from 'react';
import type { Language } from '../domain/deck.ts';
import { IconCheck, IconCross } from './Icons.tsx';
import { SafeHtml } from './SafeHtml.tsx';
import { usePlainKeys } from './usePlainKeys.ts';
import './Options.css';

export interface Option {
  /** What the option is known by, whatever place it is shown at: its number in the deck, or any other. */
  readonly value: number;
  /** Safe HTML. */
  readonly html: string;
}

export interface OptionsProps {
  readonly lang: Language;
  /** Name of the group. */
  readonly label: string;
  /** Up to six, in the order shown. */
  readonly options: readonly Option[];
  readonly chosen: number | undefined;
  readonly onChoose: (value: number) => void;
  /** After checking: which is right, and the words beside ✓ and ✗. */
  readonly checked?:
    | { readonly right: number; readonly rightWords: string; readonly wrongWords: string }
    | undefined;
}

const LETTERS = 'ABCDEF';

/** The options of a choice card: radios with letters, which are also their keys. */
export function Options({ lang, label, options, chosen, onChoose, checked }: OptionsProps) {
  const name = useId();
  const open = checked === undefined;
  usePlainKeys((key) => {
    const option = options[LETTERS.indexOf(key)];
    if (open && option !== undefined) onChoose(option.value);
  });

  return (
    <div className="options" role="radiogroup" aria-label={label}>
      {options.map((option, place) => {
        const letter = LETTERS.charAt(place);
        const isRight = checked?.right === option.value;
        const isMissed = checked !== undefined && !isRight && chosen === option.value;
        return (
          <label className="options__row" key={option.value}>
            <input
              className="options__input visually-hidden"
              type="radio"
              name={name}
              value={option.value}
              checked={chosen === option.value}
              disabled={!open}
              aria-keyshortcuts={letter}
              onChange={() => onChoose(option.value)}
            />
            <span className="options__letter" aria-hidden="true">
              {letter}
            </span>
            <span className="options__text">
              <SafeHtml html={option.html} lang={lang} as="span" />
            </span>
            {isRight ? (
              <span className="options__verdict options__verdict--right">
                <IconCheck />
                {checked.rightWords}
              </span>
            ) : null}
            {isMissed ? (
              <span className="options__verdict">
                <IconCross />
                {checked.wrongWords}
              </span>
            ) : null}
          </label>
        );
      })}
    </div>
  );
}
