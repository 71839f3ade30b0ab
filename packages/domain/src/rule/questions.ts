import type { Basis } from '../kernel/basis.ts'

interface QuestionSpec {
  /** Each choice with its 口径 line: the words `say` prints and `parse` accepts. */
  readonly choices: Readonly<Record<string, string>>
  /** Proposed to the drafter, never applied unseen. */
  readonly usual: string
  readonly basis: Basis
}

const platform: Basis = { kind: 'default' }

const civilCode: Basis = {
  kind: 'clause',
  document: '中华人民共和国民法典',
  article: '第一千二百五十九条',
  text: '民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；所称的“不满”、“超过”、“以外”，不包括本数。',
}

/** Everything a sentence may leave open. A code and its choices never change their meaning once released. */
export const questions = {
  targetZero: {
    choices: {
      excluded: '目标值为零的，该项不计入适用满分',
      full: '目标值为零的，得满分',
      none: '目标值为零的，不得分',
    },
    usual: 'excluded',
    basis: platform,
  },
  targetNegative: {
    choices: {
      compare: '目标值为负的，完成值达到目标值按完成率100%计，否则按零计',
      arithmetic: '目标值为负的，仍按完成值除以目标值计算完成率',
      excluded: '目标值为负的，该项不计入适用满分',
    },
    usual: 'compare',
    basis: platform,
  },
  actualNegative: {
    choices: { none: '完成率为负的，不得分', proRata: '完成率为负的，按比例倒扣' },
    usual: 'none',
    basis: platform,
  },
  ceiling: {
    choices: { fullMark: '该项得分以满分为限', unlimited: '该项得分不封顶' },
    usual: 'fullMark',
    basis: platform,
  },
  deductionLimit: {
    choices: { untilZero: '该项扣分以扣完为限', unlimited: '该项扣分可以倒扣' },
    usual: 'untilZero',
    basis: platform,
  },
  additionLimit: {
    choices: { fullMark: '加分后该项得分以满分为限', unlimited: '该项加分不封顶' },
    usual: 'fullMark',
    basis: platform,
  },
  partial: {
    choices: {
      dropped: '不足一个计分单位的，不计',
      proRata: '不足一个计分单位的，按比例计算',
      whole: '不足一个计分单位的，按一个计分单位计算',
    },
    usual: 'dropped',
    basis: platform,
  },
  percentMeaning: {
    choices: { points: '每1%指1个百分点', ofReference: '每1%指基准值的1%' },
    usual: 'points',
    basis: platform,
  },
  /** One limit standing alone: 以上, 以下. */
  edges: {
    choices: { included: '以上、以下均含本数', excluded: '以上、以下均不含本数' },
    usual: 'included',
    basis: civilCode,
  },
  /** Bands that meet at an edge: the number itself can lie in one of them only. */
  sharedEdges: {
    choices: { lower: '以上含本数，以下不含本数', upper: '以上不含本数，以下含本数' },
    usual: 'lower',
    basis: platform,
  },
  /** 按比例得分 beside a threshold: what full marks would take, or the rate itself. */
  proRataBase: {
    choices: {
      ofRate: '按比例得分指满分乘以该比率',
      ofThreshold: '按比例得分指满分乘以实际值与得满分所需值之比',
    },
    usual: 'ofRate',
    basis: platform,
  },
  groupZero: {
    choices: {
      excluded: '本组数值使该项无法计算的，该项不计入适用满分',
      full: '本组数值使该项无法计算的，得满分',
      none: '本组数值使该项无法计算的，不得分',
    },
    usual: 'excluded',
    basis: platform,
  },
  groupSpread: {
    choices: {
      full: '本组最高值与最低值相同的，得满分',
      base: '本组最高值与最低值相同的，得基础分',
    },
    usual: 'full',
    basis: platform,
  },
  /** Fixed satisfactory and not-allowed values, and a figure beyond them. */
  beyondPoles: {
    choices: {
      held: '超出满意值、不允许值的，按满分、基础分计',
      extended: '超出满意值、不允许值的，仍按公式计算',
    },
    usual: 'held',
    basis: platform,
  },
  unlisted: {
    choices: { none: '未列明的情形，不得分', lowest: '未列明的情形，按最低一档得分' },
    usual: 'none',
    basis: platform,
  },
  /** 前30% of eleven units. */
  placeShare: {
    choices: {
      dropped: '按比例划分名次有小数的，舍去小数',
      rounded: '按比例划分名次有小数的，四舍五入',
      whole: '按比例划分名次有小数的，进一位',
    },
    usual: 'dropped',
    basis: platform,
  },
  counting: {
    choices: {
      each: '同一级别有多项的，每项都计',
      once: '同一级别有多项的，只计一项',
      highest: '有多项的，只计级别最高的一项',
    },
    usual: 'each',
    basis: platform,
  },
  /** 纪要1分、照片0.5分，缺项不得分. */
  lackingEntry: {
    choices: { own: '缺项的，只失该项分值', all: '缺任何一项的，各项均不得分' },
    usual: 'own',
    basis: platform,
  },
  quotedScale: {
    choices: { hundred: '引用的得分为百分制，按满分折算', same: '引用的得分与该项满分同一分制，直接引用' },
    usual: 'hundred',
    basis: platform,
  },
  /** 未报送的每次扣1分，迟报的每次扣0.5分，最多扣3分: of both, or of what stands before it. */
  limitScope: {
    choices: { all: '限额指以上各项合计', last: '限额只指最后一项' },
    usual: 'all',
    basis: platform,
  },
  notConcerned: {
    choices: {
      excluded: '不涉及该项工作的，不计入适用满分',
      full: '不涉及该项工作的，得满分',
      none: '不涉及该项工作的，不得分',
    },
    usual: 'excluded',
    basis: platform,
  },
} as const satisfies Record<string, QuestionSpec>

export type QuestionCode = keyof typeof questions
export type ChoiceOf<C extends QuestionCode> = keyof (typeof questions)[C]['choices'] & string

export const questionCodes = Object.keys(questions) as readonly QuestionCode[]

const specOf = (code: QuestionCode): QuestionSpec => questions[code]

/** The choices, the usual one first. */
export function choicesOf(code: QuestionCode): readonly string[] {
  const { usual, choices } = specOf(code)
  return [usual, ...Object.keys(choices).filter((choice) => choice !== usual)]
}

export const usualOf = (code: QuestionCode): { readonly choice: string; readonly basis: Basis } => ({
  choice: specOf(code).usual,
  basis: specOf(code).basis,
})

/** The 口径 line of a choice; undefined for a question or choice that does not exist. */
export const lineOf = (question: string, choice: string): string | undefined =>
  Object.hasOwn(questions, question) && Object.hasOwn(specOf(question as QuestionCode).choices, choice)
    ? specOf(question as QuestionCode).choices[choice]
    : undefined
