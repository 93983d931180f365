import { useMemo, useState } from 'react';
import type { Linked, WhyUnknown } from '../../domain/quiz/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useLooks } from '../looks.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { hrefOf, routes } from '../routes.ts';
import { linkedFor, type Known, type QuizMode } from './setup.ts';
import { Start } from './SetupForm.tsx';
import { AsksConfidence, Terms, Unmet } from './Terms.tsx';

export interface GivenQuizProps {
  readonly known: Known;
  /** What stands in the link. */
  readonly text: string;
}

type Why = WhyUnknown | 'malformed' | 'too-long';

function whyBad(linked: Linked): Why {
  if (linked.is === 'unknown') return linked.why;
  return linked.is === 'quiz' ? 'no-card' : linked.is;
}

/** Why a link cannot be asked, and the ways on: a newer version may have what it names. */
function BadLink({ why }: { readonly why: Why }) {
  const { quiz, trouble } = useQuizMessages();
  const { title, body } = quiz.badLink[why];
  return (
    <Notice
      title={title}
      actions={
        <>
          {why === 'other-version' ? (
            <Button size="small" onClick={() => window.location.reload()}>
              {trouble.reload}
            </Button>
          ) : null}
          <Button size="small" href={hrefOf(routes.quizzes)}>
            {quiz.makeOwn}
          </Button>
        </>
      }
    >
      {body}
    </Notice>
  );
}

/** A quiz from a link: what it is, what of it can be asked here, and its start. */
export function GivenQuiz({ known, text }: GivenQuizProps) {
  const { quiz, common } = useQuizMessages();
  const language = useLooks((looks) => looks.language);
  const { linked, offer } = useMemo(() => linkedFor(text, known), [text, known]);
  const [mode, setMode] = useState<QuizMode>('quiz-practice');
  const [asksConfidence, setAsksConfidence] = useState(true);
  if (linked.is !== 'quiz' || !offer) return <BadLink why={whyBad(linked)} />;
  const { seed, questions, unknown, otherVersion } = linked;
  const decks = new Set(questions.map(({ of }) => of.slice(0, of.indexOf('/'))));
  const titles = [...decks].flatMap((id) => known.catalogue.deck.get(id)?.title[language] ?? []);
  return (
    <div className="quiz-setup">
      <h2>{quiz.given}</h2>
      <p>
        {quiz.givenFrom(questions.length, quiz.joined(titles))}
        {unknown === 0 ? null : common.gap + quiz.givenUnknown(unknown)}
        {otherVersion ? common.gap + quiz.givenVersion : null}
      </p>
      <Unmet offer={offer} />
      <div className="quiz-setup__how">
        <AsksConfidence checked={asksConfidence} onChange={setAsksConfidence} />
      </div>
      <Terms offer={offer} mode={mode} onMode={setMode} />
      <Start
        offer={offer}
        terms={{ seed, mode, questions, chosen: { is: 'given' }, asksConfidence }}
      />
      <p>
        <Button variant="quiet" href={hrefOf(routes.quizzes)}>
          {quiz.makeOwn}
        </Button>
      </p>
    </div>
  );
}
