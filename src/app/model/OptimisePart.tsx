import { useStore } from 'zustand';
import { LEAST_JUDGED, LEAST_TRAINED, type Verdict } from '../../domain/training/verdict.ts';
import { Button } from '../../ui/Button.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Trained } from '../../workers/training.ts';
import { useModelMessages } from '../messages/useModelMessages.ts';
import { After } from './After.tsx';
import { KeptPart } from './KeptPart.tsx';
import type { ModelScreenState } from './modelState.ts';
import { Trouble } from './Trouble.tsx';

export interface OptimisePartProps {
  readonly screen: ModelScreenState;
}

/** Training: offered, under way, judged, and put in force only when that is asked for. */
export function OptimisePart({ screen }: OptimisePartProps) {
  const { model: words, common } = useModelMessages();
  const { training, rebuilding, turn } = useStore(screen.state);
  const begin = () => void screen.train();
  return (
    <Section title={words.optimise} hint={words.optimiseHint}>
      {training.is === 'not-begun' && rebuilding === null ? (
        <Button size="small" onClick={begin}>
          {words.train}
        </Button>
      ) : null}
      {training.is === 'running' ? (
        <>
          <ProgressBar
            label={words.training[training.progress.is]}
            note={words.trainingNote}
            value={training.progress.share}
          />
          <div className="model__buttons">
            <Button size="small" onClick={screen.cancel}>
              {words.cancel}
            </Button>
          </div>
        </>
      ) : null}
      {training.is === 'broken' ? <Trouble trouble="broken" onAgain={begin} /> : null}
      {training.is === 'over' ? <Judged screen={screen} trained={training.trained} /> : null}
      {rebuilding === null ? null : (
        <ProgressBar label={common.recomputing} note={common.recomputingNote} value={rebuilding} />
      )}
      <LiveRegion
        message={training.is === 'over' ? sentenceOf(training.trained, words) : ''}
        turn={turn}
      />
      <After screen={screen} of="weights" />
      <KeptPart screen={screen} />
    </Section>
  );
}

type Words = ReturnType<typeof useModelMessages>['model'];

function sentenceOf(trained: Trained, words: Words): string {
  if (trained.is === 'too-few') {
    return words.tooFew(trained.trained, trained.judged, LEAST_TRAINED, LEAST_JUDGED);
  }
  const { isGain, judged, before, after } = trained.verdict;
  return isGain ? words.gain(judged, before.logLoss, after.logLoss) : words.noGain(judged);
}

interface JudgedProps extends OptimisePartProps {
  readonly trained: Trained;
}

function Judged({ screen, trained }: JudgedProps) {
  const { model: words, time, common } = useModelMessages();
  const again = (
    <Button variant="quiet" size="small" onClick={() => void screen.train()}>
      {words.trainAgain}
    </Button>
  );
  if (trained.is === 'too-few') return <p>{sentenceOf(trained, words)}</p>;
  const { verdict, weights, from, effect } = trained;
  const { isGain, gain, doubt } = verdict;
  return (
    <>
      <p>
        {sentenceOf(trained, words)}
        {isGain ? common.gap + (gain > doubt ? words.sureGain : words.unsureGain) : null}
      </p>
      <Fits verdict={verdict} />
      <p className="caption">
        {words.trainedOn(verdict.trained, verdict.judged, time.dateWithYear(from))}
      </p>
      {isGain ? (
        <>
          <p className="secondary model__effect">
            {[
              words.effect(effect.earlier, effect.later),
              words.effectToday(effect.today),
              words.effectNote,
            ].join(common.gap)}
          </p>
          <div className="model__buttons">
            <Button size="small" onClick={() => void screen.putWeights(weights)}>
              {words.use}
            </Button>
            {again}
          </div>
        </>
      ) : (
        again
      )}
    </>
  );
}

function Fits({ verdict: { before, after } }: { readonly verdict: Verdict }) {
  const { model: words } = useModelMessages();
  const rows = [
    [words.logLoss, before.logLoss.toFixed(4), after.logLoss.toFixed(4)],
    [words.rmseBins, words.percent1(before.rmseBins), words.percent1(after.rmseBins)],
  ] as const;
  return (
    <table className="model__fits">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.fitHead[0]}</span>
          </th>
          <th scope="col">{words.fitHead[1]}</th>
          <th scope="col">{words.fitHead[2]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, now, then]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{now}</td>
            <td>{then}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
