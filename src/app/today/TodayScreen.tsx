import { lazy, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { Banner } from '../../ui/Banner.tsx';
import { BigNumber } from '../../ui/BigNumber.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { Section } from '../../ui/Section.tsx';
import { endOfDay } from '../clock.ts';
import { useClockDoubt } from '../clockDoubt.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { useEnvironment } from '../environment.ts';
import { changeLooks, useLooks } from '../looks.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Page, useNewVersion } from '../Page.tsx';
import { pwa } from '../pwa.ts';
import { hrefOf, routes } from '../routes.ts';
import { Comes, Week } from './Charts.tsx';
import { cardsIn, learnMore, refreshToday, spreadOut, useToday, type DayView } from './day.ts';
import './TodayScreen.css';

const Lanes = lazy(async () => ({ default: (await import('./Lanes.tsx')).Lanes }));

const FIRST_CARDS = 5;
const MORE = 5;

/** Reads the page when it opens, when anything changes, when it is looked at, and at the rollover. */
function useFreshDay(): void {
  const environment = useEnvironment();
  const today = useToday((state) => state.view?.today ?? null);
  useEffect(() => {
    const refresh = () => {
      if (!document.hidden) void refreshToday(environment);
    };
    refresh();
    const stop = environment.store.onChange(refresh);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [environment]);
  useEffect(() => {
    if (today === null) return undefined;
    const { clock, store } = environment;
    const wait = endOfDay(clock, today, store.settings.rollover) - clock.now();
    const timer = setTimeout(
      () => void refreshToday(environment),
      Math.min(wait + 50, 2 ** 31 - 1),
    );
    return () => clearTimeout(timer);
  }, [environment, today]);
}

function useSpaceToStart(enabled: boolean): void {
  const [, go] = useLocation();
  useEffect(() => {
    if (!enabled) return undefined;
    const press = (event: KeyboardEvent) => {
      const onControl =
        event.target instanceof Element &&
        event.target.closest('a, button, input, select, textarea, summary, dialog') !== null;
      if (event.key !== ' ' || onControl || event.repeat) return;
      event.preventDefault();
      go(routes.review);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled, go]);
}

function FirstVisit() {
  const { today } = useMessages();
  const language = useLooks((looks) => looks.language);
  return (
    <div className="first">
      <h1>{today.first.title}</h1>
      {today.first.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Choice
        label={today.first.language}
        value={language}
        options={[
          { value: 'zh', label: today.languages.zh, lang: 'zh-Hans' },
          { value: 'en', label: today.languages.en, lang: 'en' },
        ]}
        onChange={(value) => changeLooks({ language: value, cardLanguage: value })}
      />
      <Foot place="inline">
        <Button variant="go" href={`${hrefOf(routes.review)}?cards=${FIRST_CARDS}`}>
          {today.first.start(FIRST_CARDS)}
        </Button>
      </Foot>
      <p>
        <Button variant="quiet" href={`${hrefOf(routes.settings)}?at=backup`}>
          {today.first.restore}
        </Button>
      </p>
    </div>
  );
}

function Unsaved({ reviews }: { readonly reviews: number }) {
  const { today } = useMessages();
  return (
    <p className="secondary">
      {today.backupDue(reviews)}{' '}
      <Button variant="quiet" href={`${hrefOf(routes.settings)}?at=backup`}>
        {today.backupNow}
      </Button>
    </p>
  );
}

function BackAgain({ view }: { readonly view: DayView }) {
  const environment = useEnvironment();
  const { today, time } = useMessages();
  const { wayBack, catchUp } = view;
  if (catchUp) {
    return (
      <Banner action={{ label: today.back.stop, onClick: () => void spreadOut(environment, null) }}>
        {today.back.on(catchUp.perDay, time.date(catchUp.until))}
      </Banner>
    );
  }
  if (!wayBack) return null;
  return (
    <Section title={today.back.title}>
      <p>{today.back.body(wayBack.waiting, wayBack.perDay, wayBack.days)}</p>
      <p className="today__choices">
        <Button size="small" onClick={() => void spreadOut(environment, wayBack)}>
          {today.back.accept(wayBack.perDay)}
        </Button>
      </p>
    </Section>
  );
}

function Work({ view, canStart }: { readonly view: DayView; readonly canStart: boolean }) {
  const environment = useEnvironment();
  const [, go] = useLocation();
  const { today, common } = useMessages();
  const { left, minutes } = view;
  const total = cardsIn(left);
  const inLanes = useToday((state) => state.inLanes ?? 0);
  const five = (
    <Button
      variant="quiet"
      href={`${hrefOf(routes.review)}?cards=${view.inFive}`}
      name={today.fiveName(view.inFive)}
    >
      {today.five}
    </Button>
  );
  if (total === 0) {
    const more = Math.min(MORE, view.unseen);
    const isStudied = Boolean(view.week.at(-1));
    const learn = async () => {
      if (await learnMore(environment, more)) go(routes.review);
    };
    return (
      <>
        <div className="today__done">
          <p className="today__done-title read">
            {inLanes > 0 ? today.lane.rest : isStudied ? today.done : today.nothing}
          </p>
          {isStudied && inLanes === 0 ? <Seal glyph={today.sealGlyph} name={today.done} /> : null}
        </div>
        <p>{today.doneBody(view.comes[1] ?? 0)}</p>
        {more > 0 ? (
          <Foot place="inline">
            <Button onClick={() => void learn()}>{today.more(more)}</Button>
          </Foot>
        ) : null}
      </>
    );
  }
  return (
    <>
      <BigNumber value={String(total)} unit={today.unit(total)} />
      <p>
        {today.parts(left.due, left.learning, left.fresh)}
        {common.gap}
        {today.about}
        <span className="model nowrap">{common.minutes(minutes.low, minutes.high)}</span>
        {minutes.own ? today.aboutEnd : today.aboutGuess}
      </p>
      {view.overLimit > 0 ? <p className="secondary">{today.overLimit(view.overLimit)}</p> : null}
      {canStart ? (
        <Foot place="inline">
          <Button variant="go" href={hrefOf(routes.review)} keyHint={today.startKey}>
            {today.start}
          </Button>
        </Foot>
      ) : null}
      {canStart && minutes.high > 5 ? <p>{five}</p> : null}
    </>
  );
}

/** Today: how much, how long, and one button. */
export function TodayScreen() {
  useFreshDay();
  const { today, common, time, trouble: troubleWords } = useMessages();
  const view = useToday((state) => state.view);
  const trouble = useToday((state) => state.trouble);
  const needRefresh = useNewVersion();
  const doubt = useClockDoubt((state) => state.doubt);
  const total = view ? cardsIn(view.left) : 0;
  useSpaceToStart(total > 0 && !doubt && !(view?.isFirst ?? true));
  // Read after the page itself: nobody waits for it.
  const lanes = view ? (
    <Suspense fallback={null}>
      <Lanes isNext={total === 0 && !doubt} />
    </Suspense>
  ) : null;
  return (
    <Page title={today.title}>
      {needRefresh ? (
        <Banner action={{ label: common.changeNow, onClick: () => void pwa.apply() }}>
          {common.newVersion}
        </Banner>
      ) : null}
      {trouble ? (
        <Notice title={troubleWords.other[trouble].title}>
          {troubleWords.other[trouble].body}
        </Notice>
      ) : null}
      {!view && !trouble ? <ProgressBar label={common.opening} value={0.5} patient /> : null}
      {view?.isFirst ? (
        <>
          <FirstVisit />
          {lanes}
        </>
      ) : null}
      {view && !view.isFirst ? (
        <Columns
          main={
            <div className="stack">
              <h1 className="today__date">{time.dateLine(view.today)}</h1>
              {doubt ? <ClockNotice doubt={doubt} /> : null}
              <Work view={view} canStart={!doubt} />
              {lanes}
              <BackAgain view={view} />
              {view.unsaved === null ? null : <Unsaved reviews={view.unsaved} />}
              <p>
                <Button variant="quiet" href={hrefOf(routes.decks)}>
                  {today.find}
                </Button>
              </p>
            </div>
          }
          side={
            <>
              <Comes view={view} />
              <Week view={view} />
            </>
          }
        />
      ) : null}
    </Page>
  );
}
