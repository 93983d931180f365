/** The app's store, opened in the bench's page. */
import { buildCatalogue, type Catalogue } from '../src/domain/catalogue.ts';
import { openStore, type Store } from '../src/store/store.ts';

export const NO_DECKS: Catalogue = buildCatalogue([]);
export const DEVICE = '0123456789abcdef01234567';

export function openBenchStore(name: string, catalogue: Catalogue): Promise<Store> {
  return openStore({ catalogue, mintDevice: () => DEVICE, name });
}

/** ms that `work` takes */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Lets what is pending be done. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
