import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useModelMessages } from '../messages/useModelMessages.ts';
import type { ModelScreenState } from './modelState.ts';

export interface AfterProps {
  readonly screen: ModelScreenState;
  /** Which change is spoken of here. */
  readonly of: 'weights' | 'desired';
}

/** After a change: that it was made and the way back; and due dates that could move, with what that does. */
export function After({ screen, of }: AfterProps) {
  const { model: words, common } = useModelMessages();
  const { last, turn, offer, changed } = useStore(screen.state);
  const isHere = changed === of;
  const said = () => {
    if (!last || !isHere) return '';
    if (last.is === 'took-back') return words.tookBack;
    return last.what === 'moved' ? words.moved(last.cards) : words.saved[last.what];
  };
  return (
    <>
      <LiveRegion message={said()} turn={turn} />
      {said() === '' ? null : (
        <p className="secondary model__said">
          {said()}{' '}
          {last?.canUndo ? (
            <Button variant="quiet" size="small" onClick={() => void screen.undo()}>
              {words.undo}
            </Button>
          ) : null}
        </p>
      )}
      {offer && isHere ? (
        <div className="model__offer">
          <h3>{words.offerTitle}</h3>
          <p className="secondary">
            {[
              words.effect(offer.effect.earlier, offer.effect.later),
              words.effectToday(offer.effect.today),
              words.offerOtherwise,
            ].join(common.gap)}
          </p>
          <div className="model__buttons">
            <Button size="small" onClick={() => void screen.move()}>
              {words.move}
            </Button>
            <Button variant="quiet" size="small" onClick={screen.leave}>
              {words.leave}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
