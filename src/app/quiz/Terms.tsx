import { RadioList } from '../../ui/RadioList.tsx';
import { Section } from '../../ui/Section.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import type { Offer, QuizMode } from './setup.ts';

const MODES: readonly QuizMode[] = ['quiz-practice', 'quiz-misses', 'quiz-all'];

export interface TermsProps {
  readonly offer: Offer;
  readonly mode: QuizMode;
  readonly onMode: (mode: QuizMode) => void;
  /** A final quiz measures, so there is nothing to choose. */
  readonly isFinal?: boolean;
}

/** What the answers do to the schedule: said, and chosen, before the quiz starts. */
export function Terms({ offer, mode, onMode, isFinal = false }: TermsProps) {
  const { quiz, common } = useQuizMessages();
  if (isFinal) return <Section title={quiz.schedule} hint={quiz.finalMode} />;
  return (
    <Section title={quiz.schedule}>
      <RadioList
        label={quiz.schedule}
        labelHidden
        value={mode}
        onChange={onMode}
        options={MODES.map((value) => ({
          value,
          label: quiz.mode[value].label,
          note:
            value === 'quiz-practice' || offer.problem !== null
              ? quiz.mode[value].note
              : quiz.mode[value].note + common.gap + quiz.couldMove(offer.movable),
        }))}
      />
    </Section>
  );
}

export interface AsksConfidenceProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Whether the quiz asks how sure one is before each answer. */
export function AsksConfidence({ checked, onChange }: AsksConfidenceProps) {
  const { quiz } = useQuizMessages();
  return (
    <Switch
      label={quiz.asksConfidence}
      hint={quiz.asksConfidenceHint}
      checked={checked}
      onChange={onChange}
    />
  );
}

/** How many of the cards were never met. */
export function Unmet({ offer }: { readonly offer: Offer }) {
  const { quiz } = useQuizMessages();
  const { questions, unmet } = offer;
  const cards = questions.filter(({ form }) => form !== 'open').length;
  return unmet === 0 ? null : <p className="secondary">{quiz.unmet(unmet, cards)}</p>;
}

/** In one line above the button: how many questions, how long, and what they do. */
export function OfferWords({ offer, mode }: { readonly offer: Offer; readonly mode: QuizMode }) {
  const { quiz, common } = useQuizMessages();
  const { questions, seconds } = offer;
  return (
    <p className="quiz-setup__offer secondary" aria-live="polite">
      {quiz.comesTo(questions.length)}
      <span className="model nowrap">{quiz.minutes(Math.max(1, Math.round(seconds / 60)))}</span>
      {quiz.stop}
      {common.gap}
      {quiz.mode[mode].label}
      {quiz.stop}
    </p>
  );
}
