import { useId } from 'react';
import './Mark.css';

const RINGS = [
  { name: 'information', x: 16, y: 12.05, under: [11.58, 19.7] },
  { name: 'model', x: 20.42, y: 19.7, under: [16, 12.05] },
  { name: 'action', x: 11.58, y: 19.7, under: [20.42, 19.7] },
] as const;

/** Three rings, no two of them linked: each passes over one and under another. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  const id = useId();
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {RINGS.map(({ name, under }) => (
        <mask
          key={name}
          id={`${id}${name}`}
          maskUnits="userSpaceOnUse"
          x="0"
          y="0"
          width="32"
          height="32"
        >
          <path d="M0 0h32v32H0z" fill="#fff" />
          <circle cx={under[0]} cy={under[1]} r="8.5" fill="none" stroke="#000" strokeWidth="4.6" />
        </mask>
      ))}
      {RINGS.map(({ name, x, y }) => (
        <circle
          key={name}
          className={`mark__ring mark__ring--${name}`}
          cx={x}
          cy={y}
          r="8.5"
          mask={`url(#${id}${name})`}
        />
      ))}
    </svg>
  );
}
