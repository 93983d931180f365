import { useEffect } from 'react';

/** What appears anew is read from its top, however far down the last thing was read. */
export function useTopOfPage(): void {
  useEffect(() => {
    // It returns a promise in some browsers, which is no way to clean up.
    window.scrollTo(0, 0);
  }, []);
}
