import type { Source, SourceTime } from '../../domain/deck.ts';
import { SourceLink } from '../../ui/SourceLink.tsx';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { addressAt } from './place.ts';
import { useOnline } from '../useOnline.ts';

export interface MinuteLinkProps {
  readonly source: Source;
  readonly at: SourceTime;
}

/** To the minute of the source. */
export function MinuteLink({ source, at }: MinuteLinkProps) {
  const { decks, time } = useDecksMessages();
  const online = useOnline();
  const address = addressAt(source, at.seconds);
  const place = time.place(at.seconds);
  const words = at.around ? decks.talkAround(place) : decks.talkFrom(place);
  const away = address !== undefined && !online;
  return (
    <SourceLink href={away ? undefined : address}>{away ? decks.offline(words) : words}</SourceLink>
  );
}
