import type { Deck } from '../../domain/deck.ts';
import { timelineOf } from '../../domain/retention/timeline.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import { TalkMap } from '../../ui/TalkMap.tsx';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { useLooks } from '../looks.ts';
import { conceptHref } from '../routes.ts';
import { Recall } from '../shared/Standing.tsx';
import { fits, type Filter, type Row } from './rows.ts';

/** Letters of a chapter's name that stand under its column. */
const SHORT = { zh: 9, en: 22 } as const;

function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}

const HALF_HOUR = 1800;

export interface MapPartProps {
  readonly deck: Deck;
  readonly rows: readonly Row[];
  readonly filter: Filter;
  /** The finding in one sentence. */
  readonly finding: string;
  readonly selected: string | null;
  readonly onSelect: (concept: string) => void;
}

/** The map of the talk, and under it the concept that is selected. */
export function MapPart({ deck, rows, filter, finding, selected, onSelect }: MapPartProps) {
  const { concepts: words, common, time } = useConceptsMessages();
  const { decks } = useDecksMessages();
  // The map has a field of its own to be read by.
  const { readLabel: _read, ...chart } = useChartWords(words.title);
  const language = useLooks((looks) => looks.language);
  const byId = new Map(rows.map((row) => [row.concept.id, row]));
  const chosen = selected === null ? undefined : byId.get(selected);
  const spans = timelineOf(deck.chapters, (id) => byId.get(id)?.known);
  const places = new Map(deck.chapters.map(({ id }, place) => [id, place]));
  const [from, to] = [spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0];
  const halfHours = Math.floor(to / HALF_HOUR) + 1;
  const minuteOf = ({ concept, chapter }: Row) => {
    const at = concept.at ?? deck.chapters[chapter]?.at;
    return at ? time.place(at.seconds) : '';
  };
  const shareOf = ({ recall }: Row) => (recall === undefined ? null : common.percent(recall));
  return (
    <>
      <TalkMap
        sentence={words.mapSentence(deck.chapters.length, rows.length, finding)}
        {...chart}
        head={words.mapHead}
        rows={rows.map((row) => [
          deck.chapters[row.chapter]?.title[language] ?? '',
          row.concept.name[language],
          minuteOf(row),
          shareOf(row) ?? decks.recall[0],
          words.covered(row.known.begun, row.known.cards),
        ])}
        chapters={deck.chapters.map((chapter, place) => ({
          id: chapter.id,
          name: shortened(chapter.title[language], SHORT[language]),
          concepts: rows
            .filter((row) => row.chapter === place)
            .map((row) => ({
              id: row.concept.id,
              recall: row.recall,
              isAway: !fits(row, filter),
              name: words.spoken(row.concept.name[language], decks.recall[row.step], shareOf(row)),
            })),
        }))}
        spans={spans.map((span) => ({
          from: span.from,
          to: span.to,
          recall: span.recall ?? undefined,
          chapters: span.chapters.flatMap((id) => places.get(id) ?? []),
        }))}
        ticks={Array.from({ length: halfHours }, (_, i) => i * HALF_HOUR)
          .filter((at) => at >= from && at <= to)
          .map((at) => ({ at, label: words.hours(at) }))}
        isUpright={language === 'zh'}
        selected={selected}
        needs={chosen?.concept.needs ?? []}
        near={chosen?.concept.near ?? []}
        keysLabel={words.mapKeys}
        onSelect={onSelect}
        onOpen={(id) => {
          window.location.hash = conceptHref(id);
        }}
      />
      <ul className="list concepts__selected">
        {chosen ? (
          <ListRow
            lead={<Recall known={chosen.known} />}
            href={conceptHref(chosen.concept.id)}
            note={words.joined([
              deck.chapters[chosen.chapter]?.title[language] ?? '',
              minuteOf(chosen),
              words.links(chosen.concept.needs.length, chosen.concept.near.length),
            ])}
          >
            <b>{chosen.concept.name[language]}</b>
          </ListRow>
        ) : (
          <li className="secondary">{words.selectHint}</li>
        )}
      </ul>
      <p className="caption">{words.rings}</p>
      {spans.length > 0 ? <p className="caption">{words.stripNote}</p> : null}
    </>
  );
}
