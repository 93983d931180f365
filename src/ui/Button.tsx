import type { ReactNode } from 'react';
import { Key } from './Key.tsx';
import './Button.css';

export interface ButtonProps {
  readonly children: ReactNode;
  /** `go` is the one vermilion button of a screen; `quiet` is an underlined word. */
  readonly variant?: 'go' | 'plain' | 'quiet';
  /** `small` is 44px high and as wide as its words. */
  readonly size?: 'full' | 'small' | undefined;
  /** With an address it is a link that looks like a button. */
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  /** Cannot be pressed now; stays reachable, and its words should say why. */
  readonly disabled?: boolean | undefined;
  /** What the key cap shows. */
  readonly keyHint?: string | undefined;
  /** The key for assistive technology, e.g. `Space`. */
  readonly keyShortcut?: string | undefined;
  readonly type?: 'button' | 'submit';
  /** Accessible name, where the visible words are not enough; must contain them. */
  readonly name?: string | undefined;
}

/** A button, or a link that looks like one. */
export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'full', disabled = false, type = 'button' } = props;
  const shared = {
    className: `button button--${variant} button--${size}`,
    'aria-label': props.name,
    'aria-keyshortcuts': props.keyShortcut,
  };
  const inside = (
    <>
      {props.children}
      {props.keyHint === undefined ? null : <Key>{props.keyHint}</Key>}
    </>
  );
  if (props.href !== undefined && !disabled) {
    return (
      <a {...shared} href={props.href} onClick={props.onClick}>
        {inside}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type={disabled ? 'button' : type}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : props.onClick}
    >
      {inside}
    </button>
  );
}
