import { IconPlay } from './Icons.tsx';
import './SourceLink.css';

export interface SourceLinkProps {
  readonly children: string;
  /** Without an address it is plain words, which should then say why. */
  readonly href?: string | undefined;
}

/** Leads to the minute of the source; opens beside the app. */
export function SourceLink({ children, href }: SourceLinkProps) {
  if (href === undefined) {
    return (
      <span className="source-link source-link--away">
        <IconPlay />
        {children}
      </span>
    );
  }
  return (
    <a className="source-link" href={href} target="_blank" rel="noreferrer">
      <IconPlay />
      {children}
    </a>
  );
}
