/** The state of the part about the data, for the pieces that make it up. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DataScreenState, DataState } from './dataState.ts';

const DataContext = createContext<DataScreenState | null>(null);

export const DataStateProvider = DataContext.Provider;

/** @throws Error outside a DataStateProvider */
export function useDataScreen(): DataScreenState {
  const screen = useContext(DataContext);
  if (!screen) throw new Error('Inconsistent: no data state');
  return screen;
}

export function useDataState<T>(select: (state: DataState) => T): T {
  return useStore(useDataScreen().state, select);
}
