import { Suspense, useEffect, useState } from 'react';
import { Route, Router, Switch, useSearchParams } from 'wouter';
import { asStoreError, type StoreTrouble } from '../store/errors.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { EnvironmentProvider, type Environment } from './environment.ts';
import { useMessages } from './messages/useMessages.ts';
import { Page } from './Page.tsx';
import { ReviewScreen } from './review/ReviewScreen.tsx';
import { hashRouting, routes } from './routes.ts';
import {
  BriefScreen,
  ChapterScreen,
  ConceptScreen,
  ConceptsScreen,
  DecksScreen,
  DiscussionForm,
  DiscussionScreen,
  DiscussionsScreen,
  ModelScreen,
  QuizScreen,
  QuizzesScreen,
  SettingsScreen,
  StatisticsScreen,
} from './screens.tsx';
import { TodayScreen } from './today/TodayScreen.tsx';

/** The parameters of a hash route stand behind a question mark in the hash. */
function Review() {
  const [params] = useSearchParams();
  const cards = Number(params.get('cards') ?? '');
  const discussion = params.get('for');
  return (
    <ReviewScreen
      key={discussion}
      cards={Number.isInteger(cards) && cards > 0 ? cards : undefined}
      discussion={discussion ?? undefined}
    />
  );
}

function Screens() {
  return (
    <Switch>
      <Route path={routes.review} component={Review} />
      <Route path={routes.decks} component={DecksScreen} />
      <Route path={routes.chapter} component={ChapterScreen} />
      <Route path={routes.concepts} component={ConceptsScreen} />
      <Route path={routes.concept} component={ConceptScreen} />
      <Route path={routes.model} component={ModelScreen} />
      <Route path={routes.statistics} component={StatisticsScreen} />
      <Route path={routes.settings} component={SettingsScreen} />
      <Route path={routes.quizzes} component={QuizzesScreen} />
      <Route path={routes.quiz} component={QuizScreen} />
      <Route path={routes.discussions} component={DiscussionsScreen} />
      <Route path={routes.newDiscussion} component={DiscussionForm} />
      <Route path={routes.changeDiscussion} component={DiscussionForm} />
      <Route path={routes.brief} component={BriefScreen} />
      <Route path={routes.discussion} component={DiscussionScreen} />
      <Route component={TodayScreen} />
    </Switch>
  );
}

/** What is seen when the store does not open: what happened, that nothing is lost, what to do. */
function Closed({ trouble }: { readonly trouble: StoreTrouble }) {
  const { common, trouble: words } = useMessages();
  const { title, body } = words.other[trouble];
  return (
    <Page title={common.appName} narrow>
      <Notice
        title={title}
        actions={<Button onClick={() => window.location.reload()}>{words.reload}</Button>}
      >
        {body}
      </Notice>
    </Page>
  );
}

export interface AppProps {
  /** What the app stands on, where it is open already. */
  readonly ready?: Environment | undefined;
  /** Opens what the app stands on; called once. */
  readonly open: (told: {
    /** Another tab is in the way. */
    readonly onBlocked: () => void;
    /** The caches are being made anew: 0..1. */
    readonly onProgress: (share: number) => void;
  }) => Promise<Environment>;
}

/** The app: opens the store, then shows the screen the address names. */
export function App({ open, ready }: AppProps) {
  const { common } = useMessages();
  const [environment, setEnvironment] = useState<Environment | null>(ready ?? null);
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  useEffect(() => {
    const start = async () => {
      try {
        const told = { onBlocked: () => setTrouble('blocked'), onProgress: setProgress };
        setEnvironment(await open(told));
        setTrouble(null);
      } catch (error) {
        setTrouble(asStoreError(error).trouble);
      }
    };
    void start();
  }, [open]);
  useEffect(
    () =>
      environment?.store.onChange((change) => {
        if (change.is === 'closed') setTrouble('outdated');
      }),
    [environment],
  );
  return (
    <Router {...hashRouting}>
      {trouble ? <Closed trouble={trouble} /> : null}
      {!trouble && !environment ? (
        <Page title={common.appName}>
          <ProgressBar
            label={progress === null ? common.opening : common.recomputing}
            note={progress === null ? undefined : common.recomputingNote}
            value={progress ?? 0}
            patient
          />
        </Page>
      ) : null}
      {!trouble && environment ? (
        <EnvironmentProvider value={environment}>
          <Suspense fallback={null}>
            <Screens />
          </Suspense>
        </EnvironmentProvider>
      ) : null}
    </Router>
  );
}
