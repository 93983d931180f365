import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Discussions } from '../../domain/discussion.ts';
import { confusionMatrix, pairsNotToldApart } from '../../domain/quiz/confusion.ts';
import { resultOf, type Expected, type Result, type Score } from '../../domain/quiz/result.ts';
import { readDiscussions } from '../../store/discussions.ts';
import type { QuizRecord } from '../../store/quizzes.ts';
import { BigNumber } from '../../ui/BigNumber.tsx';
import { Button } from '../../ui/Button.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { ScoreAxis } from '../../ui/ScoreAxis.tsx';
import { Section } from '../../ui/Section.tsx';
import { ShareRow } from '../../ui/ShareRow.tsx';
import { TitleBar } from '../../ui/TitleBar.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { Page } from '../Page.tsx';
import { conceptHref, discussionHref, hrefOf, routes } from '../routes.ts';
import { useAnswerKeys } from '../useAnswerKeys.ts';
import { useChartWords } from '../useChartWords.ts';
import type { Library } from './library.ts';
import { MinuteLink } from './MinuteLink.tsx';
import { Misses, RightOnes } from './Answers.tsx';
import { useQuizName } from './quizName.ts';
import type { QuizSession, QuizState } from './session.ts';
import { linkAddress, ShareLink } from './ShareLink.tsx';
import { useTopOfPage } from './useTopOfPage.ts';
import { ToToday } from './ToToday.tsx';

const HOME = hrefOf(routes.quizzes);
/** Concepts shown before the rest is asked for. */
const SHOWN = 8;

/** The discussions, for their names; null until they are read, and where they can't be. */
function useDiscussions(): Discussions | null {
  const { store } = useEnvironment();
  const [discussions, setDiscussions] = useState<Discussions | null>(null);
  useEffect(() => {
    let isOpen = true;
    readDiscussions(store).then(
      (read) => isOpen && setDiscussions(read),
      // Only a name is missed, which is then said to be gone.
      () => {},
    );
    return () => {
      isOpen = false;
    };
  }, [store]);
  return discussions;
}

function ScoreWords({ score, expected }: { readonly score: Score; expected: Expected | null }) {
  const { quiz, common } = useQuizMessages();
  const { asked, isFew, interval } = score;
  const sure = quiz.interval(asked, interval.low, interval.high);
  const held = expected === null ? quiz.noForecast : quiz.held(expected, expected.asked === asked);
  return (
    <p className="quiz-result__words">
      {held}
      {common.gap}
      {isFew ? quiz.fewAnswers(asked) : sure}
    </p>
  );
}

function Axis({ expected }: { readonly expected: Expected }) {
  const { quiz } = useQuizMessages();
  const chart = useChartWords(quiz.axisName);
  const { asked, right, mean, low, high } = expected;
  const about = mean.toFixed(1);
  return (
    <ScoreAxis
      {...chart}
      sentence={quiz.axis(right, asked, about, low, high)}
      score={right}
      of={asked}
      scoreLabel={quiz.axisScore(right)}
      endLabel={quiz.axisEnd(asked)}
      forecast={{ expected: mean, low, high, label: quiz.axisForecast(about) }}
      head={quiz.axisHead}
      rows={[[right, about, quiz.range(low, high)]]}
    />
  );
}

/** What was put into the score, and what the answers did to the schedule. */
function Effects({ record }: { readonly record: QuizRecord }) {
  const { quiz } = useQuizMessages();
  const moved = record.answers.filter(({ grant }) => grant !== undefined).length;
  const isPractice = record.begun.mode === 'quiz-practice';
  return <p className="secondary">{isPractice ? quiz.movedNothing : quiz.movedCards(moved)}</p>;
}

function Concepts({ result }: { readonly result: Result }) {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz } = useQuizMessages();
  const [isOpen, setOpen] = useState(false);
  const { concepts } = result;
  if (concepts.length < 2) return null;
  const shown = isOpen ? concepts : concepts.slice(0, SHOWN);
  return (
    <Section title={quiz.byConcept} hint={quiz.byConceptHint}>
      <List label={quiz.byConcept}>
        {shown.map(({ concept, right, asked, interval: { low, high }, isFew }) => (
          <ShareRow
            key={concept}
            name={catalogue.concept.get(concept)?.name[language] ?? concept}
            href={conceptHref(concept)}
            bar={{ share: right / asked, low, high, name: quiz.shareName(right, asked, low, high) }}
            count={quiz.score(right, asked)}
            doubt={isFew ? quiz.few : undefined}
          />
        ))}
      </List>
      {shown.length < concepts.length ? (
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {quiz.more(concepts.length - shown.length)}
        </Button>
      ) : null}
    </Section>
  );
}

function Confusions({ result }: { readonly result: Result }) {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz } = useQuizMessages();
  const nameOf = (id: string) => catalogue.concept.get(id)?.name[language] ?? id;
  const took = confusionMatrix(result.confusions).map(({ asked, taken, times }) => ({
    words: quiz.tookFor(nameOf(taken), nameOf(asked)),
    times,
  }));
  const apart = pairsNotToldApart(result.notToldApart).map(({ pair: [one, other], times }) => ({
    words: quiz.notApart(nameOf(one), nameOf(other)),
    times,
  }));
  const confused = [...took, ...apart];
  if (confused.length === 0) return null;
  return (
    <Section title={quiz.mixedUp}>
      <List label={quiz.mixedUp}>
        {confused.map(({ words, times }) => (
          <ListRow key={words} trail={times > 1 ? quiz.times(times) : undefined}>
            {words}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

function WatchAgain({ result }: { readonly result: Result }) {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz } = useQuizMessages();
  const watch = result.watch.filter(({ deckId }) => catalogue.deck.get(deckId)?.source.at);
  if (watch.length === 0) return null;
  return (
    <Section title={quiz.watchAgain}>
      <ul className="quiz-result__watch">
        {watch.map(({ deckId, seconds, around, concepts }) => (
          <li key={`${deckId} ${seconds}`}>
            <MinuteLink deckId={deckId} at={{ seconds, around }} />
            <span className="caption">
              {quiz.joined(concepts.map((id) => catalogue.concept.get(id)?.name[language] ?? id))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OpenOnes({ result, library }: { readonly result: Result; readonly library: Library }) {
  const language = useLooks((looks) => looks.cardLanguage);
  const { quiz } = useQuizMessages();
  if (result.open.length === 0) return null;
  return (
    <Section title={quiz.openOnes} hint={quiz.openHint}>
      <List label={quiz.openOnes}>
        {result.open.map(({ question, points, of }) => (
          <ListRow key={question} note={quiz.pointsMade(points.length, of)}>
            <SafeHtml
              html={library.open.get(question)?.ask[language] ?? question}
              lang={language}
              as="span"
            />
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

/** What else can be done with the quiz. */
function Ways({ record }: { readonly record: QuizRecord }) {
  const { quiz } = useQuizMessages();
  const { discussion } = record.begun;
  const address = linkAddress(record.begun);
  return (
    <Section title={quiz.ways}>
      <div className="quiz-result__ways">
        {address === null ? null : (
          <>
            <Button size="small" href={address}>
              {quiz.sameAgain}
            </Button>
            <ShareLink address={address} />
          </>
        )}
        {discussion === undefined ? null : (
          <Button size="small" href={discussionHref(discussion, 'brief')}>
            {quiz.brief}
          </Button>
        )}
      </div>
      <p className="secondary">{quiz.shareHint}</p>
    </Section>
  );
}

function Head({ result, record }: { readonly result: Result; readonly record: QuizRecord }) {
  const { quiz, common } = useQuizMessages();
  const { score, expected, open } = result;
  if (score.asked === 0) {
    return (
      <>
        <h1>{open.length > 0 ? quiz.onlyOpen : quiz.nothingAnswered}</h1>
        <Effects record={record} />
      </>
    );
  }
  const left = result.unanswered.length;
  return (
    <>
      <BigNumber tone="score" value={String(score.right)} unit={quiz.outOf(score.asked)} />
      <ScoreWords score={score} expected={expected} />
      {expected ? <Axis expected={expected} /> : null}
      {left === 0 ? null : (
        <p className="secondary">
          {quiz.leftOut(left)}
          {common.gap}
        </p>
      )}
      <Effects record={record} />
    </>
  );
}

export interface QuizResultProps {
  readonly session: QuizSession;
  readonly record: QuizRecord;
  readonly library: Library;
  readonly state: QuizState;
}

/** What a quiz came to, and what to do about it. */
export function QuizResult({ session, record, library, state }: QuizResultProps) {
  const { catalogue } = useEnvironment();
  const { quiz, review } = useQuizMessages();
  const nameOf = useQuizName(useDiscussions());
  const language = useStore(session.state, (one) => one.language);
  const { begun, answers, open, isEnded } = record;
  const result = useMemo(() => {
    const { wordsOf, names } = library;
    return resultOf(begun, [...answers, ...open], catalogue, wordsOf, names);
  }, [begun, answers, open, catalogue, library]);
  const undo = () => {
    // What was ended on purpose would ask nothing again.
    if (!isEnded) void session.undo();
  };
  useAnswerKeys({
    onGoOn: () => {},
    onRate: () => {},
    onUndo: undo,
    onRedo: () => {},
    others: {
      l: session.flip,
      escape: () => {
        window.location.hash = HOME;
      },
    },
  });
  const page = useRef<HTMLElement>(null);
  // Where the last question was, its result is read next.
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  useTopOfPage();
  const missed = result.misses.map(({ card }) => card);
  return (
    <Page
      title={quiz.result}
      narrow
      bar={
        <TitleBar
          close={{ label: quiz.leaveResult, href: HOME }}
          title={quiz.resultOf(nameOf(begun))}
        >
          {isEnded ? null : (
            <Button variant="quiet" onClick={undo} keyHint="U">
              {review.undo}
            </Button>
          )}
        </TitleBar>
      }
    >
      <section className="quiz-result" aria-label={quiz.result} tabIndex={-1} ref={page}>
        <Head result={result} record={record} />
        <Misses misses={result.misses} record={record} library={library} language={language} />
        <RightOnes cards={result.rights} language={language} library={library} />
        <OpenOnes result={result} library={library} />
        <Confusions result={result} />
        <Concepts result={result} />
        <WatchAgain result={result} />
        <Ways record={record} />
      </section>
      <LiveRegion
        message={state.done === 'nothing-to-undo' ? quiz.said[state.done] : ''}
        turn={state.turn}
      />
      <ToToday missed={missed} />
    </Page>
  );
}
