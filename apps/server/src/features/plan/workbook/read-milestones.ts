import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { type MilestonePost, milestonePosts, type PlanContent } from '@quanheng/domain/plan/model'
import { planIndex } from '@quanheng/domain/plan/plan-index'
import { label } from '@quanheng/messages/labels'
import type { ReadCell, ReadRow, ReadTable } from '@quanheng/papers/xlsx/read-table'
import { leafPaths } from './columns.ts'
import { fault, find, group, type Lookup, type TaskFault, type UnitNames } from './read-tasks.ts'

/** A row of the workbook as the page puts it into the draft; `expected` and `unitIds` are empty where nothing is said. */
export interface MilestoneRead {
  readonly leafKey: string
  readonly name: string
  readonly due: string
  readonly expected: string
  readonly completionStandard: string
  readonly unitIds: readonly string[]
  readonly post: MilestonePost
}

const expectedOf = (cell: ReadCell | undefined): { readonly value: string } | { readonly code: TaskFault['code'] } => {
  const text = cell?.text?.trim() ?? ''
  if (text === '') return { value: '' }
  const read = readQuantity(text, { unit: '%' })
  return read.ok ? { value: read.value } : { code: read.error.code }
}

const posts = new Map(milestonePosts.map((post) => [label('zh-CN', 'post', post), post]))

/** Units by their names; each must be known, one, and carry the indicator. */
const unitsOf = (
  cell: ReadCell | undefined,
  carriers: ReadonlySet<string>,
  { units }: Lookup,
  sheet: string,
): { readonly ids: readonly string[]; readonly faults: readonly TaskFault[] } => {
  const names = (cell?.text ?? '')
    .split(/[、，,；;\n]/u)
    .map(normaliseName)
    .filter((name) => name !== '')
  const found = names.map((name) => ({
    name,
    ...find(units, { ...(cell as ReadCell), text: name }, 'plan.unitUnknown', 'plan.unitAmbiguous'),
  }))
  return {
    ids: [...new Set(found.flatMap((one) => ('id' in one ? [one.id] : [])))],
    faults: found.flatMap((one): TaskFault[] => {
      const code = 'code' in one ? one.code : carriers.has(one.id) ? undefined : 'plan.unitWithoutLeaf'
      return code === undefined ? [] : [{ ...fault(sheet, cell, code), params: { text: one.name } }]
    }),
  }
}

const readRow = ({ cells }: ReadRow, content: PlanContent, lookup: Lookup, sheet: string) => {
  const leaf = find(lookup.leaves, cells.leaf, 'table.notChoice', 'plan.leafAmbiguous')
  const expected = expectedOf(cells.expected)
  const carriers = new Set('id' in leaf ? (planIndex(content).tasks.get(leaf.id)?.keys() ?? []) : [])
  const units = 'id' in leaf ? unitsOf(cells.units, carriers, lookup, sheet) : { ids: [], faults: [] }
  const faults = [
    ...('code' in leaf ? [fault(sheet, cells.leaf, leaf.code)] : []),
    ...('code' in expected ? [fault(sheet, cells.expected, expected.code)] : []),
    ...units.faults,
  ]
  if ('code' in leaf || 'code' in expected || faults.length > 0) return { faults }
  const row: MilestoneRead = {
    leafKey: leaf.id,
    name: normaliseName(cells.name?.text ?? ''),
    due: cells.due?.text ?? '',
    expected: expected.value,
    completionStandard: cells.standard?.text ?? '',
    unitIds: units.ids,
    post: posts.get(cells.post?.text ?? '') ?? 'unitReporter',
  }
  return { faults, row, at: cells.name }
}

/** Rows of an uploaded table of milestones against the plan and the organisation. All rows or, with any fault, none. */
export const readMilestoneRows = (
  table: ReadTable,
  content: PlanContent,
  named: readonly UnitNames[],
): { readonly milestones: readonly MilestoneRead[]; readonly faults: readonly TaskFault[] } => {
  const lookup: Lookup = {
    units: group(named.flatMap(({ id, names }) => names.map((name) => [name, id] as const))),
    leaves: group([...leafPaths(content)].map(([key, path]) => [path, key] as const)),
  }
  const read = table.rows.map((row) => readRow(row, content, lookup, table.sheet))
  const seen = new Set<string>()
  const twice = read.flatMap(({ row, at }): TaskFault[] => {
    if (!row) return []
    const key = `${row.leafKey}\n${row.name}\n${row.due}`
    if (seen.has(key)) return [fault(table.sheet, at, 'plan.milestoneTwice')]
    seen.add(key)
    return []
  })
  const faults = [...read.flatMap((one) => one.faults), ...twice]
  return { milestones: faults.length > 0 ? [] : read.flatMap(({ row }) => (row ? [row] : [])), faults }
}
