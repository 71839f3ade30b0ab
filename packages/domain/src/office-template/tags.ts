import type { OfficeTemplateKind } from './model.ts'

/** One word that a template may name in braces. `meaning` is shown to officials as it stands. */
export interface Tag {
  readonly name: string
  readonly meaning: string
  /** No template of the kind goes without it: the figures that the paper is bound to. */
  readonly required?: true
}

/** A tag with rows: `{#扣分事项}` to `{/扣分事项}`, with tags of its own between them. */
export interface ListTag extends Tag {
  readonly tags: readonly Tag[]
}

export interface TagSet {
  readonly tags: readonly Tag[]
  readonly lists: readonly ListTag[]
}

const common: readonly Tag[] = [
  { name: '方案名称', meaning: '考评方案的名称' },
  { name: '考评年度', meaning: '四位年份，如2025' },
  { name: '考核单位', meaning: '制定方案、组织考评的单位' },
  { name: '出具日期', meaning: '出具当日，如2025年1月20日' },
]

const order: Tag = { name: '序号', meaning: '从1起的序号' }
const indicator: Tag = { name: '指标名称', meaning: '指标的名称' }

const scored: readonly Tag[] = [
  order,
  indicator,
  { name: '满分', meaning: '该指标的满分' },
  { name: '得分', meaning: '该指标的得分' },
  { name: '扣分', meaning: '该指标的扣分，得分高于满分的为负数', required: true },
]

/** Tags of each kind with what they mean. Figures come from the plan version or the locked version, never from the template. */
export const tagsOf: Readonly<Record<OfficeTemplateKind, TagSet>> = {
  pledge: {
    tags: [
      ...common,
      { name: '单位名称', meaning: '责任单位', required: true },
      { name: '分值合计', meaning: '该单位各项任务的分值之和' },
    ],
    lists: [
      {
        name: '责任事项',
        meaning: '该单位承担的任务，每项一行',
        required: true,
        tags: [
          order,
          indicator,
          { name: '任务内容', meaning: '方案分配的任务' },
          { name: '目标值', meaning: '方案下达的目标，未下达的为“待上级下达”', required: true },
          { name: '分值', meaning: '该指标的分值', required: true },
          { name: '完成标准', meaning: '方案的完成标准' },
        ],
      },
    ],
  },
  deductionLetter: {
    tags: [
      ...common,
      { name: '单位名称', meaning: '被考核单位', required: true },
      { name: '总分', meaning: '锁定结果中该单位的总分', required: true },
      { name: '满分合计', meaning: '各指标满分之和' },
      { name: '得分合计', meaning: '各指标得分之和，不含加减分' },
      { name: '扣分合计', meaning: '各指标扣分之和', required: true },
      { name: '位次', meaning: '组内位次；结果没有位次的为“—”' },
    ],
    lists: [
      {
        name: '扣分事项',
        meaning: '有扣分的指标，每项一行；没有扣分时整段不出现',
        required: true,
        tags: [...scored, { name: '扣分原因', meaning: '各项原因、扣分和依据', required: true }],
      },
      {
        name: '得分事项',
        meaning: '全部指标，每项一行',
        tags: [...scored, { name: '目标值', meaning: '年度目标' }, { name: '完成值', meaning: '实际完成' }],
      },
    ],
  },
  resultCircular: {
    tags: [
      ...common,
      { name: '考核对象数', meaning: '参加考评的单位数', required: true },
      { name: '平均总分', meaning: '各单位总分的平均数；方案不公开各单位得分的不能使用' },
    ],
    lists: [
      {
        name: '等次',
        meaning: '各等次，由高到低，每个一行',
        required: true,
        tags: [
          { name: '等次名称', meaning: '如“优秀”' },
          { name: '单位数', meaning: '该等次的单位数', required: true },
          { name: '单位名单', meaning: '该等次的单位，按方案顺序', required: true },
        ],
      },
      {
        name: '单位得分',
        meaning: '各单位总分和位次，由高到低，每单位一行；方案不公开各单位得分的不能使用',
        tags: [
          order,
          { name: '单位名称', meaning: '被考核单位' },
          { name: '考核分组', meaning: '所在分组' },
          { name: '总分', meaning: '锁定结果中的总分' },
          { name: '位次', meaning: '组内位次' },
        ],
      },
    ],
  },
}

/** Tags that tell everybody everybody's scores: only where the plan opens them. */
export const opensScores: readonly string[] = ['平均总分', '单位得分']
