/** What a quiz is called: by what it was made from. */
import { useEnvironment } from '../environment.ts';
import type { Discussions } from '../../domain/discussion.ts';
import type { QuizBegun } from '../../domain/event.ts';
import { useLooks } from '../looks.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { useScopeMessages } from '../messages/useScopeMessages.ts';
import { scopeWords } from '../scopeWords.ts';

/** @param discussions null until they are read */
export function useQuizName(discussions: Discussions | null): (begun: QuizBegun) => string {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz, time } = useQuizMessages();
  const scope = useScopeMessages();
  const { name } = quiz;
  return ({ chosen, discussion, isFinal }) => {
    if (discussion !== undefined) {
      const its = discussions?.get(discussion)?.name ?? name.discussionGone;
      return isFinal ? name.final(its) : name.discussion(its);
    }
    switch (chosen.is) {
      case 'scope':
        return scopeWords(chosen.scope, catalogue, language, scope);
      case 'due':
        return name.due(time.date(chosen.before));
      case 'weakest':
      case 'given':
        return name[chosen.is];
      case 'discussion':
        return name.discussionGone;
    }
  };
}
