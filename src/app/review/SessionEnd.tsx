import { useEffect, useState } from 'react';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { append } from '../../store/log.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecallChip } from '../../ui/RecallChip.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { Section } from '../../ui/Section.tsx';
import { momentOf } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useReviewMore } from '../messages/useReviewMore.ts';
import { hrefOf, routes } from '../routes.ts';
import type { Touched } from './session.ts';
import { readSummary, type Deepened, type Summary } from './summary.ts';
import './SessionEnd.css';

const MORE = 5;

function Recalled({ summary }: { readonly summary: Summary }) {
  const { end } = useReviewMore();
  const { tally, expected } = summary;
  if (tally.reviewed === 0) return null;
  return (
    <>
      {end.recalledBefore}
      <strong className="info">{tally.passed}</strong>
      {end.recalledOf(tally.reviewed)}
      {expected ? (
        <>
          {end.expectedBefore}
          <span className="model nowrap">
            {expected.low === expected.high ? expected.low : `${expected.low}–${expected.high}`}
          </span>
        </>
      ) : null}
      {end.expectedAfter}
    </>
  );
}

function Deeper({ deepened }: { readonly deepened: readonly Deepened[] }) {
  const { common } = useMessages();
  const { end } = useReviewMore();
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  if (deepened.length === 0) return null;
  return (
    <Section title={end.deeper}>
      <List label={end.deeper}>
        {deepened.map(({ concept, before, after }) => {
          const words = end.deeperName(common.percent(before), common.percent(after));
          return (
            <ListRow
              key={concept}
              lead={
                <span className="session-end__change">
                  <span className="visually-hidden">{words}</span>
                  <span aria-hidden="true" className="session-end__chips">
                    <RecallChip
                      recall={before === 0 ? undefined : before}
                      text={common.percent(before)}
                      name={common.percent(before)}
                    />
                    →
                    <RecallChip
                      recall={after}
                      text={common.percent(after)}
                      name={common.percent(after)}
                    />
                  </span>
                </span>
              }
            >
              {catalogue.concept.get(concept)?.name[language]}
            </ListRow>
          );
        })}
      </List>
    </Section>
  );
}

export interface SessionEndProps {
  readonly touched: ReadonlyMap<string, Touched>;
  /** Goes on with what is still waiting. */
  readonly onGoOn: () => void;
}

/** The last page: what was done, and what comes tomorrow. */
export function SessionEnd({ touched, onGoOn }: SessionEndProps) {
  const environment = useEnvironment();
  const { common, trouble: troubleWords } = useMessages();
  const { end } = useReviewMore();
  const [summary, setSummary] = useState<Summary | null>(null);
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  useEffect(() => {
    let open = true;
    readSummary(environment, touched).then(
      (read) => open && setSummary(read),
      (error: unknown) => open && setTrouble(asStoreError(error).trouble),
    );
    return () => {
      open = false;
    };
  }, [environment, touched]);

  const learnMore = () => {
    const { store, clock } = environment;
    const moment = momentOf(clock, store.settings.rollover);
    const { extraNew } = store.settings;
    const already = extraNew?.day === moment.day ? extraNew.cards : 0;
    const value = { day: moment.day, cards: already + MORE };
    append(store, [{ type: 'set', key: 'extraNew', value, ...moment }]).then(
      onGoOn,
      (error: unknown) => setTrouble(asStoreError(error).trouble),
    );
  };

  if (trouble) {
    const words = troubleWords.other[trouble];
    return <Notice title={words.title}>{words.body}</Notice>;
  }
  if (!summary) return null;
  const { tally, left, unseen, tomorrow } = summary;
  const minutes = Math.max(1, Math.round(tally.time / 60_000));
  const more = Math.min(MORE, unseen);
  return (
    <div className="session-end">
      <header className="session-end__head">
        <h1>{left > 0 ? end.partTitle : end.title}</h1>
        {left > 0 ? null : <Seal glyph={end.sealGlyph} name={end.seal} />}
      </header>
      <p className="session-end__sum">
        {tally.answers === 0 ? end.none : end.answered(tally.answers, minutes)}
        {common.gap}
        <Recalled summary={summary} />
      </p>
      <Deeper deepened={summary.deepened} />
      <p className="secondary">
        {left > 0 ? end.left(left) + common.gap : ''}
        {end.tomorrow(tomorrow)}
      </p>
      <Foot>
        <div className="session-end__actions">
          {left > 0 ? <Button onClick={onGoOn}>{end.goOn}</Button> : null}
          {left === 0 && more > 0 ? <Button onClick={learnMore}>{end.more(more)}</Button> : null}
          <Button href={hrefOf(routes.today)}>{end.today}</Button>
        </div>
      </Foot>
    </div>
  );
}
