import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import './Shell.css';

export interface ShellItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface ShellProps {
  /** Where the wordmark leads, its words, and its accessible name. */
  readonly home: { readonly href: string; readonly wordmark: string; readonly name: string };
  readonly items: readonly ShellItem[];
  readonly navLabel: string;
  readonly skipLabel: string;
  /** Right-hand links: seen on desk only. */
  readonly side?: ReactNode;
  /** Right-hand button: seen on phone only, usually a Menu with the same links. */
  readonly menu?: ReactNode;
  /** Takes the place of the wordmark and the navigation, e.g. a Progress during a review. */
  readonly bar?: ReactNode;
  /** The 720px reading sheet instead of the wide one. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** The room: a bar, and one sheet of paper. On a phone the sheet is the screen. */
export function Shell({ home, items, navLabel, skipLabel, narrow = false, ...slots }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  const alone = slots.bar !== undefined;
  return (
    <div className={`shell${narrow ? ' shell--narrow' : ''}${alone ? ' shell--alone' : ''}`}>
      <button type="button" className="shell__skip" onClick={() => main.current?.focus()}>
        {skipLabel}
      </button>
      <header className="shell__bar">
        {slots.bar ?? (
          <>
            <a className="shell__home" href={home.href} aria-label={home.name}>
              <Mark />
              <span className="shell__wordmark" lang="zh-Hans">
                {home.wordmark}
              </span>
            </a>
            <nav className="shell__nav" aria-label={navLabel}>
              {items.map((item) => (
                <a
                  key={item.href}
                  className="shell__item"
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                >
                  {item.label}
                </a>
              ))}
            </nav>
            {slots.side === undefined ? null : <div className="shell__side">{slots.side}</div>}
            {slots.menu === undefined ? null : <div className="shell__menu">{slots.menu}</div>}
          </>
        )}
      </header>
      <main className="shell__sheet" ref={main} tabIndex={-1}>
        {slots.children}
      </main>
    </div>
  );
}
