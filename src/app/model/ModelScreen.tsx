import { useModelMessages } from '../messages/useModelMessages.ts';
import { Page } from '../Page.tsx';

/** Whether the model is right about the learner, and what to do about it. */
export function ModelScreen() {
  const { model: words } = useModelMessages();
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
    </Page>
  );
}
