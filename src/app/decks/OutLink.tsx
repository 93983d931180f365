import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { useOnline } from '../useOnline.ts';

export interface OutLinkProps {
  readonly href: string | undefined;
  readonly children: string;
}

/** Leads out of the app, beside it; plain words that say why while there is no network. */
export function OutLink({ href, children }: OutLinkProps) {
  const { decks } = useDecksMessages();
  const online = useOnline();
  if (href === undefined) return null;
  if (!online) return <span className="out-link out-link--away">{decks.offline(children)}</span>;
  return (
    <a className="out-link" href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
