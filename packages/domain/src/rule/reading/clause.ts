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
  /** 未达到的按实际占比与70%之比计分: `by` is the figure that the words name. */
  | {
      readonly kind: 'proportion'
      readonly when: When
      readonly award: Extract<Award, { readonly kind: 'rate' }>
      readonly by?: string
    }
  /** 制定管理办法1分: an entry of a list, its 得 left out; alone it is no rule. */
  | { readonly kind: 'entry'; readonly name: string; readonly points: string }
  /** 省级0.3分, behind a count at another level. */
  | { readonly kind: 'carried'; readonly level: string; readonly points: string }
  | StepClause
  /** 每高（低）1个百分点加（扣）0.5分: both at once. */
  | { readonly kind: 'steps'; readonly steps: readonly StepClause[] }
  /** 低于90%的，每…: where the step that follows is counted from. */
  | {
      readonly kind: 'side'
      readonly measure?: Measure
      readonly reference?: Reference
      readonly side: 'below' | 'above'
      /** 100%-130%的: how far the stretch runs. */
      readonly until?: Amount
    }
  /** 目标值为95%，: the figure that what follows is counted from. */
  | { readonly kind: 'aim'; readonly measure?: Measure; readonly reference: Amount }
  /** 80%、70%、60%的分别扣1分、2分、3分: clauses said in one. */
  | { readonly kind: 'several'; readonly clauses: readonly Clause[] }
  /** 高于或低于平均值的，: both sides at once, before a series. */
  | { readonly kind: 'bothSides' }
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
  /** 全年最多计4次 */
  | { readonly kind: 'mostCounted'; readonly value: string; readonly unit: string }
  | { readonly kind: 'changeLimit'; readonly points: string }
  | { readonly kind: 'least'; readonly points: string }
  | { readonly kind: 'deductionLimit'; readonly limit: DeductionLimit }
  | { readonly kind: 'additionLimit'; readonly limit: AdditionLimit }
  /** `ofAny`: 累计不超过2分, which does not say whether of what is earned or of what is taken. */
  | { readonly kind: 'ceiling'; readonly ceiling: Ceiling; readonly ofAny?: true }
  /** 完成率超过120%的按120%计. */
  | { readonly kind: 'rateCap'; readonly percent: string }
  | { readonly kind: 'partial'; readonly partial: Partial; readonly by?: Amount }
  | { readonly kind: 'ratio'; readonly measure: Measure; readonly of?: string }
  | { readonly kind: 'control'; readonly measure: Measure }
  | { readonly kind: 'slope'; readonly slope: Slope }
  | { readonly kind: 'diminishing'; readonly width: Amount; readonly first: string; readonly step: string }
  | { readonly kind: 'best'; readonly name: string; readonly best: 'max' | 'min'; readonly of?: string }
  /** `through`: 第2名至第5名 follow in proportion, nobody after them. */
  | { readonly kind: 'toBest'; readonly best?: 'max' | 'min'; readonly through?: string }
  /** 最低值得满分的60% behind 最高值得满分. */
  | { readonly kind: 'lowest'; readonly base: Base }
  | { readonly kind: 'share'; readonly name: string }
  | { readonly kind: 'efficacy'; readonly name: string; readonly exponential: boolean }
  | { readonly kind: 'poles'; readonly high: Pole; readonly low: Pole }
  | { readonly kind: 'base'; readonly base: Base }
  | { readonly kind: 'places'; readonly places: number }
  | {
      readonly kind: 'rank'
      readonly name: string
      readonly named: boolean
      /** 前十名的: all of these places, of which a run before may have taken the first. */
      readonly top?: true
      /** 居中1/3: behind the share before it. */
      readonly middle?: true
      readonly bands: readonly RankBand[]
    }
  | { readonly kind: 'rankStep'; readonly each: Base }
  /** 压缩70%以上、占比达到40%以上，: what has to be met, word for word; then the award of so many of them. */
  | { readonly kind: 'requirements'; readonly names: readonly string[] }
  | {
      readonly kind: 'metOf'
      readonly met: 'all' | 'none' | 'some' | 'lacking'
      readonly n?: number
      readonly more?: true
      readonly award: Award
    }
  /** 第一次扣0.5分, 第三次及以上每次扣2分: the price of the n-th one, or of each from there on. */
  | {
      readonly kind: 'nth'
      readonly name?: string
      readonly n: number
      readonly unit: string
      readonly points: string
      readonly onwards?: true
    }
  /** 缺项不得分 behind a list. */
  | { readonly kind: 'lacking' }
  /** 按时办结率、满意率各占5分: parts with the same marks each. */
  | { readonly kind: 'eachMarks'; readonly names: readonly string[]; readonly points: string }
  /** 均扣完为止: of each part. */
  | { readonly kind: 'limitOfEach'; readonly limit: DeductionLimit }
  /** 得2分 alone: what the figure named before it earns. */
  | { readonly kind: 'earned'; readonly award: Award }
  /** 介于两者之间的按直线插值法得分; `band` where the words name both edges. */
  | { readonly kind: 'between'; readonly band?: Band }
  /** 其余按名次等差计分: between the first and the last place. */
  | { readonly kind: 'evenly' }
  /** 按增速排名计分: in what the places that follow are counted. */
  | { readonly kind: 'ranking'; readonly of?: string }
  /** 第7名及以后的得6分: the places from the seventh on. */
  | { readonly kind: 'afterRank'; readonly from: string; readonly award: Award }
  /** 60%以后的得4分: the places behind that share of all. */
  | { readonly kind: 'afterShare'; readonly share: string; readonly award: Award }
  /** 以此类推 */
  | { readonly kind: 'andSoOn' }
  | { readonly kind: 'levels'; readonly levels: LevelsRule['levels'] }
  /** 好的得8-10分: points judged within a range of its level. */
  | { readonly kind: 'levelRange'; readonly name: string; readonly from: string; readonly to: string }
  /** 第二次起加倍扣分: from the nth one on, twice what stands before it. */
  | { readonly kind: 'doubled'; readonly n: number; readonly unit?: string; readonly counted?: undefined }
  /** 漏报一次加倍扣分: something else, at twice that. */
  | { readonly kind: 'doubled'; readonly counted: Counted }
  | {
      readonly kind: 'credits'
      readonly effect: 'add' | 'deduct'
      readonly subject?: string
      /** 每项, 每次: every entry counts, unless it is said otherwise behind it. */
      readonly each?: true
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
  /** `opens`: a colon behind it, so that what follows stands under it; `each`: 每季度满分2.5分, the periods that it is of; `base`: 基础分60分, from which what follows goes up and down. */
  | {
      readonly kind: 'heading'
      readonly name?: string
      readonly marks: Base
      readonly opens?: true
      readonly each?: readonly string[]
      readonly base?: true
    }
  | { readonly kind: 'judged'; readonly from: string; readonly to: string | 'fullMark' }
  | { readonly kind: 'reason' }
  /** 政务公开：: what the words behind it are about. */
  | { readonly kind: 'title'; readonly name: string }
  /** 办结率＝办结件数÷受理件数×100%: what stands for the name in the other clauses. */
  | { readonly kind: 'definition'; readonly name: string; readonly measure: Measure }
  /** 每季度考核一次: says how the appraisal goes and scores nothing. */
  | { readonly kind: 'frame' }
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
      /** 以目标值为基准 names the point that steps are counted from, not a condition. */
      readonly basis?: true
    }
  /** 低于全省平均水平1个百分点以内: how far the figure lies above what it is held against; what is left out the clause before names. */
  | ({ readonly kind: 'gap'; readonly name?: string; readonly reference?: Exclude<Reference, Amount> } & Band)
  | {
      readonly kind: 'all'
      readonly conditions: readonly { readonly name: string; readonly met: boolean }[]
      /** The words as they stand: 有制度但执行不严格. */
      readonly said?: string
    }
  | ({ readonly kind: 'band'; readonly measure?: Measure } & Band)
  /** 只完成年度目标的, 均未完成的: of the conditions that the rows before name. */
  | { readonly kind: 'only'; readonly name: string }
  | { readonly kind: 'noneOf' }
  /** 缺少任一环节的: of the conditions that the clause before lists. */
  | { readonly kind: 'lacksOne' }
  | { readonly kind: 'else' }

export interface Taken<R> {
  readonly rule: R
  readonly used: number
}
