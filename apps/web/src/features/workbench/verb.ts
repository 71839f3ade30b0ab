import { words } from '../../shared/i18n/word.ts'

/** The word of the command that a task waits for, e.g. 报送. */
export const verbOf = (task: { readonly noun: string; readonly verb: string }): string =>
  words(`${task.noun}Command`, task.verb)
