import { alike } from '../../domain/quiz/alike.ts';
import type { Interval } from '../../domain/wilson.ts';
import { List } from '../../ui/List.tsx';
import { Section } from '../../ui/Section.tsx';
import { ShareRow } from '../../ui/ShareRow.tsx';
import { useEnvironment } from '../environment.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { quizHref } from '../routes.ts';
import type { Past } from './History.tsx';
import { useQuizName } from './quizName.ts';
import type { Known } from './setup.ts';

/** Groups, and quizzes of each: all others stand in the history. */
const GROUPS = 4;
const QUIZZES = 5;

/** Where the newest of some intervals lies, seen from the oldest. */
function shiftOf(oldest: Interval, newest: Interval): 'above' | 'below' | 'overlap' {
  if (newest.low > oldest.high) return 'above';
  return newest.high < oldest.low ? 'below' : 'overlap';
}

function Group({ quizzes, known }: { readonly quizzes: readonly Past[]; readonly known: Known }) {
  const { quiz, time } = useQuizMessages();
  const nameOf = useQuizName(known.discussions);
  const [newest] = quizzes;
  const oldest = quizzes.at(-1);
  if (!newest || !oldest) return null;
  // The one a link repeats names what both are on.
  const first = quizzes.findLast(({ record }) => record.begun.chosen.is !== 'given') ?? oldest;
  const { isFinal: _, ...begun } = first.record.begun;
  const name = nameOf(begun);
  return (
    <div className="quiz-group">
      <h3>{name}</h3>
      <List label={name}>
        {quizzes.slice(0, QUIZZES).map(({ record: { begun: one }, result: { score } }) => {
          const { right, asked, interval, isFew } = score;
          const { low, high } = interval;
          const date = time.date(one.day);
          return (
            <ShareRow
              key={one.quiz}
              name={one.isFinal ? quiz.finalOn(date) : date}
              href={quizHref(one.quiz)}
              bar={{
                share: right / asked,
                low,
                high,
                name: quiz.shareName(right, asked, low, high),
              }}
              count={quiz.score(right, asked)}
              doubt={isFew ? quiz.few : undefined}
            />
          );
        })}
      </List>
      <p className="caption">
        {quiz.shift[shiftOf(oldest.result.score.interval, newest.result.score.interval)]}
      </p>
    </div>
  );
}

export interface SideBySideProps {
  /** The newest first. */
  readonly past: readonly Past[];
  readonly known: Known;
}

/** Quizzes on the same part on one axis, so that they can be compared over time. */
export function SideBySide({ past, known }: SideBySideProps) {
  const { catalogue } = useEnvironment();
  const { quiz } = useQuizMessages();
  const scored = past.filter(
    ({ progress, result }) => progress.next === null && result.score.asked > 0,
  );
  const groups = alike(scored, ({ record }) => record.begun, catalogue)
    .filter((quizzes) => quizzes.length > 1)
    .slice(0, GROUPS);
  if (groups.length === 0) return null;
  return (
    <Section title={quiz.sideBySide} hint={quiz.sideBySideHint}>
      {groups.map((quizzes) => (
        <Group key={quizzes[0]?.record.begun.quiz} quizzes={quizzes} known={known} />
      ))}
    </Section>
  );
}
