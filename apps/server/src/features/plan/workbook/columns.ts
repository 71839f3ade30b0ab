import { milestonePosts, type PlanContent } from '@quanheng/domain/plan/model'
import { leaves, lineage } from '@quanheng/domain/plan/tree'
import { label } from '@quanheng/messages/labels'
import type { TableColumn, TemplateMark } from '@quanheng/papers/xlsx/model'

export const taskTemplate: TemplateMark = { name: 'plan.tasks', version: '1' }

/** What stands in 目标值 while the superior has still to set it. */
export const pendingWord = '待上级下达'

/** A leaf by its way from the top, `第三产业提升行动 › 服务业企业培规入统`: parts of two indicators may share a name. */
export const leafPaths = (content: PlanContent): ReadonlyMap<string, string> =>
  new Map(
    leaves(content).map((leaf) => [
      leaf.key,
      lineage(content, leaf.key)
        .toReversed()
        .map((node) => node.name)
        .join(' › '),
    ]),
  )

export const taskColumns = (content: PlanContent): readonly TableColumn[] => [
  { key: 'unit', header: '单位', width: 30, kind: 'text', required: true, note: '全称、简称或别名' },
  {
    key: 'leaf',
    header: '指标',
    width: 40,
    kind: 'choice',
    required: true,
    choices: [...new Set(leafPaths(content).values())],
  },
  { key: 'task', header: '任务内容', width: 50, kind: 'text', maxLength: 5000 },
  {
    key: 'target',
    header: '目标值',
    width: 16,
    kind: 'text',
    note: `数值；目标未定的填“${pendingWord}”；没有目标值的留空`,
  },
  { key: 'owner', header: '由谁催办', width: 16, kind: 'text', note: `目标值为“${pendingWord}”的填写` },
  { key: 'remindOn', header: '提醒日期', width: 14, kind: 'date', note: `目标值为“${pendingWord}”的填写` },
]

export const milestoneTemplate: TemplateMark = { name: 'plan.milestones', version: '1' }

/** 指标节点 as a table to fill in: one row a milestone. */
export const milestoneColumns = (content: PlanContent): readonly TableColumn[] => [
  {
    key: 'leaf',
    header: '指标',
    width: 40,
    kind: 'choice',
    required: true,
    choices: [...new Set(leafPaths(content).values())],
  },
  { key: 'name', header: '节点', width: 24, kind: 'text', required: true, maxLength: 300 },
  { key: 'due', header: '日期', width: 14, kind: 'date', required: true },
  {
    key: 'expected',
    header: '应达进度',
    width: 12,
    kind: 'text',
    note: '到期时累计应完成目标值的百分之几；不按比例考核的留空',
  },
  { key: 'standard', header: '完成标准', width: 50, kind: 'text', maxLength: 5000 },
  { key: 'units', header: '承担单位', width: 40, kind: 'text', note: '多个单位用顿号分开；全部承担单位都有的留空' },
  {
    key: 'post',
    header: '承担岗位',
    width: 14,
    kind: 'choice',
    choices: milestonePosts.map((post) => label('zh-CN', 'post', post)),
    note: '不填为填报人',
  },
]

const weightColumn: TableColumn = { key: 'weight', header: '权重', unit: '%', width: 10, kind: 'quantity' }

/** A plan without weights has no column for them. */
export const indicatorColumns = ({ indicators }: PlanContent): readonly TableColumn[] => [
  { key: 'name', header: '指标', width: 36, kind: 'text' },
  { key: 'mark', header: '分值', unit: '分', width: 10, kind: 'quantity' },
  ...(indicators.some(({ weight }) => weight !== undefined) ? [weightColumn] : []),
  { key: 'rule', header: '评分标准', width: 50, kind: 'text' },
  { key: 'standard', header: '完成标准', width: 40, kind: 'text' },
  { key: 'evidence', header: '台账目录清单', width: 40, kind: 'text' },
  { key: 'formula', header: '计算公式', width: 24, kind: 'text' },
  { key: 'measure', header: '口径', width: 30, kind: 'text' },
  { key: 'unit', header: '计量单位', width: 10, kind: 'text' },
  { key: 'period', header: '统计时段', width: 18, kind: 'text' },
  { key: 'publisher', header: '发布机构', width: 18, kind: 'text' },
  { key: 'release', header: '采用数据', width: 20, kind: 'text' },
  { key: 'lead', header: '牵头单位', width: 24, kind: 'text' },
  { key: 'basis', header: '依据', width: 16, kind: 'text' },
]
