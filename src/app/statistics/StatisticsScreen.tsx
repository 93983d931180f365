import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { Page } from '../Page.tsx';

/** What was done and what came of it. */
export function StatisticsScreen() {
  const { statistics: words } = useStatisticsMessages();
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
    </Page>
  );
}
