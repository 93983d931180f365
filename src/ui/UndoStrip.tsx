import './UndoStrip.css';

export interface UndoStripProps {
  /** What was done, e.g. 记为“记得”，28天后. */
  readonly text: string;
  readonly actionLabel: string;
  readonly onUndo: () => void;
}

/** Says what was just done and offers to take it back. Hides no button. */
export function UndoStrip({ text, actionLabel, onUndo }: UndoStripProps) {
  return (
    <div className="undo-strip">
      <span className="undo-strip__text">{text}</span>
      <button type="button" className="undo-strip__action" onClick={onUndo}>
        {actionLabel}
      </button>
    </div>
  );
}
