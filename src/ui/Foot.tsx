import type { ReactNode } from 'react';
import './Foot.css';

export interface FootProps {
  readonly children: ReactNode;
  /**
   * `inline`: on desk it stands where it is written, on phone at the bottom of the screen.
   * `stay` (default): at the bottom of the sheet on both.
   */
  readonly place?: 'stay' | 'inline';
}

/** The screen's buttons, in thumb reach; what scrolls under them fades. */
export function Foot({ children, place = 'stay' }: FootProps) {
  return <div className={`foot foot--${place}`}>{children}</div>;
}
