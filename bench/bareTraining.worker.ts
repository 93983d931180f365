/** fsrs-browser with nothing around it: what it is given is ready, what it answers is not looked at. */
import load, { Fsrs } from 'fsrs-browser';
import type { TrainingSet } from '../src/domain/training/items.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<TrainingSet | { type: string }>) => {
  if (!('lengths' in data)) return;
  const train = async () => {
    await load();
    const weights = new Fsrs().computeParameters(
      data.ratings,
      data.elapsed,
      data.lengths,
      undefined,
      true,
    );
    globalThis.postMessage(Array.from(weights));
  };
  void train();
});
