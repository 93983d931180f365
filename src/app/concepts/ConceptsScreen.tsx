import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { Page } from '../Page.tsx';

/** Every concept and how well it is known. */
export function ConceptsScreen() {
  const { concepts: words } = useConceptsMessages();
  return (
    <Page title={words.title}>
      <h1>{words.title}</h1>
    </Page>
  );
}
