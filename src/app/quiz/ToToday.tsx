import { useEffect, useState } from 'react';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { UndoStrip } from '../../ui/UndoStrip.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { hrefOf, routes } from '../routes.ts';
import { QuizTrouble } from './QuizTrouble.tsx';
import { dueLater, makeDueToday, takeBack } from './toToday.ts';

type Came =
  | { readonly is: 'added'; readonly action: string; readonly cards: number }
  | { readonly is: 'took-back' | 'took-back-other' };

/** One button that makes what was missed due today, as far as it isn't; and the way out. */
export function ToToday({ missed }: { readonly missed: readonly string[] }) {
  const environment = useEnvironment();
  const { quiz, review } = useQuizMessages();
  const [cards, setCards] = useState<readonly string[]>([]);
  const [came, setCame] = useState<Came | null>(null);
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  const named = missed.join(' ');
  useEffect(() => {
    const { store, clock } = environment;
    let isOpen = true;
    const read = () => {
      const today = dayAt(clock, clock.now(), store.settings.rollover);
      dueLater(environment, named === '' ? [] : named.split(' '), today).then(
        (later) => isOpen && setCards(later),
        (error: unknown) => isOpen && setTrouble(asStoreError(error).trouble),
      );
    };
    read();
    const stop = store.onChange(read);
    return () => {
      isOpen = false;
      stop();
    };
  }, [environment, named]);

  const attempt = async (work: () => Promise<Came>) => {
    try {
      setCame(await work());
      setTrouble(null);
    } catch (error) {
      setTrouble(asStoreError(error).trouble);
    }
  };
  const add = () =>
    attempt(async () => {
      const action = await makeDueToday(environment, cards);
      return { is: 'added', action, cards: cards.length };
    });
  const undo = (action: string) =>
    attempt(async () => {
      const isOurs = await takeBack(environment, action);
      return { is: isOurs ? 'took-back' : 'took-back-other' };
    });

  return (
    <Foot>
      {trouble === null ? null : (
        <QuizTrouble trouble={trouble} during="other" onAgain={() => setTrouble(null)} />
      )}
      <output className="quiz-result__came">
        {came?.is === 'added' ? (
          <UndoStrip
            text={quiz.added(came.cards)}
            actionLabel={review.undo}
            onUndo={() => void undo(came.action)}
          />
        ) : came ? (
          <span className="secondary">
            {came.is === 'took-back' ? quiz.addedBack : quiz.addedBackOther}
          </span>
        ) : null}
      </output>
      {cards.length > 0 && cards.length < new Set(missed).size ? (
        <p className="quiz__effect caption">{quiz.othersComeBack}</p>
      ) : null}
      {cards.length > 0 ? (
        <Button variant="go" onClick={() => void add()}>
          {quiz.addToToday(cards.length)}
        </Button>
      ) : null}
      <Button href={hrefOf(routes.quizzes)}>{quiz.finished}</Button>
    </Foot>
  );
}
