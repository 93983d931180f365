import type { ReactNode } from 'react';
import './Banner.css';

export interface BannerProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** One word to press, at the right. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

/** One line that says how things stand: offline, a new version. It hides nothing. */
export function Banner({ children, icon, action }: BannerProps) {
  return (
    <div className="banner">
      <output className="banner__text">
        {icon}
        <span>{children}</span>
      </output>
      {action === undefined ? null : (
        <button type="button" className="banner__action" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </div>
  );
}
