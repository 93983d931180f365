import type { ReactNode } from 'react';
import type { Concept, Language } from '../../domain/deck.ts';
import type { Rating } from '../../domain/event.ts';
import { isTypedRight, typedDiff } from '../../domain/typedAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { CardFace } from '../../ui/CardFace.tsx';
import { Options } from '../../ui/Options.tsx';
import { RatingBar } from '../../ui/RatingBar.tsx';
import { SourceLink } from '../../ui/SourceLink.tsx';
import { TypedField } from '../../ui/TypedField.tsx';
import { useEnvironment } from '../environment.ts';
import { useLeeches } from '../leeches.ts';
import { useLooks } from '../looks.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useOnline } from '../useOnline.ts';
import { intervalOf } from './intervals.ts';
import { ratingsOpen } from './answer.ts';
import { type Session, type SessionState } from './session.ts';
import type { Shown } from './shown.ts';

const KEYS: Readonly<Record<Rating, string>> = { again: '1', hard: '2', good: '3', easy: '4' };

function Source({
  concept,
  shown,
}: {
  readonly concept: Concept | undefined;
  readonly shown: Shown;
}) {
  const { catalogue } = useEnvironment();
  const { review, time } = useMessages();
  const online = useOnline();
  const at = concept?.at;
  const source = catalogue.deck.get(shown.card.deckId)?.source;
  const address = source?.at;
  const place = at ? time.place(at.seconds) : '';
  return (
    <>
      {at && address ? (
        <SourceLink href={online ? address.replace('{seconds}', String(at.seconds)) : undefined}>
          {online ? review.source(place, at.around) : review.sourceOffline(place)}
        </SourceLink>
      ) : null}
      {shown.cite === undefined ? null : (
        <span className="caption">
          {source?.video === undefined ? review.cited(shown.cite) : review.outside(shown.cite)}
        </span>
      )}
    </>
  );
}

function Predicted({ shown }: { readonly shown: Shown }) {
  const { review, common } = useMessages();
  const { predicted, state } = shown.prepared;
  const leeches = useLeeches([state]);
  const slipping = state && leeches.has(state.card) ? `${review.leech} · ` : '';
  if (predicted === undefined) return state?.memory ? slipping || null : review.newCard;
  return (
    <>
      {slipping}
      {review.predicted} <span className="model">{common.percent(predicted)}</span>
    </>
  );
}

function Ratings({ session, state, shown }: Parts) {
  const messages = useMessages();
  const { review } = messages;
  const choices = ratingsOpen(state).map((rating) => {
    const { short, words } = intervalOf(shown.prepared.offers[rating], messages);
    const label = review.rating[rating];
    return {
      rating,
      label,
      interval: short,
      name: review.ratingName(label, words),
      keyHint: KEYS[rating],
    };
  });
  return (
    <RatingBar
      label={review.ratings}
      choices={choices}
      disabled={state.busy}
      onRate={(rating) => void session.rate(rating)}
    />
  );
}

interface Parts {
  readonly session: Session;
  readonly state: SessionState;
  readonly shown: Shown;
}

function useTyping(shown: Shown, language: Language): string | null {
  const typing = useLooks((looks) => looks.typing);
  return typing ? (shown.text[language].typed ?? null) : null;
}

function optionsOf({ session, state, shown }: Parts, review: Messages['review']) {
  const text = shown.text[state.language];
  if (shown.options.length === 0) return undefined;
  return (
    <Options
      lang={state.language}
      label={review.options}
      options={shown.options.map((value) => ({ value, html: text.options?.[value] ?? '' }))}
      chosen={state.picked ?? undefined}
      onChoose={session.pick}
      checked={
        state.is === 'answer'
          ? { right: 0, rightWords: review.right, wrongWords: review.wrong }
          : undefined
      }
    />
  );
}

function Typed({ parts, answer }: { readonly parts: Parts; readonly answer: string }) {
  const { session, state } = parts;
  const { review } = useMessages();
  const isChecked = state.is === 'answer' && state.typed.trim() !== '';
  const isRight = isTypedRight(state.typed, answer);
  return (
    <TypedField
      lang={state.language}
      label={review.typedLabel}
      value={state.typed}
      onChange={session.type}
      onEnter={session.reveal}
      checked={
        isChecked
          ? {
              isRight,
              words: isRight ? review.typedRight : review.typedWrong,
              stretches: isRight ? [] : typedDiff(state.typed, answer),
              extra: review.typedExtra,
              missing: review.typedMissing,
            }
          : undefined
      }
      closed={state.is === 'answer'}
    />
  );
}

/** The card on the screen, question or answer, with the buttons below it. */
export function ReviewCard({ said, ...parts }: Parts & { readonly said: ReactNode }) {
  const { session, state, shown } = parts;
  const { catalogue } = useEnvironment();
  const { review } = useMessages();
  const { card } = shown;
  const { language } = state;
  const text = shown.text[language];
  const typed = useTyping(shown, language);
  const deck = catalogue.deck.get(card.deckId);
  const chapter = catalogue.chapter.get(card.chapterId);
  const place = deck?.chapters.findIndex(({ id }) => id === card.chapterId) ?? 0;
  const isChoice = shown.options.length > 0;
  const revealed = state.is === 'answer';
  const showWords = isChoice && state.picked === null ? review.dontKnow : review.show;
  return (
    <CardFace
      id={`${card.id} ${state.answered}`}
      lang={language}
      chapter={{
        name: chapter?.title[language] ?? '',
        place: place + 1,
        of: deck?.chapters.length ?? 1,
      }}
      ask={text.ask}
      answer={text.answer}
      why={text.why}
      revealed={revealed}
      answerShown={card.kind === 'cloze' ? 'in-place' : isChoice ? 'in-options' : 'below'}
      askLabel={review.question}
      answerLabel={review.answer}
      options={typed === null ? optionsOf(parts, review) : <Typed parts={parts} answer={typed} />}
      source={<Source concept={catalogue.concept.get(card.conceptId)} shown={shown} />}
      predicted={<Predicted shown={shown} />}
      onTap={isChoice ? undefined : session.reveal}
      moveFocus={typed === null || revealed}
      footer={
        revealed ? (
          <Ratings {...parts} />
        ) : (
          <>
            {said}
            <Button
              variant="go"
              onClick={session.reveal}
              keyHint={review.showKey}
              keyShortcut="Space"
            >
              {showWords}
            </Button>
          </>
        )
      }
    />
  );
}
