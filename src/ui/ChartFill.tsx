import { useId } from 'react';
import './ChartFill.css';

/**
 * What fills a bar: green is what was seen, from hollow to dark, blue what is predicted, vermilion what
 * is to be done; neighbours differ in lightness, and `hatch` in pattern.
 */
export type Tone =
  | 'none'
  | 'hollow'
  | 'pale'
  | 'hatch'
  | 'mid'
  | 'full'
  | 'deep'
  | 'model'
  | 'model-pale'
  | 'act'
  | 'out'
  | 'out-hollow'
  | 'ink-1'
  | 'ink-2'
  | 'ink-3'
  | 'ink-5';

export interface FillProps {
  readonly tone: Tone;
  /** px */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A filled rectangle. Outlines lie within it. */
export function Fill({ tone, x, y, width, height }: FillProps) {
  const id = useId();
  const inset = Math.min(0.5, width / 2, height / 2);
  const box = {
    x: (x + inset).toFixed(2),
    y: (y + inset).toFixed(2),
    width: Math.max(0, width - 2 * inset).toFixed(2),
    height: Math.max(0, height - 2 * inset).toFixed(2),
  };
  const fill = <rect className={`chart__fill chart__fill--${tone}`} {...box} />;
  if (tone !== 'hatch') return fill;
  return (
    <>
      <defs>
        <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse">
          <path className="chart__hatch" d="M-1 1l2-2M0 4l4-4M3 5l2-2" />
        </pattern>
      </defs>
      {fill}
      <rect fill={`url(#${id})`} {...box} />
    </>
  );
}
