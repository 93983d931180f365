import './RecallChip.css';

export type RecallStep = 0 | 1 | 2 | 3 | 4 | 5;

export interface RecallChipProps {
  /** Predicted recall, 0 to 1; none for what was never studied. */
  readonly recall: number | undefined;
  /** What is seen, e.g. 62%. */
  readonly text: string;
  /** What is heard, e.g. 模糊，62%. */
  readonly name: string;
}

/** The step of the ink scale a recall falls on, by the whole percent that is shown. */
export function recallStep(recall: number | undefined): RecallStep {
  if (recall === undefined) return 0;
  const percent = Math.round(recall * 100);
  if (percent >= 95) return 5;
  if (percent >= 90) return 4;
  if (percent >= 80) return 3;
  return percent >= 60 ? 2 : 1;
}

/** How strong a memory is, as ink: dark is strong, a dashed outline is unlearnt. */
export function RecallChip({ recall, text, name }: RecallChipProps) {
  return (
    <span className={`recall-chip recall-chip--${recallStep(recall)}`}>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
