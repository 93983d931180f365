import { useId } from 'react';
import type { Language } from '../domain/deck.ts';
import type { Stretch } from '../domain/typedAnswer.ts';
import { IconCheck, IconCross } from './Icons.tsx';
import './TypedField.css';

export interface TypedFieldProps {
  readonly lang: Language;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  /** After checking: what it came to, in words, and letter by letter where it was wrong. */
  readonly checked?:
    | {
        readonly isRight: boolean;
        readonly words: string;
        readonly stretches: readonly Stretch[];
        /** Heard before letters that are too much, and before letters that are missing. */
        readonly extra: string;
        readonly missing: string;
      }
    | undefined;
  /** Nothing can be typed any more. */
  readonly closed: boolean;
}

/** The field of a typed answer, and below it what was typed against the answer. */
export function TypedField(props: TypedFieldProps) {
  const { lang, label, value, onChange, onEnter, checked, closed } = props;
  const id = useId();
  return (
    <div className="typed">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="typed__input"
        lang={lang === 'zh' ? 'zh-Hans' : 'en'}
        value={value}
        placeholder={label}
        readOnly={closed}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // The question is the only thing on the screen, and typing is what it asks for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={!closed}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          if (!closed) onEnter();
        }}
      />
      {checked ? (
        <p className="typed__result">
          {checked.isRight ? <IconCheck /> : <IconCross />} {checked.words}
        </p>
      ) : null}
      {checked && checked.stretches.length > 0 ? (
        <p className="typed__diff read" lang={lang === 'zh' ? 'zh-Hans' : 'en'}>
          {checked.stretches.map(({ is, text }, place) => {
            const key = `${place}${is}`;
            if (is === 'same') return <span key={key}>{text}</span>;
            const heard = is === 'extra' ? checked.extra : checked.missing;
            const Tag = is === 'extra' ? 'del' : 'ins';
            return (
              <Tag key={key} className={`typed__${is}`}>
                <span className="visually-hidden">{heard}</span>
                {text}
              </Tag>
            );
          })}
        </p>
      ) : null}
    </div>
  );
}
