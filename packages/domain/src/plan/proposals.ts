import type { Basis } from '../kernel/basis.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import type { SettingName } from './settings.ts'

/** What a person may do about a finding. With `change` the platform can do it on a click; without, it says where to go. */
export interface Proposal {
  readonly code: ProposalCode
  readonly params: Readonly<Record<string, string>>
  readonly change?: PlanChange
}

export const proposalCodes = [
  'propose.moveInput',
  'propose.moveStep',
  'propose.splitStep',
  'propose.previousWorkingDay',
  'propose.nextWorkingDay',
  'propose.useSum',
  'propose.useQuoted',
  'propose.useOneName',
  'propose.useFoundCount',
  'propose.confirmDefault',
  'propose.dropBinding',
  'propose.moveDataDue',
  'propose.cutoffOnDue',
  'propose.answerUsual',
  'propose.rewriteOrJudge',
  'propose.nameSubstitute',
  'propose.enterCalendar',
  'propose.changeMark',
  'propose.changeWeight',
  'propose.renameIndicator',
  'propose.changeStandard',
  'propose.changeRule',
  'propose.addIndicator',
  'propose.dropIndicator',
  'propose.setTarget',
  'propose.dropTask',
  'propose.addItem',
  'propose.changeOwner',
  'propose.keepMarks',
] as const
export type ProposalCode = (typeof proposalCodes)[number]

/** The mechanical repairs: each sets one thing that the finding names and touches nothing else. */
export type PlanChange =
  | { readonly kind: 'mark'; readonly nodeKey: string; readonly fullMark: string }
  | { readonly kind: 'stepDue'; readonly stepKey: string; readonly due: LocalDate }
  | { readonly kind: 'elementDue'; readonly elementKey: string; readonly due: LocalDate }
  | { readonly kind: 'elementCutoff'; readonly elementKey: string; readonly cutoff: LocalDate }
  | { readonly kind: 'stepCutoff'; readonly stepKey: string; readonly cutoff: LocalDate }
  | {
      readonly kind: 'splitStep'
      readonly stepKey: string
      readonly firstDue: LocalDate
      readonly correctedDue: LocalDate
      readonly correctedKey: string
      readonly correctedName: string
      readonly after: string
      readonly before: string
    }
  | { readonly kind: 'ownerName'; readonly stepKeys: readonly string[]; readonly name: string }
  | { readonly kind: 'announced'; readonly groupKey: string; readonly count: number }
  | { readonly kind: 'dropBinding'; readonly leafKey: string; readonly input: string }
  | { readonly kind: 'answer'; readonly leafKey: string; readonly question: string; readonly choice: string }
  | { readonly kind: 'confirmSetting'; readonly setting: SettingName }
  | IndicatorChange
  | AgreedChange

/** What an adjusting notice does to an indicator (notice/adjust). */
export type IndicatorChange =
  | { readonly kind: 'weight'; readonly nodeKey: string; readonly weight: string }
  | { readonly kind: 'nodeName'; readonly nodeKey: string; readonly name: string }
  | { readonly kind: 'standard'; readonly nodeKey: string; readonly standard: string }
  | { readonly kind: 'sentence'; readonly nodeKey: string; readonly sentence: string }
  | { readonly kind: 'addNode'; readonly nodeKey: string; readonly name: string; readonly fullMark: string }
  | { readonly kind: 'dropNode'; readonly nodeKey: string }

/** What an agreed 指标调整 does to one unit's item (target-adjustment/proposals); what it sets states the reply as its basis. */
export type AgreedChange =
  | {
      readonly kind: 'target'
      readonly leafKey: string
      readonly unitId: string
      readonly target: string
      readonly basis: Basis
    }
  | { readonly kind: 'dropTask'; readonly leafKey: string; readonly unitId: string }
  | {
      readonly kind: 'addItem'
      readonly leafKey: string
      readonly unitId: string
      readonly item: NewItem
      readonly basis: Basis
    }
  | {
      readonly kind: 'owner'
      readonly leafKey: string
      readonly leadUnitId: string
      readonly basis: Basis
    }
  /** The marks that give way, so that full marks stay what they were. */
  | { readonly kind: 'marks'; readonly marks: readonly NewMark[] }

export interface NewMark {
  readonly nodeKey: string
  readonly fullMark: string
}

/** A leaf that comes into the plan, with the unit that carries it; its data and its owner are the drafter's. */
export interface NewItem {
  readonly parentKey?: string
  readonly name: string
  readonly fullMark: string
  readonly task: string
  /** Empty for a rule without a target. */
  readonly target: string
  readonly completionStandard: string
  readonly sentence: string
}
