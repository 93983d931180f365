import { useEffect, useState } from 'react';
import { recallAt, type CardState } from '../../domain/cardState.ts';
import { isAnswer, type Grant, type OfCard } from '../../domain/event.ts';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { cardHistory, type CardHistory, type HistoryEntry } from '../../store/history.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useEnvironment } from '../environment.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useReviewMore } from '../messages/useReviewMore.ts';

import './CardInfoDialog.css';

/** Three figures that mean something: 0.21, 3.4, 128. */
const figure = (value: number) => String(Number(value.toPrecision(value < 100 ? 2 : 3)));

function lastGrant(entries: readonly HistoryEntry[]): { event: OfCard; grant: Grant } | null {
  for (const { event, live } of entries.toReversed()) {
    if (live && event.type === 'reset') return null;
    if (live && 'grant' in event && event.grant) return { event, grant: event.grant };
  }
  return null;
}

type InfoWords = ReturnType<typeof useReviewMore>['infoDialog'];

/** The recorded terms of the date, as sentences that multiply back to it. */
function reasonsFor(event: OfCard, grant: Grant, messages: Messages, words: InfoWords): string[] {
  const { review, time, common } = messages;
  const rated = isAnswer(event)
    ? [words.rated(review.rating[event.rating], time.dateWithYear(event.day))]
    : [];
  if (grant.dueDay === undefined) {
    return [...rated, words.step(grant.step + 1, time.wait((grant.dueAt ?? event.at) - event.at))];
  }
  const { terms } = grant;
  if (!terms) return [...rated, words.chosenByYou(time.dateWithYear(grant.dueDay))];
  return [
    ...rated,
    words.raw(figure(terms.stability), common.percent(terms.desired), figure(terms.raw)),
    words.range(terms.low, terms.high),
    words.chosen(terms.days, time.dateWithYear(grant.dueDay)),
    ...terms.why.map((why) => words.why[why]),
  ];
}

function Figures({ state, now }: { readonly state: CardState; readonly now: number }) {
  const { store } = useEnvironment();
  const { time, common } = useMessages();
  const words = useReviewMore().infoDialog;
  const recall = recallAt(state, now, store.model);
  const due =
    state.dueDay !== null
      ? time.dateWithYear(state.dueDay)
      : state.dueAt === null
        ? ''
        : words.dueSoon(time.wait(Math.max(0, state.dueAt - now)));
  const rows: readonly (readonly [string, string, string?])[] = [
    [words.due, due],
    [words.recall, recall === null ? '' : common.percent(recall)],
    [words.stability, state.memory ? figure(state.memory.stability) : '', words.stabilityNote],
    [words.difficulty, state.memory ? figure(state.memory.difficulty) : '', words.difficultyNote],
    [words.reviews, String(state.reps)],
    [words.lapses, String(state.lapses)],
  ];
  return (
    <dl className="card-info__figures">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="model">{value}</span>
              {note === undefined ? null : <span className="caption"> {note}</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { review, time, common } = useMessages();
  const words = useReviewMore().infoDialog;
  const answers = entries.filter(({ event }) => isAnswer(event)).toReversed();
  if (answers.length === 0) return <p>{words.noHistory}</p>;
  const interval = ({ event }: HistoryEntry) => {
    const grant = 'grant' in event ? event.grant : undefined;
    if (!grant) return '';
    return grant.dueDay === undefined
      ? time.wait((grant.dueAt ?? event.at) - event.at)
      : time.days(grant.dueDay - event.day);
  };
  return (
    <div className="card-info__table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.historyHead.date}</th>
            <th scope="col">{words.historyHead.rating}</th>
            <th scope="col">{words.historyHead.predicted}</th>
            <th scope="col">{words.historyHead.interval}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((entry) =>
            isAnswer(entry.event) ? (
              <tr key={`${entry.event.device}:${entry.event.seq}`}>
                <td>{time.dateWithYear(entry.event.day)}</td>
                <td>
                  {review.rating[entry.event.rating]}
                  {entry.live ? null : <span className="caption"> {words.takenBack}</span>}
                </td>
                <td className="model">
                  {entry.event.predicted === undefined ? '' : common.percent(entry.event.predicted)}
                </td>
                <td className="model">{interval(entry)}</td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Card info: what is known of a card's memory, and why it falls due on its date. */
export function CardInfoDialog({
  card,
  onClose,
}: {
  readonly card: string;
  readonly onClose: () => void;
}) {
  const { store, clock } = useEnvironment();
  const messages = useMessages();
  const words = useReviewMore().infoDialog;
  const [history, setHistory] = useState<CardHistory | null>(null);
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  useEffect(() => {
    let open = true;
    cardHistory(store, card).then(
      (read) => open && setHistory(read),
      (error: unknown) => open && setTrouble(asStoreError(error).trouble),
    );
    return () => {
      open = false;
    };
  }, [store, card]);
  const last = history ? lastGrant(history.entries) : null;
  return (
    <Dialog open title={words.title} closeLabel={messages.common.close} onClose={onClose}>
      {trouble ? (
        <Notice title={messages.trouble.other[trouble].title}>
          {messages.trouble.other[trouble].body}
        </Notice>
      ) : null}
      {history && history.state.phase === 'new' ? <p>{words.fresh}</p> : null}
      {history && history.state.phase !== 'new' ? (
        <>
          <Figures state={history.state} now={clock.now()} />
          <h3>{words.how}</h3>
          <ul className="card-info__reasons">
            {last
              ? reasonsFor(last.event, last.grant, messages, words).map((reason) => (
                  <li key={reason}>{reason}</li>
                ))
              : null}
          </ul>
        </>
      ) : null}
      {history ? (
        <>
          <h3>{words.history}</h3>
          <History entries={history.entries} />
        </>
      ) : null}
    </Dialog>
  );
}
