/** Looks: how this device shows things. They are no events and stay with the device. */
import { create } from 'zustand';
import type { Language } from '../domain/deck.ts';

export type Theme = 'auto' | 'light' | 'dark';

export interface Looks {
  /** Of the interface. */
  readonly language: Language;
  /** Of the cards; each card can be flipped on its own. */
  readonly cardLanguage: Language;
  readonly theme: Theme;
  /** 1 is the browser's own text size. */
  readonly textScale: number;
  /** Clozes are answered by typing. */
  readonly typing: boolean;
  /** How often the strip that offers to take back a rating has been shown. */
  readonly stripsSeen: number;
}

const KEY = 'fanshi.looks';

/** The first of the browser's languages that is one of ours. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (/^zh/i.test(language)) return 'zh';
    if (/^en/i.test(language)) return 'en';
  }
  return 'en';
}

function readLooks(): Partial<Looks> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    // Storage switched off or damaged text: the looks begin anew, nothing else depends on them.
    return {};
  }
}

function keepLooks(looks: Looks): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(looks));
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}

function firstLooks(): Looks {
  const language = preferredLanguage(navigator.languages);
  return {
    language,
    cardLanguage: language,
    theme: 'auto',
    textScale: 1,
    typing: false,
    stripsSeen: 0,
    ...readLooks(),
  };
}

export const useLooks = create<Looks>(firstLooks);

/** Changes looks and keeps them on this device. */
export function changeLooks(change: Partial<Looks>): void {
  useLooks.setState(change);
  keepLooks(useLooks.getState());
}

/** Puts the looks on the page, now and at every change. */
export function applyLooks(root: HTMLElement): void {
  const apply = ({ language, theme, textScale }: Looks) => {
    root.lang = LANG[language];
    if (theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.style.setProperty('--text-scale', String(textScale));
  };
  apply(useLooks.getState());
  useLooks.subscribe(apply);
}

/** The `lang` of a text in each language. */
export const LANG: Readonly<Record<Language, string>> = { zh: 'zh-Hans', en: 'en' };
