/** The state of the study settings, for the controls that make them up. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { SettingsScreenState, SettingsState } from './settingsState.ts';

const SettingsContext = createContext<SettingsScreenState | null>(null);

export const SettingsStateProvider = SettingsContext.Provider;

/** @throws Error outside a SettingsStateProvider */
export function useSettingsScreen(): SettingsScreenState {
  const screen = useContext(SettingsContext);
  if (!screen) throw new Error('Inconsistent: no settings state');
  return screen;
}

export function useSettingsState<T>(select: (state: SettingsState) => T): T {
  return useStore(useSettingsScreen().state, select);
}
