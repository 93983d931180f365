import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useModelMessages } from '../messages/useModelMessages.ts';
import type { ModelScreenState } from './modelState.ts';

export interface KeptPartProps {
  readonly screen: ModelScreenState;
}

/** Every set of weights so far, with the way back to it. */
export function KeptPart({ screen }: KeptPartProps) {
  const { model: words, time } = useModelMessages();
  const { clock, store } = useEnvironment();
  const { kept, inForce } = useStore(screen.state);
  if (kept.length < 2) return null;
  return (
    <div className="model__kept">
      <h3>{words.kept}</h3>
      <ul>
        {kept.map(({ name, weights, at }) => {
          const day = at === null ? null : dayAt(clock, at, store.settings.rollover);
          const said =
            name === 'fsrs-6' || day === null
              ? words.keptDefault
              : words.keptAt(time.dateWithYear(day));
          return (
            <li key={name} className="model__weights">
              <span>{said}</span>
              {name === inForce ? (
                <span className="caption">{words.inForce}</span>
              ) : (
                <Button
                  variant="quiet"
                  size="small"
                  name={words.goBackTo(said)}
                  onClick={() => void screen.putWeights(weights)}
                >
                  {words.goBack}
                </Button>
              )}
              <details className="model__details">
                <summary>{words.showWeights}</summary>
                <p className="caption">{weights.map((weight) => weight.toFixed(4)).join(' ')}</p>
              </details>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
