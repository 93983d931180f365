import type { Catalogue } from '../../domain/catalogue.ts';
import type { Language } from '../../domain/deck.ts';
import type { QuizBegun } from '../../domain/event.ts';
import { plainText } from '../../domain/find.ts';
import { keyPicked } from '../../domain/quiz/mark.ts';
import type { Miss } from '../../domain/quiz/result.ts';
import type { QuizRecord } from '../../store/quizzes.ts';
import { IconCheck, IconCross } from '../../ui/Icons.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment, type Environment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useQuizMessages, type QuizMessages } from '../messages/useQuizMessages.ts';
import { putFor } from './asked.ts';
import type { Library } from './library.ts';

/** The words of the option a wrong answer picked. */
function pickedWords(
  { answer, question, card: id }: Miss,
  { seed, questions }: QuizBegun,
  environment: Pick<Environment, 'catalogue'>,
  library: Library,
  language: Language,
): string | undefined {
  const card = environment.catalogue.card.get(id);
  const words = library.wordsOf(id);
  const key = keyPicked(answer);
  if (!card || !words || key === undefined) return undefined;
  const placed = { seed, place: questions.indexOf(question) };
  const put = putFor(question.form, card, words, placed, environment, library);
  const option = put.find((one) => one.key === key);
  return option && plainText(option.text[language]);
}

/** What was answered instead. */
function givenWords(miss: Miss, picked: string | undefined, { quiz }: QuizMessages): string {
  const { answer, question } = miss;
  if (picked !== undefined) return quiz.picked(picked);
  if (answer.typed !== undefined) return quiz.typed(answer.typed);
  if (question.form === 'order') return quiz.notInOrder;
  return question.form === 'choice' || question.form === 'typed' ? quiz.didntKnow : quiz.missed;
}

interface AnswersProps {
  readonly record: QuizRecord;
  readonly library: Library;
  /** Of the questions. */
  readonly language: Language;
}

function QuestionAndAnswer({ card, library, language }: AnswersPartProps) {
  const { quiz, review } = useQuizMessages();
  const words = library.wordsOf(card)?.[language];
  if (!words) return null;
  return (
    <details className="quiz-answers__fold">
      <summary>{quiz.showAnswer}</summary>
      <dl>
        <dt>{review.question}</dt>
        <dd>
          <SafeHtml html={words.ask} lang={language} />
        </dd>
        <dt>{review.answer}</dt>
        <dd>
          <SafeHtml html={words.answer} lang={language} />
        </dd>
        {words.why === '' ? null : (
          <dd className="quiz-answers__why">
            <SafeHtml html={words.why} lang={language} />
          </dd>
        )}
      </dl>
    </details>
  );
}

interface AnswersPartProps {
  readonly card: string;
  readonly library: Library;
  readonly language: Language;
}

const nameOf = (card: string, catalogue: Catalogue, language: Language) =>
  catalogue.concept.get(catalogue.card.get(card)?.conceptId ?? '')?.name[language] ?? card;

/** What was missed: the concept, what was answered, and what had been predicted. */
export function Misses(props: AnswersProps & { readonly misses: readonly Miss[] }) {
  const { misses, record, library, language } = props;
  const environment = useEnvironment();
  const { catalogue } = environment;
  const shown = useLooks((looks) => looks.language);
  const messages = useQuizMessages();
  const { quiz, common } = messages;
  if (misses.length === 0) return null;
  return (
    <Section title={quiz.missedOnes(misses.length)}>
      <ul className="quiz-answers">
        {misses.map((miss) => {
          const { answer, card, confusion, notToldApart } = miss;
          const picked = pickedWords(miss, record.begun, environment, library, language);
          const called = (id: string) => catalogue.concept.get(id)?.name[shown] ?? id;
          const mixedUp = confusion
            ? quiz.mixedWith(called(confusion.taken))
            : notToldApart && quiz.notToldFrom(called(notToldApart.against));
          return (
            <li key={card} className="quiz-answers__row">
              <IconCross />
              <div className="quiz-answers__words">
                <p>{nameOf(card, catalogue, shown)}</p>
                <p className="caption">
                  {answer.confidence === 'know' ? <strong>{quiz.wasSure}</strong> : null}
                  {givenWords(miss, picked, messages)}
                  {mixedUp === null ? null : quiz.aside(mixedUp)}
                </p>
                <QuestionAndAnswer card={card} library={library} language={language} />
              </div>
              {answer.predicted === undefined ? null : (
                <span className="caption">
                  {quiz.predicted} <span className="model">{common.percent(answer.predicted)}</span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

interface RightOnesProps extends Omit<AnswersProps, 'record'> {
  /** Ids, as they are called today. */
  readonly cards: readonly string[];
}

/** What was right, folded away. */
export function RightOnes({ cards, library, language }: RightOnesProps) {
  const { catalogue } = useEnvironment();
  const shown = useLooks((looks) => looks.language);
  const { quiz } = useQuizMessages();
  if (cards.length === 0) return null;
  return (
    <details className="quiz-answers__right">
      <summary>
        <IconCheck />
        {quiz.rightOnes(cards.length)}
      </summary>
      <List label={quiz.rightOnes(cards.length)}>
        {cards.map((card) => (
          <ListRow key={card} note={plainText(library.wordsOf(card)?.[language].ask ?? '')}>
            {nameOf(card, catalogue, shown)}
          </ListRow>
        ))}
      </List>
    </details>
  );
}
