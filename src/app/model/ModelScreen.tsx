import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { BackLink } from '../../ui/BackLink.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { createModelWork } from '../../workers/model.ts';
import { rebuildInWorker } from '../../workers/rebuild.ts';
import { useEnvironment } from '../environment.ts';
import { useModelMessages } from '../messages/useModelMessages.ts';
import { Page } from '../Page.tsx';
import { hrefOf, routes } from '../routes.ts';
import { LeechPart } from './LeechPart.tsx';
import { createModelState, type ModelAway } from './modelState.ts';
import { OptimisePart } from './OptimisePart.tsx';
import { RightPart } from './RightPart.tsx';
import { Trouble } from './Trouble.tsx';
import { WorkloadPart } from './WorkloadPart.tsx';
import './model.css';

/** Whether the model is right about the learner, and what to do about it. */
export function ModelScreen() {
  const [away] = useState<ModelAway>(() => ({ ...createModelWork(), rebuild: rebuildInWorker }));
  return <Model away={away} />;
}

export interface ModelProps {
  readonly away: ModelAway;
}

/** The screen, told who does what is done away from it. */
export function Model({ away }: ModelProps) {
  const environment = useEnvironment();
  const { model: words, common } = useModelMessages();
  const [screen] = useState(() => createModelState(environment, away));
  const { report, workload, trouble } = useStore(screen.state);
  useEffect(() => screen.listen(), [screen]);
  return (
    <Page title={words.title}>
      <BackLink href={hrefOf(routes.statistics)}>{common.statistics}</BackLink>
      <h1>{words.title}</h1>
      {trouble ? <Trouble trouble={trouble} onAgain={screen.again} /> : null}
      {report || trouble ? null : <ProgressBar label={words.working} value={0.5} patient />}
      {report ? (
        <>
          <RightPart report={report.calibration} />
          <LeechPart report={report} />
          <OptimisePart screen={screen} />
        </>
      ) : null}
      {workload ? <WorkloadPart screen={screen} report={workload} /> : null}
    </Page>
  );
}
