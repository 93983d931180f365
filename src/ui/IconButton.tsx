import type { ReactNode } from 'react';
import './IconButton.css';

export interface IconButtonProps {
  /** Accessible name; also the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
  readonly keyShortcut?: string | undefined;
}

/** A 44px target that shows an icon only. */
export function IconButton({ label, icon, href, onClick, disabled, keyShortcut }: IconButtonProps) {
  const shared = {
    className: 'icon-button',
    'aria-label': label,
    title: label,
    'aria-keyshortcuts': keyShortcut,
  };
  if (href !== undefined) {
    return (
      <a {...shared} href={href} onClick={onClick}>
        {icon}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type="button"
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
    >
      {icon}
    </button>
  );
}
