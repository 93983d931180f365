import { useEffect, useMemo, useState } from 'react';
import { plainText } from '../../domain/find.ts';
import { LEVEL, type Leech } from '../../domain/leech.ts';
import type { ChapterText } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { SourceLink } from '../../ui/SourceLink.tsx';
import { Words } from '../../ui/Words.tsx';
import type { ModelReport } from '../../workers/model.worker.ts';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useModelMessages } from '../messages/useModelMessages.ts';
import { chapterHref, conceptHref } from '../routes.ts';
import { useOnline } from '../useOnline.ts';

/** Leeches shown before all are asked for. */
const FIRST = 5;

export interface LeechPartProps {
  readonly report: ModelReport;
}

/** Cards that are missed more often than predicted, and what to do about each. */
export function LeechPart({ report }: LeechPartProps) {
  const { model: words } = useModelMessages();
  const [isAll, setAll] = useState(false);
  const { tested, leeches } = report.leeches;
  const shown = leeches.slice(0, isAll ? undefined : FIRST);
  const texts = useTexts(shown);
  const isTooHigh = report.calibration.said?.verdict === 'too-high';
  return (
    <Section title={words.leeches} hint={tested === 0 ? undefined : words.leechHint(tested, LEVEL)}>
      {leeches.length === 0 ? <p>{tested === 0 ? words.noTested : words.noLeeches}</p> : null}
      {leeches.length > 0 && isTooHigh ? <p>{words.leechTooHigh}</p> : null}
      {leeches.length > 0 ? <p className="secondary">{words.leechTodo}</p> : null}
      <ul className="model__leeches">
        {shown.map((leech) => (
          <LeechEntry key={leech.card} leech={leech} texts={texts} />
        ))}
      </ul>
      {leeches.length > shown.length ? (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          {words.andMore(leeches.length)}
        </Button>
      ) : null}
    </Section>
  );
}

/** The words of these cards' chapters, as far as they can be had. */
function useTexts(leeches: readonly Leech[]): readonly ChapterText[] {
  const { catalogue, loadChapterText } = useEnvironment();
  const [texts, setTexts] = useState<readonly ChapterText[]>([]);
  const names = [
    ...new Set(leeches.flatMap(({ card }) => catalogue.card.get(card)?.chapterId ?? [])),
  ].join(' ');
  const chapters = useMemo(() => (names === '' ? [] : names.split(' ')), [names]);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const loaded = await Promise.allSettled(chapters.map((id) => loadChapterText(id)));
      const had = loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      if (isCurrent) setTexts(had);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [chapters, loadChapterText]);
  return texts;
}

interface EntryProps {
  readonly leech: Leech;
  readonly texts: readonly ChapterText[];
}

function LeechEntry({ leech, texts }: EntryProps) {
  const { model: words, time } = useModelMessages();
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.cardLanguage);
  const online = useOnline();
  const card = catalogue.card.get(leech.card);
  const concept = catalogue.concept.get(card?.conceptId ?? '');
  const text = texts.find(({ cards }) => cards[leech.card])?.cards[leech.card]?.[language];
  const ask = text ? plainText(text.ask) : leech.card;
  const at = concept?.at;
  const address = catalogue.deck.get(card?.deckId ?? '')?.source.at;
  const rivals = [...(concept?.near ?? []), ...(card?.against ? [card.against] : [])];
  const near = [...new Set(rivals)].flatMap((id) => catalogue.concept.get(id) ?? []);
  return (
    <li className="model__leech">
      <p className="model__ask" lang={LANG[language]}>
        <a href={chapterHref(card?.chapterId ?? '', leech.card)}>
          <Words lang={language}>{ask}</Words>
        </a>
      </p>
      <p className="secondary">
        {words.leechFacts(leech.misses, leech.answers, leech.expected, leech.p)}
      </p>
      <p className="model__help caption">
        {at && address ? (
          <SourceLink href={online ? address.replace('{seconds}', String(at.seconds)) : undefined}>
            {words.sourceAt(time.place(at.seconds), at.around)}
          </SourceLink>
        ) : null}
        {near.length === 0 ? null : (
          <span>
            {words.leechNear}
            {near.map(({ id, name }, place) => (
              <span key={id}>
                {place === 0 ? words.leechNearGap : words.leechNearJoint}
                <a href={conceptHref(id)} lang={LANG[language]}>
                  {name[language]}
                </a>
              </span>
            ))}
          </span>
        )}
      </p>
    </li>
  );
}
