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
import { makeDueToday, readMissed, REASONS, takeBack, type MissedCards } from './toToday.ts';

type Came =
  | { readonly is: 'added'; readonly action: string; readonly cards: number }
  | { readonly is: 'took-back' | 'not-taken-back' };

interface Failed {
  readonly trouble: StoreTrouble;
  /** Does what failed once more. */
  readonly again: () => void;
}

const NONE: MissedCards = { later: [], others: { due: 0, learning: 0, unmet: 0, aside: 0 } };

/** One button that makes what was missed due today, as far as it isn't; and the way out. */
export function ToToday({ missed }: { readonly missed: readonly string[] }) {
  const environment = useEnvironment();
  const { quiz, review } = useQuizMessages();
  const [{ later, others }, setCards] = useState(NONE);
  const [came, setCame] = useState<Came | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const named = missed.join(' ');
  useEffect(() => {
    const { store, clock } = environment;
    let isOpen = true;
    const read = async () => {
      const today = dayAt(clock, clock.now(), store.settings.rollover);
      try {
        const cards = await readMissed(environment, named === '' ? [] : named.split(' '), today);
        if (isOpen) setCards(cards);
      } catch (error) {
        const again = () => {
          setFailed(null);
          void read();
        };
        if (isOpen) setFailed({ trouble: asStoreError(error).trouble, again });
      }
    };
    void read();
    const stop = store.onChange(() => void read());
    return () => {
      isOpen = false;
      stop();
    };
  }, [environment, named]);

  const attempt = async (work: () => Promise<Came>) => {
    try {
      setCame(await work());
      setFailed(null);
    } catch (error) {
      setFailed({ trouble: asStoreError(error).trouble, again: () => void attempt(work) });
    }
  };
  const add = () =>
    attempt(async () => {
      const action = await makeDueToday(environment, later);
      return { is: 'added', action, cards: later.length };
    });
  const undo = (action: string) =>
    attempt(async () => {
      const isTaken = await takeBack(environment, action);
      return { is: isTaken ? 'took-back' : 'not-taken-back' };
    });
  const reasons = REASONS.filter((reason) => others[reason] > 0).map((reason) =>
    quiz.notAdded[reason](others[reason]),
  );

  return (
    <Foot>
      {failed === null ? null : (
        <QuizTrouble trouble={failed.trouble} during="other" onAgain={failed.again} />
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
            {came.is === 'took-back' ? quiz.addedBack : quiz.notTakenBack}
          </span>
        ) : null}
      </output>
      {reasons.length > 0 && came?.is !== 'added' ? (
        <p className="quiz__effect caption">{quiz.othersNotAdded(later.length, reasons)}</p>
      ) : null}
      {later.length > 0 ? (
        <Button variant="go" onClick={() => void add()}>
          {quiz.addToToday(later.length)}
        </Button>
      ) : null}
      <Button href={hrefOf(routes.quizzes)}>{quiz.finished}</Button>
    </Foot>
  );
}
