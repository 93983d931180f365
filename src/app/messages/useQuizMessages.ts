import { useLooks } from '../looks.ts';
import { quiz as english } from './en/quiz.ts';
import { useMessages } from './useMessages.ts';
import { quiz as chinese } from './zh/quiz.ts';

export type QuizMessages = ReturnType<typeof useQuizMessages>;

/** The words of the start, and those that only quizzes need: they are loaded with them. */
export function useQuizMessages() {
  const language = useLooks((looks) => looks.language);
  return { ...useMessages(), quiz: language === 'zh' ? chinese : english };
}
