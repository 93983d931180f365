import type { ReactNode } from 'react';

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Ends or closes what is open. */
export function IconClose() {
  return (
    <Line>
      <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" />
    </Line>
  );
}

/** Takes back the last action. */
export function IconUndo() {
  return (
    <Line>
      <path d="M7.5 4.5l-4 4 4 4M4 8.5h8a4.2 4.2 0 0 1 0 8.4H8" />
    </Line>
  );
}

/** More actions. */
export function IconMore() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <circle cx="4" cy="10" r="1.6" />
      <circle cx="10" cy="10" r="1.6" />
      <circle cx="16" cy="10" r="1.6" />
    </svg>
  );
}

/** Back to the parent page. */
export function IconBack() {
  return (
    <Line>
      <path d="M12 4.5L6.5 10l5.5 5.5" />
    </Line>
  );
}

/** Right, done. */
export function IconCheck() {
  return (
    <Line>
      <path d="M4 10.5l4 4 8-9" strokeWidth="2" />
    </Line>
  );
}

/** Wrong, missed. */
export function IconCross() {
  return (
    <Line>
      <path d="M5.5 5.5l9 9M14.5 5.5l-9 9" strokeWidth="2" />
    </Line>
  );
}

/** Something went wrong. */
export function IconWarning() {
  return (
    <Line>
      <path d="M10 2.8L18 17H2zM10 8v4.2M10 14.2v1" />
    </Line>
  );
}

/** Searches. */
export function IconSearch() {
  return (
    <Line>
      <path d="M13 13l4 4" />
      <circle cx="8.5" cy="8.5" r="5.5" />
    </Line>
  );
}

/** Opens a list below, or moves down. */
export function IconDown() {
  return (
    <Line>
      <path d="M5 7.5l5 5 5-5" />
    </Line>
  );
}

/** Moves up. */
export function IconUp() {
  return (
    <Line>
      <path d="M5 12.5l5-5 5 5" />
    </Line>
  );
}

/** Plays the source. */
export function IconPlay() {
  return (
    <svg width="12" height="16" viewBox="0 0 12 16" fill="currentColor" aria-hidden="true">
      <path d="M1 2.5v11l9-5.5z" />
    </svg>
  );
}
