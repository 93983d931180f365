import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { IconClose, IconUndo } from './Icons.tsx';
import { Key } from './Key.tsx';
import './Progress.css';

export interface ProgressProps {
  readonly close: {
    readonly label: string;
    readonly href?: string;
    readonly onClick?: () => void;
  };
  readonly done: number;
  readonly of: number;
  /** What is seen, e.g. 12 / 42. */
  readonly text: string;
  /** What is heard, e.g. 第12张，共42张. */
  readonly name: string;
  readonly undo?:
    | {
        readonly label: string;
        readonly keyHint: string;
        readonly onClick: () => void;
        readonly disabled?: boolean;
      }
    | undefined;
  /** A word at the right end, e.g. 自测. */
  readonly title?: string | undefined;
  /** What stands at the right end, e.g. a Menu. */
  readonly children?: ReactNode;
}

/** The top row of a review or a quiz. */
export function Progress({ close, done, of, text, name, undo, title, children }: ProgressProps) {
  return (
    <div className="progress">
      <IconButton {...close} icon={<IconClose />} keyShortcut="Escape" />
      <span className="progress__text" aria-hidden="true">
        {text}
      </span>
      <progress
        className="progress__track"
        aria-label={name}
        aria-valuetext={text}
        max={Math.max(1, of)}
        value={Math.min(done, Math.max(1, of))}
      />
      {undo === undefined ? null : (
        <button
          type="button"
          className="progress__undo"
          aria-keyshortcuts={undo.keyHint}
          aria-disabled={undo.disabled || undefined}
          onClick={undo.disabled ? undefined : undo.onClick}
        >
          <IconUndo />
          <span className="progress__undo-label">{undo.label}</span>
          <Key>{undo.keyHint}</Key>
        </button>
      )}
      {title === undefined ? null : <span className="progress__title">{title}</span>}
      {children}
    </div>
  );
}
