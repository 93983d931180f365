export interface LiveRegionProps {
  /** What to say; empty for nothing. */
  readonly message: string;
  /** Count it up to say the same words again. */
  readonly turn?: number;
}

/** Says something to screen readers without showing it. Keep it mounted. */
export function LiveRegion({ message, turn = 0 }: LiveRegionProps) {
  return (
    <output className="visually-hidden" aria-live="polite">
      {message === '' ? null : <span key={turn}>{message}</span>}
    </output>
  );
}
