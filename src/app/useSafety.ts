import { useEffect } from 'react';
import { askToPersist } from '../store/persistence.ts';
import { useEnvironment } from './environment.ts';

/** Asks the browser to keep the data after the first answer, and backs up when a session ends. */
export function useSafety(hasAnswered: boolean, isOver: boolean): void {
  const { store, clock, appVersion } = useEnvironment();
  useEffect(() => {
    if (hasAnswered) void askToPersist();
  }, [hasAnswered]);
  useEffect(() => {
    const backUp = async () => {
      const { autoBackupIfDue } = await import('../store/backup.ts');
      await autoBackupIfDue(store, clock, appVersion);
    };
    const look = () => {
      if (document.hidden) void backUp();
    };
    if (isOver) void backUp();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [store, clock, appVersion, isOver]);
}
