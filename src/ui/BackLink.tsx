import { IconBack } from './Icons.tsx';
import './BackLink.css';

export interface BackLinkProps {
  readonly href: string;
  /** The parent page's name. */
  readonly children: string;
}

/** Back to the parent page. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <a className="back-link" href={href}>
      <IconBack />
      {children}
    </a>
  );
}
