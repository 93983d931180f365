import type { SourceTime } from '../../domain/deck.ts';
import { SourceLink } from '../../ui/SourceLink.tsx';
import { useEnvironment } from '../environment.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useOnline } from '../useOnline.ts';

export interface MinuteLinkProps {
  readonly deckId: string;
  readonly at: SourceTime;
}

/** To the minute of a deck's source; plain words while there is no network. */
export function MinuteLink({ deckId, at }: MinuteLinkProps) {
  const { catalogue } = useEnvironment();
  const { review, time } = useMessages();
  const online = useOnline();
  const address = catalogue.deck.get(deckId)?.source.at;
  const place = time.place(at.seconds);
  if (address === undefined) return null;
  return (
    <SourceLink href={online ? address.replace('{seconds}', String(at.seconds)) : undefined}>
      {online ? review.source(place, at.around) : review.sourceOffline(place)}
    </SourceLink>
  );
}
