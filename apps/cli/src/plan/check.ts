import { stateCouncilCalendar } from '@quanheng/domain/kernel/holidays'
import { checkPlan } from '@quanheng/domain/plan/check-plan'
import type { Finding } from '@quanheng/domain/plan/findings'
import { message } from '@quanheng/messages/messages'
import { type Language, languageTag } from '../texts/texts.ts'
import type { PlacedPlan } from './files.ts'

/** A finding with its line and its words. */
export interface PlacedFinding extends Finding {
  readonly line: number
  readonly message: string
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** 方案校核 of a file, in the order of its lines. Who holds which post is not in a file and not looked at. */
export const findingsOf = (plan: PlacedPlan, language: Language): readonly PlacedFinding[] =>
  checkPlan(plan.content, { calendar: stateCouncilCalendar, today: today(), people: {}, names: plan.names })
    .map((finding) => ({
      ...finding,
      line: plan.lineOf(finding.at),
      message: message(languageTag(language), finding.code, finding.params),
    }))
    .sort((a, b) => a.line - b.line)
