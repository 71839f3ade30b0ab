import type { Cell, Table } from './document.ts'
import { isOrgan } from './organs.ts'

export type Role =
  | 'ordinal'
  | 'name'
  | 'mark'
  | 'weight'
  | 'rule'
  | 'credit'
  | 'standard'
  | 'evidence'
  | 'lead'
  | 'section'
  | 'support'
  | 'leader'
  | 'person'
  | 'contact'
  | 'liaison'
  | 'mail'
  | 'phone'
  | 'unit'
  | 'group'
  | 'count'
  | 'source'
  | 'step'
  | 'term'

const roles: readonly (readonly [RegExp, Role])[] = [
  [/^(?:序号|编号|号)$/, 'ordinal'],
  [/^(?:阶段|步骤|环节|(?:工作|实施|考核|考评)(?:阶段|步骤|环节|程序|流程))(?:名称)?$/, 'step'],
  [/^(?:时间|时限|(?:完成|截止|工作|实施|报送)?(?:时间|时限|日期)(?:安排|节点|要求)?)$/, 'term'],
  [/^(?:[一二三四1-4]级)?(?:标准|满|基本|基础|指标|考核|项目|规定|各项)?分[值数]?(?:值|标准)?$|^满分$|^总分$/, 'mark'],
  [/^(?:[一二三四1-4]级)?(?:指标|考[核评]|分值)?(?:权重|比重|权数|所?占比[例重]?)(?:系数)?$/, 'weight'],
  [
    /^(?:评分|计分|扣分|考评|考核|评价|打分|赋分|得分|加分|加减分|评定|计算|减分|奖惩)(?:标准|办法|细则|方法|规则|方式|依据|说明)(?:[及和与].{1,6})?$|^评分$|^考核评分标准$|^考核(?:标准|评价标准)$/,
    'rule',
  ],
  [
    /^(?:完成标准|目标值|工作目标|年度目标|目标任务|考核目标|目标要求|任务目标|工作标准|完成目标|指标值|(?:年度|工作|重点|主要)?任务(?:名称|事项|清单)?)$/,
    'standard',
  ],
  [
    /^(?:需?提供)?(?:佐证|印证|证明)(?:材料|资料)?$|^(?:台账.{0,6}|(?:佐证|证明|印证|支撑|备查|查验|考核)(?:材料|资料).{0,4}|资料清单|材料清单|评价依据|考核依据|所需材料)$/,
    'evidence',
  ],
  [
    /^(?:牵头|责任|考[核评]|评[分价估]|主要|数据|指标|采集|报送|提供|实施|主办|主管|负责|归口|审核|核定|认定|统计|监测|落实|[和及与、/／])+(?:单位|部门|机构|主体)(?:牵头(?:单位|部门))?$/,
    'lead',
  ],
  [/^(?:加|减|扣|奖|惩|加减|奖励|倒扣)分?(?:事项|项目?|情形|内容)(?:名称)?$/, 'credit'],
  [/^数据(?:来源|提供单位|采集单位|采集部门)$/, 'source'],
  [
    /^(?:责任|具体|牵头|负责|承办|主办|考[核评]|评[分估价]|审核|归口|实施|业务|对口){1,3}(?:科室|股室|处室|内设机构)$/,
    'section',
  ],
  [/^(?:配合|协助|参与|协办|协同)(?:责任)?(?:单位|部门|科室)$/, 'support'],
  [
    /^(?:责任|分管|牵头|包保?|挂包|联系|主管|带头)(?:市|县|区|局|委|校)?领导$|^分管负责人$|^(?:主要|分管)?负责同志$/,
    'leader',
  ],
  [/^(?:(?:具体|直接|[科股处]室|部门|单位)?(?:责任|负责)人|经办人)(?:员)?(?:姓名)?$/, 'person'],
  [/^(?:联络员|联络人)(?:姓名)?$/, 'liaison'],
  [/^联系人(?:员)?(?:姓名)?$/, 'contact'],
  [/^(?:联系|办公|联系人|联络员|手机|固定)?(?:电话|手机|号码|方式|电话号码)(?:号码)?$/, 'phone'],
  [/^(?:电子|工作|联系)?(?:邮箱|邮件|信箱)(?:地址)?$/, 'mail'],
  [
    /^(?:被?考[核评](?:单位|对象)|单位|(?:村|社区|乡镇|街道|学校|企业|机构|医院)(?:名称?|（社区）)|单位名称|单位名单|名单|成员单位|适用单位|适用对象)$/,
    'unit',
  ],
  [/^(?:单位)?(?:数量|个数|数目|单位数)$/, 'count'],
  [/^(?:组别|分组|类别|序列|考核类别|考核组别|单位类别|分类)$/, 'group'],
  [
    /^(?:[一二三四1-4]级)?(?:考核|考评|评价|绩效|测评|检查|测评|共性|个性|重点)?(?:指标|项目|内容|要点|事项|要素|工作)(?:名称|类别|类型|内容)?$|^(?:重点工作|工作内容|考核类型|主要指标|考核维度|维度)$/,
    'name',
  ],
]

/** Names of columns come again in each table and each labelled block: what they say is kept, for so many of them. */
const kept = new Map<string, Role | undefined>()
const mostKept = 500
/** No name of a column is longer. */
const longestKept = 20

function roleAnew(cell: string): Role | undefined {
  const bare = cell.replace(/\s/g, '').replace(/[（(][^）)]*[)）]$/, '')
  return roles.find(([form]) => form.test(bare))?.[1]
}

/** What a column, or a labelled line, holds by its name. */
export function roleOf(cell: string): Role | undefined {
  if (cell.length > longestKept) return roleAnew(cell)
  if (kept.has(cell)) return kept.get(cell)
  if (kept.size >= mostKept) kept.clear()
  const role = roleAnew(cell)
  kept.set(cell, role)
  return role
}

export interface Columns {
  /** Row of the table below the header. */
  readonly first: number
  readonly roles: readonly (Role | undefined)[]
}

/** Roles of the columns by the header: the first of five rows that names two roles, with a second header row under merged cells. */
export function columnsOf({ rows }: Table): Columns | undefined {
  for (const [at, row] of rows.slice(0, 5).entries()) {
    const own = row.map(({ text }) => roleOf(text))
    if (
      new Set(own.filter(Boolean)).size + own.filter((one) => one === 'name').length <
      2 + (own.includes('name') ? 1 : 0)
    )
      continue
    const below =
      rows[at + 1]?.map(({ text }, column) => (rows[at]?.[column]?.text === text ? undefined : roleOf(text))) ?? []
    const second =
      below.filter(Boolean).length > 0 && below.every((role, column) => role || repeats(rows, at + 1, column))
    const heads = row.map(({ text }, column) => (second && rows[at + 1]?.[column]?.text) || text)
    return {
      first: at + (second ? 2 : 1),
      roles: withSources(
        rows.slice(at + 1),
        withoutContents(
          own.map((role, column) => (second ? below[column] : undefined) ?? role),
          heads,
        ),
      ),
    }
  }
  return undefined
}

/** What an indicator asks, not what it is called. */
const contents = /(?:内容|要点|说明|内涵|解释|要求)$/

/** 一级指标, 二级指标, 考核要点: contents beside named indicators, or behind the marks, say when one is met. */
function withoutContents(all: readonly (Role | undefined)[], heads: readonly string[]): readonly (Role | undefined)[] {
  const bare = heads.map((head) => head.replace(/\s/g, ''))
  const firstName = all.indexOf('name')
  const marks = all.indexOf('mark')
  return all.map((role, column) => {
    if (role !== 'name' || column === firstName || !contents.test(bare[column] ?? '')) return role
    const beside = all.slice(0, column).some((one, left) => one === 'name' && /指标(?:名称)?$/.test(bare[left] ?? ''))
    const behind = marks > firstName && column > marks
    if (!beside && !behind) return role
    return all.includes('standard') ? undefined : 'standard'
  })
}

/** 数据来源 names the bodies that answer for the figures where nobody else does, or papers; beside such columns it stays what it is. */
function withSources(
  rows: readonly (readonly Cell[])[],
  all: readonly (Role | undefined)[],
): readonly (Role | undefined)[] {
  return all.map((role, column) => {
    if (role !== 'source') return role
    const filled = rows.map((row) => row[column]?.text ?? '').filter((text) => text !== '')
    const bodies = filled.filter((text) => /(?:部门|单位)$/.test(text) || isOrgan(text.split(/[、，\s]/)[0] ?? ''))
    if (bodies.length * 2 > filled.length) return all.includes('lead') ? 'source' : 'lead'
    return all.includes('evidence') ? 'source' : 'evidence'
  })
}

const repeats = (rows: readonly (readonly Cell[])[], row: number, column: number): boolean => {
  const cell = rows[row]?.[column]
  return cell === undefined || cell.repeated || cell.text === ''
}

const fewestHeads = 3

/** The row of a table that names its columns comes again at the top of each page, and says nothing there. */
function isHeadAgain(rows: readonly (readonly Cell[])[], at: number): boolean {
  const words = rows[at]?.map(({ text }) => text) ?? []
  return rows
    .slice(0, Math.min(3, at))
    .some(
      (head) =>
        head.filter(({ text }) => roleOf(text) !== undefined).length >= fewestHeads &&
        head.length === words.length &&
        head.every(({ text }, column) => text === words[column]),
    )
}

/** A table without the heads that pages repeat. */
export const withOneHead = (table: Table): Table => ({
  ...table,
  rows: table.rows.filter((_, at) => !isHeadAgain(table.rows, at)),
})

/** Places of one role, from the left. */
export const placesOf = ({ roles: all }: Columns, role: Role): readonly number[] =>
  all.flatMap((one, column) => (one === role ? [column] : []))
