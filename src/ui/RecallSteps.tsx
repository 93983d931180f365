import type { RecallStep } from './RecallChip.tsx';
import './RecallSteps.css';

export interface RecallStepsProps {
  /** Accessible name of the group. */
  readonly label: string;
  /** From firm to new. */
  readonly steps: readonly {
    readonly step: RecallStep;
    readonly count: number;
    /** E.g. 模糊, and 60–80 under it. */
    readonly name: string;
    readonly range: string;
    /** What is heard, e.g. 模糊，60–80%，24个. */
    readonly fullName: string;
  }[];
  /** The one that is shown alone; null: all. */
  readonly chosen: RecallStep | null;
  readonly onChoose: (step: RecallStep | null) => void;
}

/** The ink scale with how many concepts stand on each step: legend and filter in one. */
export function RecallSteps({ label, steps, chosen, onChoose }: RecallStepsProps) {
  return (
    <fieldset className="recall-steps" aria-label={label}>
      {steps.map(({ step, count, name, range, fullName }) => (
        <button
          key={step}
          type="button"
          className="recall-steps__step"
          aria-pressed={step === chosen}
          aria-label={fullName}
          onClick={() => onChoose(step === chosen ? null : step)}
        >
          <span className={`recall-steps__count recall-steps__count--${step}`}>{count}</span>
          <span className="recall-steps__name">{name}</span>
          <span className="recall-steps__range">{range}</span>
        </button>
      ))}
    </fieldset>
  );
}
