import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { TableError } from '@quanheng/papers/xlsx/codes'
import type { ReadCell, ReadRow, ReadTable } from '@quanheng/papers/xlsx/read-table'
import { leafPaths, pendingWord } from './columns.ts'

/** A row of the workbook as the page puts it into the draft; `target` is a quantity, `pending`, or empty. */
export interface TaskRow {
  readonly leafKey: string
  readonly unitId: string
  readonly task: string
  readonly target: string
  readonly owner: string
  readonly remindOn: string
}

/** What the table cannot know by itself: a unit that is not registered, a pair that stands twice. */
export interface TaskFault {
  readonly code:
    | TableError['code']
    | 'plan.unitUnknown'
    | 'plan.unitAmbiguous'
    | 'plan.taskTwice'
    | 'plan.leafAmbiguous'
    | 'plan.milestoneTwice'
    | 'plan.unitWithoutLeaf'
  readonly params?: Readonly<Record<string, string>>
  readonly cell?: string
  readonly sheet?: string
}

export interface UnitNames {
  readonly id: string
  readonly names: readonly string[]
}

export interface Lookup {
  readonly units: ReadonlyMap<string, readonly string[]>
  readonly leaves: ReadonlyMap<string, readonly string[]>
}

export const group = (
  pairs: readonly (readonly [name: string, id: string])[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(pairs, ([name]) => normaliseName(name))].map(([name, rows]) => [
      name,
      [...new Set(rows.map(([, id]) => id))],
    ]),
  )

type Found = { readonly id: string } | { readonly code: TaskFault['code'] }

export const find = (
  known: ReadonlyMap<string, readonly string[]>,
  cell: ReadCell | undefined,
  none: TaskFault['code'],
  many: TaskFault['code'],
): Found => {
  const ids = known.get(normaliseName(cell?.text ?? '')) ?? []
  const [id] = ids
  return id === undefined ? { code: none } : ids.length > 1 ? { code: many } : { id }
}

const targetOf = (cell: ReadCell | undefined): { readonly value: string } | { readonly code: TaskFault['code'] } => {
  const text = cell?.text?.trim() ?? ''
  if (text === '') return { value: '' }
  if (text === pendingWord) return { value: 'pending' }
  const read = readQuantity(text)
  return read.ok ? { value: read.value } : { code: read.error.code }
}

export const fault = (sheet: string, cell: ReadCell | undefined, code: TaskFault['code']): TaskFault => ({
  code,
  params: { text: cell?.text ?? '' },
  ...(cell && { cell: cell.cell }),
  sheet,
})

const readRow = ({ cells }: ReadRow, { units, leaves }: Lookup, sheet: string) => {
  const unit = find(units, cells.unit, 'plan.unitUnknown', 'plan.unitAmbiguous')
  const leaf = find(leaves, cells.leaf, 'table.notChoice', 'plan.leafAmbiguous')
  const target = targetOf(cells.target)
  const faults = [
    ...('code' in unit ? [fault(sheet, cells.unit, unit.code)] : []),
    ...('code' in leaf ? [fault(sheet, cells.leaf, leaf.code)] : []),
    ...('code' in target ? [fault(sheet, cells.target, target.code)] : []),
  ]
  if ('code' in unit || 'code' in leaf || 'code' in target) return { faults }
  const row: TaskRow = {
    unitId: unit.id,
    leafKey: leaf.id,
    task: cells.task?.text ?? '',
    target: target.value,
    owner: cells.owner?.text ?? '',
    remindOn: cells.remindOn?.text ?? '',
  }
  return { faults, row, at: cells.leaf }
}

/** Rows of an uploaded task table against the plan and the organisation. All rows or, with any fault, none. */
export const readTaskRows = (
  table: ReadTable,
  content: PlanContent,
  units: readonly UnitNames[],
): { readonly tasks: readonly TaskRow[]; readonly faults: readonly TaskFault[] } => {
  const lookup: Lookup = {
    units: group(units.flatMap(({ id, names }) => names.map((name) => [name, id] as const))),
    leaves: group([...leafPaths(content)].map(([key, path]) => [path, key] as const)),
  }
  const read = table.rows.map((row) => readRow(row, lookup, table.sheet))
  const seen = new Set<string>()
  const twice = read.flatMap(({ row, at }): TaskFault[] => {
    if (!row) return []
    const key = `${row.leafKey}\n${row.unitId}`
    if (seen.has(key)) return [fault(table.sheet, at, 'plan.taskTwice')]
    seen.add(key)
    return []
  })
  const faults = [...read.flatMap((one) => one.faults), ...twice]
  return { faults, tasks: faults.length > 0 ? [] : read.flatMap(({ row }) => (row ? [row] : [])) }
}
