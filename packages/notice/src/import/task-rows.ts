import type { Indicator } from '../find/indicator.ts'
import { columnsOf, placesOf, type Role } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import type { Cell, Table } from '../text/document.ts'
import { placed, split } from '../text/words.ts'
import { isUnit, type TaskEntry } from './task-entry.ts'
import { sentenceTasks } from './task-sentences.ts'

const bare = (text: string): string => text.replace(/\s/g, '')
/** 投资完成额（亿元） is the indicator 投资完成额. */
const headName = (text: string): string => bare(text).replace(/[（(][^（(]*[)）]$/, '')

const total = /^(?:合\s?计|总\s?计|小\s?计|全[市县区省]|备\s?注)$/
const firstHead =
  /^(?:(?:被?考[核评])?(?:单位|对象|部门)(?:名称)?|责任单位|承担单位|县[（(]?市?、?区[)）]?|县市区|乡镇|地区|街道)$/
const unitHead = /^(?:被?考[核评](?:单位|对象)|承担单位|完成单位|适用单位|单位(?:名称)?)$/
const targetHead =
  /^(?:\d{4}年?)?(?:年度)?(?:目标值?|目标任务|任务目标|指标值|任务数?|计划数?|目标数)(?:[（(].*[)）])?$/
const nothing = /^(?:[/／—–-]+|无|0)?$/

/** Units down, indicators across: the header names indicators that the notice has elsewhere. */
function matrix({ text }: Context, { rows }: Table, known: ReadonlySet<string>): readonly TaskEntry[] {
  const at = rows.slice(0, 3).findIndex((row) => row.slice(1).some((cell) => known.has(headName(cell.text))))
  const header = rows[at]
  if (header === undefined) return []
  const first = header.findIndex((cell) => firstHead.test(bare(cell.text)))
  if (first < 0) return []
  const columns = header.flatMap((cell, column) =>
    column !== first && known.has(headName(cell.text)) ? [{ column, indicator: headName(cell.text) }] : [],
  )
  return rows.slice(at + 1).flatMap((row): TaskEntry[] => {
    const unit = row[first]
    if (unit === undefined || bare(unit.text) === '' || total.test(bare(unit.text))) return []
    return columns.flatMap(({ column, indicator }): TaskEntry[] => {
      const cell = row[column]
      if (cell === undefined || nothing.test(bare(cell.text))) return []
      return [{ indicator, unit: bare(unit.text), target: placed(text, cell, 0.9), unitAt: placed(text, unit, 0.9) }]
    })
  })
}

/** An indicator and a unit a row, with the target beside them; merged and blank cells carry the name above. */
function list(context: Context, table: Table): readonly TaskEntry[] {
  const { text } = context
  const columns = columnsOf(table)
  const header = columns && table.rows[columns.first - 1]
  if (!columns || !header) return []
  const column = (role: Role, form: RegExp) =>
    header.findIndex((cell, at) => form.test(bare(cell.text)) || (role === 'name' && columns.roles[at] === role))
  const [unitAt, targetAt, nameAt] = [
    column('unit', unitHead),
    column('standard', targetHead),
    placesOf(columns, 'name').at(-1),
  ]
  if (unitAt < 0 || targetAt < 0 || nameAt === undefined) return []
  let [name, unit]: [string, Cell | undefined] = ['', undefined]
  return table.rows.slice(columns.first).flatMap((row): TaskEntry[] => {
    const own = headName(row[nameAt]?.text ?? '')
    if (own !== '') name = own
    const cell = row[unitAt]
    if (cell && bare(cell.text) !== '') unit = cell
    const cellAt = row[targetAt]
    if (name === '' || total.test(name) || unit === undefined) return []
    const target = cellAt && !nothing.test(bare(cellAt.text)) ? placed(text, cellAt, 0.9) : null
    return split(text, unit, '、，,；;\n')
      .map((piece) => placed(text, piece, 0.9))
      .filter(({ value }) => isUnit(value))
      .map((one) => ({ indicator: name, unit: bare(one.value), target, unitAt: one }))
  })
}

/** 任务分解: which unit carries which indicator, with its target, from the tables and sentences that print it. */
export const taskEntries = (context: Context, indicators: readonly Indicator[]): readonly TaskEntry[] => {
  const known = new Set(indicators.map(({ name }) => headName(name.value)).filter((name) => name !== ''))
  const tabled = context.tables.flatMap((table) => {
    const across = matrix(context, table, known)
    return across.length > 0 ? across : list(context, table)
  })
  return [...tabled, ...sentenceTasks(context, indicators)].sort((a, b) => a.unitAt.at.start - b.unitAt.at.start)
}
