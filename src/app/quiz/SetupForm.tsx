import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { MOST_QUESTIONS } from '../../domain/quiz/link.ts';
import { FORMS, type Form } from '../../domain/quiz/question.ts';
import { conceptsIn } from '../../domain/scope.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { RadioList } from '../../ui/RadioList.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useEnvironment, type Environment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { useScopeMessages } from '../messages/useScopeMessages.ts';
import { isAhead } from '../planning.ts';
import { hrefOf, routes } from '../routes.ts';
import { ScopeField } from '../ScopeField.tsx';
import { scopeWords } from '../scopeWords.ts';
import { QuizTrouble } from './QuizTrouble.tsx';
import {
  beginQuiz,
  dateOfDay,
  discussionOf,
  MOST_MINUTES,
  offerFor,
  setupFor,
  termsOf,
  type From,
  type Known,
  type Offer,
  type Preset,
  type Problem,
  type Setup,
  type Terms as QuizTerms,
} from './setup.ts';
import { AsksConfidence, OfferWords, Terms, Unmet } from './Terms.tsx';

interface Parts {
  readonly setup: Setup;
  readonly known: Known;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<Setup>) => void;
}

/** What is wrong with what was chosen to be asked; other fields say the rest. */
const OF_CHOICE: ReadonlySet<Problem> = new Set([
  'empty-scope',
  'none-begun',
  'no-date',
  'none-due',
  'no-discussion',
  'discussion-empty',
  'all-suspended',
]);

/** The words of a problem beside what has no field of its own. */
function Wrong({ problem }: { readonly problem: Problem | null }) {
  const { quiz } = useQuizMessages();
  return problem === null ? null : (
    <p className="field__error" role="alert">
      {quiz.problem[problem]}
    </p>
  );
}

function ScopePart({ setup, onChange }: Parts) {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz, common } = useQuizMessages();
  const words = useScopeMessages();
  const { scope } = setup;
  return (
    <details className="quiz-setup__fold">
      <summary>{quiz.changeScope}</summary>
      <ScopeField
        scope={scope}
        language={language}
        onChange={(next) => onChange({ scope: next })}
      />
      <p className="visually-hidden" aria-live="polite">
        {scopeWords(scope, catalogue, language, words)}
        {common.gap}
        {words.comesTo(conceptsIn(scope, catalogue).length)}
      </p>
    </details>
  );
}

function DiscussionPart({ setup, known, problem, onChange }: Parts) {
  const environment = useEnvironment();
  const { quiz } = useQuizMessages();
  const offered = [...known.discussions.values()].filter(
    (one) => isAhead(environment, one) || one.id === setup.discussion,
  );
  if (offered.length === 0) {
    return (
      <>
        <Wrong problem={problem} />
        <Button variant="quiet" href={hrefOf(routes.newDiscussion)}>
          {quiz.addDiscussion}
        </Button>
      </>
    );
  }
  const none = discussionOf(setup, known) ? [] : [{ value: '', label: quiz.noDiscussion }];
  return (
    <SelectField
      label={quiz.whichDiscussion}
      hint={setup.isFinal ? quiz.finalHint : undefined}
      error={problem === null ? undefined : quiz.problem[problem]}
      value={none.length > 0 ? '' : setup.discussion}
      options={[...none, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(discussion) => onChange({ discussion, isFinal: false })}
    />
  );
}

function FromPart(parts: Parts & { readonly offer: Offer }) {
  const { setup, known, offer, onChange } = parts;
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz, common } = useQuizMessages();
  const words = useScopeMessages();
  const problem = parts.problem !== null && OF_CHOICE.has(parts.problem) ? parts.problem : null;
  const inner = { ...parts, problem };
  const inScope =
    scopeWords(setup.scope, catalogue, language, words) +
    quiz.aside(words.comesTo(conceptsIn(setup.scope, catalogue).length));
  const options = [
    {
      value: 'scope' as const,
      note: inScope,
      inside: (
        <>
          <Wrong problem={problem} />
          <ScopePart {...inner} />
        </>
      ),
    },
    { value: 'weakest' as const, note: quiz.weakestNote, inside: <Wrong problem={problem} /> },
    {
      value: 'due' as const,
      note: quiz.dueNote,
      inside: (
        <TextField
          type="date"
          label={quiz.before}
          value={setup.before}
          min={dateOfDay(known.today + 1)}
          error={problem === null ? undefined : quiz.problem[problem]}
          onChange={(before) => onChange({ before })}
        />
      ),
    },
    {
      value: 'discussion' as const,
      note: quiz.discussionNote,
      inside: <DiscussionPart {...inner} />,
    },
  ];
  const first = [...known.discussions.values()][0]?.id ?? '';
  const choose = (from: From) =>
    onChange({ from, discussion: setup.discussion === '' ? first : setup.discussion });
  return (
    <Section title={quiz.what}>
      <RadioList
        label={quiz.what + common.gap}
        labelHidden
        value={setup.from}
        onChange={choose}
        options={options.map((option) => ({ ...option, label: quiz.from[option.value] }))}
      />
      {offer.isMixed ? (
        <Switch
          label={quiz.onlyMet}
          checked={setup.onlyMet}
          onChange={(onlyMet) => onChange({ onlyMet })}
        />
      ) : null}
      <Unmet offer={offer} />
    </Section>
  );
}

function LengthPart({ setup, problem, onChange }: Parts) {
  const { quiz } = useQuizMessages();
  const { unit, amount } = setup;
  const most = unit === 'questions' ? MOST_QUESTIONS : MOST_MINUTES;
  return (
    <Field
      label={quiz.length}
      error={problem === 'no-amount' ? quiz.amountProblem[unit](most) : undefined}
    >
      {(control) => (
        <>
          <input
            {...control}
            className="input number-field"
            type="number"
            inputMode="numeric"
            min={1}
            max={most}
            value={amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
          <Choice
            label={quiz.unitLabel}
            labelHidden
            value={unit}
            onChange={(next) => onChange({ unit: next })}
            options={[
              { value: 'questions', label: quiz.unit.questions },
              { value: 'minutes', label: quiz.unit.minutes },
            ]}
          />
        </>
      )}
    </Field>
  );
}

function MixPart({ setup, problem, onChange }: Parts) {
  const { quiz } = useQuizMessages();
  const { mix } = setup;
  const isWrong = problem === 'no-form' || problem === 'no-card-for-form';
  const tick = (form: Form, isChosen: boolean) =>
    onChange({ mix: new Set(FORMS.filter((one) => (one === form ? isChosen : mix.has(one)))) });
  const chosen = FORMS.filter((form) => mix.has(form)).map((form) => quiz.form[form]);
  return (
    <div className="quiz-setup__mix">
      <details className="quiz-setup__fold">
        <summary>{quiz.mix}</summary>
        <fieldset className="quiz-setup__forms" aria-label={quiz.mix}>
          {FORMS.map((form) => (
            <Checkbox
              key={form}
              checked={mix.has(form)}
              onChange={(isChosen) => tick(form, isChosen)}
            >
              {quiz.form[form]}
            </Checkbox>
          ))}
        </fieldset>
      </details>
      <p className="secondary">{quiz.kinds(chosen)}</p>
      <Wrong problem={isWrong ? problem : null} />
    </div>
  );
}

interface StartProps {
  readonly offer: Offer;
  /** What the quiz begins with. */
  readonly terms: QuizTerms;
}

/** The one button that begins the quiz; it goes on to the first question. */
export function Start({ offer, terms }: StartProps) {
  const environment = useEnvironment();
  const [, go] = useLocation();
  const { quiz } = useQuizMessages();
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  const [isBeginning, setBeginning] = useState(false);
  const start = async (at: Environment) => {
    setBeginning(true);
    try {
      go(routes.quiz.replace(':quiz', await beginQuiz(at, terms)));
    } catch (error) {
      setBeginning(false);
      setTrouble(asStoreError(error).trouble);
    }
  };
  const isReady = offer.problem === null;
  return (
    <>
      {trouble === null ? null : (
        <QuizTrouble trouble={trouble} during="other" onAgain={() => void start(environment)} />
      )}
      <Foot place="inline">
        {isReady ? <OfferWords offer={offer} mode={terms.mode} /> : null}
        <Button
          variant="go"
          disabled={!isReady || isBeginning}
          onClick={() => void start(environment)}
        >
          {isReady ? quiz.start : quiz.cannotStart}
        </Button>
      </Foot>
    </>
  );
}

export interface SetupFormProps {
  readonly known: Known;
  readonly preset: Preset;
}

/** Chooses what is asked, how much, how, and what it does. */
export function SetupForm({ known, preset }: SetupFormProps) {
  const { mintId } = useEnvironment();
  const [setup, setSetup] = useState(() => setupFor(known, preset));
  const [seed] = useState(mintId);
  const offer = useMemo(() => offerFor(setup, known, seed), [setup, known, seed]);
  const { problem } = offer;
  const onChange = (part: Partial<Setup>) => setSetup({ ...setup, ...part });
  const parts = { setup, known, problem, onChange };
  const isFinal = setup.isFinal && setup.from === 'discussion';
  return (
    <div className="quiz-setup">
      <FromPart {...parts} offer={offer} />
      <div className="quiz-setup__how">
        <LengthPart {...parts} />
        <MixPart {...parts} />
        <AsksConfidence
          checked={setup.asksConfidence}
          onChange={(asksConfidence) => onChange({ asksConfidence })}
        />
      </div>
      <Terms
        offer={offer}
        mode={setup.mode}
        onMode={(mode) => onChange({ mode })}
        isFinal={isFinal}
      />
      <Start offer={offer} terms={termsOf(setup, offer, seed)} />
    </div>
  );
}
