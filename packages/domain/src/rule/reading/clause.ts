import type {
  AdditionLimit,
  Amount,
  Award,
  Band,
  Base,
  Ceiling,
  Condition,
  Counted,
  CreditsRule,
  DeductionLimit,
  Formula,
  LevelsRule,
  Measure,
  Partial,
  Pole,
  RankBand,
  Reference,
  Relation,
  Slope,
  Veto,
  VotesRule,
  WeightedMeanRule,
} from '../model.ts'
import type { QuestionCode } from '../questions.ts'

/** One phrase of a sentence, understood in full. Methods put clauses together; no clause knows a method. */
export type Clause =
  | { readonly kind: 'award'; readonly when: When; readonly award: Award }
  /** 制定管理办法1分: an entry of a list, its 得 left out; alone it is no rule. */
  | { readonly kind: 'entry'; readonly name: string; readonly points: string }
  | StepClause
  /** 每高（低）1个百分点加（扣）0.5分: both at once. */
  | { readonly kind: 'steps'; readonly steps: readonly StepClause[] }
  /** 低于90%的，每…: where the step that follows is counted from. */
  | {
      readonly kind: 'side'
      readonly measure?: Measure
      readonly reference?: Reference
      readonly side: 'below' | 'above'
    }
  | {
      readonly kind: 'count'
      readonly counted: Counted
      readonly effect: 'deduct' | 'credit' | 'add'
      readonly points: string
      /** 每增加1个百分点: counted from what the clause before names, where one does. */
      readonly asStep?: StepClause
    }
  | { readonly kind: 'total'; readonly clause: Clause }
  /** 扣满分的5%: a clause whose points are percents of full marks. */
  | { readonly kind: 'percent'; readonly clause: Clause }
  | { readonly kind: 'changeLimit'; readonly points: string }
  | { readonly kind: 'least'; readonly points: string }
  | { readonly kind: 'deductionLimit'; readonly limit: DeductionLimit }
  | { readonly kind: 'additionLimit'; readonly limit: AdditionLimit }
  | { readonly kind: 'ceiling'; readonly ceiling: Ceiling }
  | { readonly kind: 'partial'; readonly partial: Partial; readonly by?: Amount }
  | { readonly kind: 'ratio'; readonly measure: Measure; readonly of?: string }
  | { readonly kind: 'control'; readonly measure: Measure }
  | { readonly kind: 'slope'; readonly slope: Slope }
  | { readonly kind: 'diminishing'; readonly width: Amount; readonly first: string; readonly step: string }
  | { readonly kind: 'best'; readonly name: string; readonly best: 'max' | 'min'; readonly of?: string }
  | { readonly kind: 'toBest'; readonly best?: 'max' | 'min' }
  | { readonly kind: 'share'; readonly name: string }
  | { readonly kind: 'efficacy'; readonly name: string; readonly exponential: boolean }
  | { readonly kind: 'poles'; readonly high: Pole; readonly low: Pole }
  | { readonly kind: 'base'; readonly base: Base }
  | { readonly kind: 'places'; readonly places: number }
  | { readonly kind: 'rank'; readonly name: string; readonly named: boolean; readonly bands: readonly RankBand[] }
  | { readonly kind: 'rankStep'; readonly each: Base }
  | { readonly kind: 'levels'; readonly levels: LevelsRule['levels'] }
  | {
      readonly kind: 'credits'
      readonly effect: 'add' | 'deduct'
      readonly subject?: string
      readonly levels: CreditsRule['levels']
    }
  | { readonly kind: 'counting'; readonly counting: NonNullable<CreditsRule['counting']> }
  | { readonly kind: 'votes' }
  | { readonly kind: 'voteWeights'; readonly levels: VotesRule['levels'] }
  | { readonly kind: 'voteExcluded'; readonly names: readonly string[] }
  | { readonly kind: 'mean'; readonly name: string; readonly trim: string }
  | { readonly kind: 'quoted'; readonly name: string; readonly of?: string }
  | { readonly kind: 'quotedMark'; readonly name?: string; readonly of: string }
  | { readonly kind: 'byWeight' }
  | { readonly kind: 'weights'; readonly scores: WeightedMeanRule['scores'] }
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'times'; readonly name: string }
  | { readonly kind: 'gate'; readonly when: string; readonly effect: Award | Veto }
  | { readonly kind: 'faults'; readonly names: readonly string[]; readonly points: string }
  | { readonly kind: 'heading'; readonly name?: string; readonly marks: Base }
  | { readonly kind: 'judged'; readonly from: string; readonly to: string | 'fullMark' }
  | { readonly kind: 'reason' }
  /** 不加分: says that nothing is added, which a rule without a bonus does not do anyway. */
  | { readonly kind: 'noBonus' }
  | { readonly kind: 'answer'; readonly question: QuestionCode; readonly choice: string }

export interface StepClause {
  readonly kind: 'step'
  readonly measure?: Measure
  readonly reference?: Reference
  readonly side: 'below' | 'above'
  readonly by: Amount
  readonly effect: 'deduct' | 'add'
  readonly points: string
}

/** A band may leave its measure to the clause before it. */
export type When =
  | Exclude<Condition, { readonly kind: 'band' }>
  /** Held against a figure of the group, of last year or of a wider area. */
  | {
      readonly kind: 'reference'
      readonly relation: Relation
      readonly measure: Measure
      readonly reference: Reference
    }
  | { readonly kind: 'all'; readonly conditions: readonly { readonly name: string; readonly met: boolean }[] }
  | ({ readonly kind: 'band'; readonly measure?: Measure } & Band)
  | { readonly kind: 'else' }

export interface Taken<R> {
  readonly rule: R
  readonly used: number
}

const unmet =
  /^(?:未(?:能)?(?:完成|达到|达标|实现)|没有完成|达不到|完不成|逾期|超期)(?:的|年度|全年)?(?:目标任务|目标值?|任务|计划|要求|标准|指标)?$/u
/** What 未完成 and 逾期 deny, whatever its object. */
const deed = /完成|达到|达标|实现|按期|按时|如期/u
const denied: Readonly<Record<Relation, Relation | undefined>> = {
  atLeast: 'below',
  above: 'atMost',
  atMost: 'above',
  below: 'atLeast',
  equal: undefined,
}

/** 否则, 其余; after a condition also its plain denial: 完成得满分，未完成不得分. */
export const isElse = (when: When, condition?: When): boolean => {
  if (when.kind === 'else') return true
  if (when.kind === 'meets' && condition?.kind === 'meets')
    return when.relation === denied[condition.relation] && when.target === condition.target
  if (when.kind !== 'fact') return false
  if (condition?.kind === 'fact')
    return when.name === `未${condition.name}` || (unmet.test(when.name) && deed.test(condition.name))
  return unmet.test(when.name)
}
