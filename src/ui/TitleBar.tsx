import type { ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { IconClose } from './Icons.tsx';
import './TitleBar.css';

export interface TitleBarProps {
  readonly close: { readonly label: string; readonly href: string };
  readonly title: string;
  /** At the right end, e.g. a Menu. */
  readonly children?: ReactNode;
}

/** The top row of a page that is closed when it was read, e.g. a result. */
export function TitleBar({ close, title, children }: TitleBarProps) {
  return (
    <div className="title-bar">
      <IconButton {...close} icon={<IconClose />} keyShortcut="Escape" />
      <span className="title-bar__title">{title}</span>
      {children}
    </div>
  );
}
