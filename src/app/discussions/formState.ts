/** Saving a discussion, and what the form must know to speak of its scope. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Discussion } from '../../domain/discussion.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { append } from '../../store/log.ts';
import { allStates } from '../../store/study.ts';
import { momentOf } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { changedFields, fieldsOf, type Draft } from './draft.ts';

export interface FormState {
  /** Ids of cards that were answered at least once; null until read. */
  readonly seen: ReadonlySet<string> | null;
  readonly trouble: StoreTrouble | null;
}

export interface Form {
  readonly state: StoreApi<FormState>;
  readonly readSeen: () => Promise<void>;
  /**
   * Writes the draft down: all of it when it is new, else what changed.
   * @returns the discussion's id; null when it could not be written
   */
  readonly save: (draft: Draft, before: Discussion | null) => Promise<string | null>;
}

export function createForm({ store, clock, mintId }: Environment): Form {
  const state = createStore<FormState>(() => ({ seen: null, trouble: null }));
  return {
    state,
    readSeen: async () => {
      try {
        const states = await allStates(store);
        const seen = states.filter(({ memory }) => memory !== null).map(({ card }) => card);
        state.setState({ seen: new Set(seen) });
      } catch (error) {
        state.setState({ trouble: asStoreError(error).trouble });
      }
    },
    save: async (draft, before) => {
      const fields = fieldsOf(draft, clock);
      const written = before
        ? changedFields(before, fields)
        : { ...fields, isPlanned: false, isRemoved: false };
      const discussion = before?.id ?? mintId();
      if (Object.keys(written).length === 0) return discussion;
      state.setState({ trouble: null });
      try {
        const moment = momentOf(clock, store.settings.rollover);
        await append(store, [{ type: 'discussion-set', discussion, ...written, ...moment }]);
        return discussion;
      } catch (error) {
        state.setState({ trouble: asStoreError(error).trouble });
        return null;
      }
    },
  };
}
