import type { Language } from '@quanheng/messages/language'
import { message } from '@quanheng/messages/messages'
import { type Finding, findingKinds } from './lint/findings.ts'

/** A finding as it is printed: code, severity, place, words and proposals. */
export const explain = (language: Language, { kind, at, params }: Finding) => ({
  code: findingKinds[kind].code,
  severity: findingKinds[kind].severity,
  start: at.start,
  end: at.end,
  message: message(language, kind, params),
  proposals: findingKinds[kind].proposals.map((proposal) => message(language, proposal)),
})
