import { IconBack } from './Icons.tsx';
import './BackLink.css';

export interface BackLinkProps {
  readonly href: string;
  /** The parent page's name. */
  readonly children: string;
  /** Of the name, where it is not that of the interface. */
  readonly lang?: string | undefined;
}

/** Back to the parent page. */
export function BackLink({ href, children, lang }: BackLinkProps) {
  return (
    <a className="back-link" href={href} lang={lang}>
      <IconBack />
      {children}
    </a>
  );
}
