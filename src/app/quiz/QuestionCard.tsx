import type { Confidence } from '../../domain/event.ts';
import { CONFIDENCES } from '../../domain/event.ts';
import { typedDiff } from '../../domain/typedAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { CardFace } from '../../ui/CardFace.tsx';
import { IconCheck, IconCross } from '../../ui/Icons.tsx';
import { Options } from '../../ui/Options.tsx';
import { Ordering } from '../../ui/Ordering.tsx';
import { Points } from '../../ui/Points.tsx';
import { Sureness } from '../../ui/Sureness.tsx';
import { TypedField } from '../../ui/TypedField.tsx';
import { useEnvironment } from '../environment.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { expectedOf, type Asked, type AskedCard, type AskedOpen } from './asked.ts';
import { effectOf } from './effectWords.ts';
import { MinuteLink } from './MinuteLink.tsx';
import { useTopOfPage } from './useTopOfPage.ts';
import { gaveOf, isSaid, type QuizSession, type QuizState } from './session.ts';

interface Parts<A extends Asked = Asked> {
  readonly session: QuizSession;
  readonly state: QuizState;
  readonly asked: A;
}

const CONFIDENCE_KEYS: Readonly<Record<Confidence, string>> = {
  guess: 'G',
  think: 'T',
  know: 'K',
};

function ChoicePart({ session, state, asked }: Parts<AskedCard>) {
  const { quiz } = useQuizMessages();
  const { language, attempt, is } = state;
  const placeOf = (wanted: string | null) => asked.put.findIndex(({ key }) => key === wanted);
  const chosen = placeOf(attempt.picked);
  return (
    <Options
      lang={language}
      label={quiz.options}
      options={asked.put.map(({ text }, value) => ({ value, html: text[language] }))}
      chosen={chosen < 0 ? undefined : chosen}
      onChoose={(value) => session.change({ picked: asked.put[value]?.key ?? null })}
      checked={
        is === 'answer'
          ? { right: placeOf('0'), rightWords: quiz.rightOne, wrongWords: quiz.yourChoice }
          : undefined
      }
    />
  );
}

function TypedPart({ session, state, asked }: Parts<AskedCard>) {
  const { quiz, review } = useQuizMessages();
  const { language, attempt, is, marked } = state;
  const isWrong = marked?.rating === 'again' && attempt.typed.trim() !== '';
  return (
    <TypedField
      lang={language}
      label={quiz.typeLabel}
      value={attempt.typed}
      onChange={(typed) => session.change({ typed })}
      onEnter={() => void session.check()}
      checked={
        isWrong
          ? {
              isRight: false,
              words: review.typedWrong,
              stretches: typedDiff(attempt.typed, expectedOf(asked, language)),
              extra: review.typedExtra,
              missing: review.typedMissing,
            }
          : undefined
      }
      closed={is === 'answer'}
    />
  );
}

function OrderPart({ session, state, asked }: Parts<AskedCard>) {
  const { quiz } = useQuizMessages();
  const { language, attempt, is } = state;
  const htmlOf = (key: string) => asked.put.find((item) => item.key === key)?.text[language] ?? '';
  return (
    <Ordering
      lang={language}
      label={quiz.orderLabel}
      hint={quiz.orderHint}
      items={attempt.ordered.map((id) => ({ id, html: htmlOf(id) }))}
      onOrder={(ordered) => session.change({ ordered })}
      upName={quiz.moveUp}
      downName={quiz.moveDown}
      movedWords={quiz.moved}
      checked={
        is === 'answer'
          ? {
              right: asked.put.map((_, place) => String(place)),
              rightWords: quiz.inPlace,
              wrongWords: quiz.belongsAt,
            }
          : undefined
      }
    />
  );
}

function PointsPart({ session, state, asked }: Parts<AskedOpen>) {
  const { quiz } = useQuizMessages();
  const { language, attempt } = state;
  const points = asked.question.points.map((point) => point[language]);
  return (
    <Points
      lang={language}
      label={quiz.points}
      points={points}
      made={attempt.points}
      onChange={(made) => session.change({ points: made })}
      count={quiz.pointsMade(attempt.points.length, points.length)}
    />
  );
}

/** What is picked, typed, put in order or ticked, and how sure one is. */
function InputPart({ session, state, asked }: Parts) {
  const { quiz } = useQuizMessages();
  const { attempt, is, record } = state;
  const parts = { session, state };
  const asksConfidence = record?.begun.asksConfidence ?? false;
  const isShown = asksConfidence && (is === 'question' || attempt.confidence !== undefined);
  return (
    <div className="quiz__input">
      {asked.form === 'choice' ? <ChoicePart {...parts} asked={asked} /> : null}
      {asked.form === 'typed' ? <TypedPart {...parts} asked={asked} /> : null}
      {asked.form === 'order' ? <OrderPart {...parts} asked={asked} /> : null}
      {asked.is === 'open' && is === 'answer' ? <PointsPart {...parts} asked={asked} /> : null}
      {isShown ? (
        <Sureness
          label={quiz.sureness}
          options={CONFIDENCES.map((value) => ({
            value,
            label: quiz.confidence[value],
            keyHint: CONFIDENCE_KEYS[value],
          }))}
          chosen={attempt.confidence}
          onChoose={(confidence) => session.change({ confidence })}
          closed={is === 'answer'}
        />
      ) : null}
    </div>
  );
}

/** Below an unanswered question: check it, show the answer, or say that one doesn't know. */
function AskFoot({ session, state, asked }: Parts) {
  const { quiz, review } = useQuizMessages();
  const { form } = asked;
  const gave = gaveOf(state);
  const shows = form === 'open' || isSaid(form);
  const words = form === 'open' ? quiz.showPoints : review.show;
  return (
    <>
      {asked.is === 'open' ? null : (
        <Button variant="quiet" onClick={() => void session.dontKnow()}>
          {review.dontKnow}
        </Button>
      )}
      {shows ? (
        <Button variant="go" onClick={session.reveal} keyHint={review.showKey} keyShortcut="Space">
          {words}
        </Button>
      ) : (
        <Button
          variant="go"
          disabled={gave === null || state.busy}
          onClick={() => void session.check()}
          keyHint={gave === null ? undefined : quiz.checkKey}
          keyShortcut="Enter"
        >
          {gave === null ? quiz.checkFirst(form) : quiz.check}
        </Button>
      )}
    </>
  );
}

/** Below what was said: two buttons, neither louder than the other. */
function JudgeFoot({ session, state }: Parts) {
  const { quiz } = useQuizMessages();
  return (
    <fieldset className="quiz__judge">
      <legend className="visually-hidden">{quiz.judge}</legend>
      <Button disabled={state.busy} keyHint="1" onClick={() => void session.judge('wrong')}>
        {quiz.missedIt}
      </Button>
      <Button disabled={state.busy} keyHint="3" onClick={() => void session.judge('right')}>
        {quiz.hadIt}
      </Button>
    </fieldset>
  );
}

/** Below an answer that was marked: what it was, and the way on. */
function NextFoot({ session, state, asked }: Parts) {
  const { quiz } = useQuizMessages();
  const { marked, attempt, progress } = state;
  const isRight = marked?.rating === 'good';
  const wasTyped = asked.form === 'typed' && attempt.typed.trim() !== '';
  const wasJudged = isRight && marked.typed !== undefined;
  return (
    <>
      <div className="quiz__outcome">
        <p className={`quiz__verdict${isRight ? ' quiz__verdict--right' : ''}`}>
          {isRight ? <IconCheck /> : <IconCross />}
          {isRight ? (wasJudged ? quiz.judgedRight : quiz.right) : quiz.wrong}
        </p>
        {wasTyped && !isRight ? (
          <Button variant="quiet" onClick={() => void session.countRight()}>
            {quiz.countRight}
          </Button>
        ) : null}
      </div>
      <Button
        variant="go"
        disabled={state.busy}
        onClick={() => void session.next()}
        keyHint={quiz.checkKey}
        keyShortcut="Enter"
      >
        {progress?.next ? quiz.next : quiz.toResult}
      </Button>
    </>
  );
}

function FootPart(parts: Parts) {
  const { session, state, asked } = parts;
  const { quiz } = useQuizMessages();
  const effect = effectOf(state, asked);
  const buttons =
    state.is === 'question' ? (
      <AskFoot {...parts} />
    ) : state.marked ? (
      <NextFoot {...parts} />
    ) : asked.is === 'open' ? (
      <Button
        variant="go"
        disabled={state.busy}
        onClick={() => void session.finish()}
        keyHint={quiz.checkKey}
      >
        {quiz.done}
      </Button>
    ) : (
      <JudgeFoot {...parts} />
    );
  return (
    <>
      {buttons}
      <p className="quiz__effect caption">{quiz.effect[effect]}</p>
    </>
  );
}

function Predicted({ asked: { prepared } }: { readonly asked: AskedCard }) {
  const { review, common } = useQuizMessages();
  const { predicted, state } = prepared;
  if (predicted === undefined) return state?.memory ? null : review.newCard;
  return (
    <>
      {review.predicted} <span className="model">{common.percent(predicted)}</span>
    </>
  );
}

function Source({ asked: { card }, state }: { readonly asked: AskedCard; state: QuizState }) {
  const { catalogue } = useEnvironment();
  const { review } = useQuizMessages();
  const at = catalogue.concept.get(card.conceptId)?.at;
  const cite = state.library?.citeOf(card.id);
  const hasVideo = catalogue.deck.get(card.deckId)?.source.video !== undefined;
  return (
    <>
      {at ? <MinuteLink deckId={card.deckId} at={at} /> : null}
      {cite === undefined ? null : (
        <span className="caption">{hasVideo ? review.outside(cite) : review.cited(cite)}</span>
      )}
    </>
  );
}

/** A cloze is filled in; what is marked where it stands is spelt out only when it was wrong. */
function answerShown(asked: Asked, isWrong: boolean): 'in-place' | 'in-options' | 'below' {
  if (asked.is === 'open') return 'in-options';
  if (asked.card.kind === 'cloze') return 'in-place';
  const isMarkedThere = asked.form === 'choice' || asked.form === 'order';
  return isMarkedThere && !isWrong ? 'in-options' : 'below';
}

/** A question, then its answer, with the buttons below it. Each question is another one (`key`). */
export function QuestionCard(parts: Parts) {
  useTopOfPage();
  const { session, state, asked } = parts;
  const { catalogue } = useEnvironment();
  const { review } = useQuizMessages();
  const { language } = state;
  const isCard = asked.is === 'card';
  const text = isCard ? asked.words[language] : null;
  const concept = isCard ? asked.card.conceptId : asked.question.about[0];
  const chapterId = catalogue.concept.get(concept ?? '')?.chapterId ?? '';
  const deck = catalogue.decks.find(({ chapters }) => chapters.some(({ id }) => id === chapterId));
  const chapter = catalogue.chapter.get(chapterId);
  const revealed = state.is === 'answer';
  return (
    <CardFace
      id={`${state.record?.begun.quiz ?? ''} ${asked.place}`}
      lang={language}
      chapter={{
        name: chapter?.title[language] ?? '',
        place: 1 + (deck?.chapters.findIndex(({ id }) => id === chapterId) ?? 0),
        of: deck?.chapters.length ?? 1,
      }}
      ask={isCard ? (text?.ask ?? '') : asked.question.ask[language]}
      answer={text?.answer ?? ''}
      why={text?.why}
      revealed={revealed}
      answerShown={answerShown(asked, state.marked?.rating === 'again')}
      askLabel={review.question}
      answerLabel={review.answer}
      options={<InputPart {...parts} />}
      source={isCard ? <Source asked={asked} state={state} /> : undefined}
      predicted={isCard ? <Predicted asked={asked} /> : undefined}
      onTap={isCard && isSaid(asked.form) ? session.reveal : undefined}
      moveFocus={asked.form !== 'typed' || revealed}
      footer={<FootPart {...parts} />}
    />
  );
}
