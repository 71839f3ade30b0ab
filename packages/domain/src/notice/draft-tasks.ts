import { normaliseName } from '../kernel/normalise.ts'
import { readQuantity } from '../kernel/quantity.ts'
import type { UnitTask } from '../plan/model.ts'
import type { Taken, TakenRow } from './choices.ts'
import type { IndicatorTree } from './draft-indicators.ts'
import { type DraftMeans, figure, noteOf, type Part, unitNamed } from './draft-parts.ts'

/** √ in a table of tasks: the unit carries the indicator, without a target of its own. */
const carries = /^[√✓✔○●]$/
const pending = /^(?:待|另行|由上级).{0,12}(?:下达|确定|分解|通知)$/

/** A figure is the target; other words say what the unit has to do. */
const entry = (field: Taken | undefined): Pick<UnitTask, 'task' | 'target'> => {
  const words = field?.name === 'target' ? normaliseName(field.value) : ''
  if (words === '' || carries.test(words)) return { task: '' }
  if (pending.test(words)) return { task: '', target: { kind: 'pending', owner: '', remindOn: '' } }
  const value = figure(words.replace(/(?<=\d)\s?(?:亿|万)?(?:元|家|个|项|户|人次?|件|次|公里|亩|平方米|吨)$/, ''))
  return readQuantity(value).ok ? { task: '', target: { kind: 'set', value } } : { task: words }
}

interface Cell {
  readonly row: TakenRow
  readonly field: Taken
  readonly unit: string
  readonly indicator: string
}

const cellsOf = (means: DraftMeans): readonly Cell[] =>
  means.rows.flatMap((row): Cell[] => {
    if (row.row.part !== 'tasks') return []
    const field = row.one('target') ?? row.one('unit')
    const [unit, indicator] = [row.row.group, row.row.path?.at(-1)]
    return field && unit !== undefined && indicator !== undefined ? [{ row, field, unit, indicator }] : []
  })

/** 考核对象及任务分配表, as far as the notice prints it unit by unit. Of two entries for one unit and indicator the first stands. */
export const draftTasks = (means: DraftMeans, tree: IndicatorTree): Part<readonly UnitTask[]> => {
  const leaves = new Set(tree.nodes.filter(({ scoring }) => scoring !== undefined).map(({ key }) => key))
  const taken = new Set<string>()
  const parts = cellsOf(means).map(({ field, unit, indicator }): Part<readonly UnitTask[]> => {
    const unitId = unitNamed(means, unit)
    const leafKey = tree.named(indicator)
    if (unitId === undefined)
      return { value: [], sources: [], notes: [noteOf('notice.nameNotRegistered', field, { name: unit })] }
    if (leafKey === undefined || !leaves.has(leafKey))
      return { value: [], sources: [], notes: [noteOf('notice.indicatorUnknown', field, { unit, name: indicator })] }
    const at = `${leafKey},${unitId}`
    if (taken.has(at))
      return { value: [], sources: [], notes: [noteOf('notice.taskTwice', field, { unit, indicator })] }
    taken.add(at)
    return {
      value: [{ leafKey, unitId, ...entry(field) }],
      sources: [[`tasks[${at}].target`, field.id]],
      notes: [],
    }
  })
  return {
    value: parts.flatMap(({ value }) => value),
    sources: parts.flatMap(({ sources }) => sources),
    notes: parts.flatMap(({ notes }) => notes),
  }
}
