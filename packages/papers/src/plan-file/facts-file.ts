import { readTyped } from '@quanheng/domain/datum/typed-value'
import type { FigureOf } from '@quanheng/domain/item/plan-outcomes'
import { parseExact, printExact } from '@quanheng/domain/kernel/exact'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { appraisedUnits } from '@quanheng/domain/plan/items'
import type { DataElement } from '@quanheng/domain/plan/model'
import { leaves } from '@quanheng/domain/plan/tree'
import type { FactValue } from '@quanheng/domain/rule/facts'
import type { Credit, LeafOutcome, Veto } from '@quanheng/domain/scoring/model'
import { type Doc, type FileFault, type JsonSchema, list, oneOf, type Report, table, text } from './form.ts'
import type { PlanFile } from './plan-file.ts'
import { needed, optional, record, unless } from './record.ts'

/** What a year brought, for one plan. */
export interface PlanFacts {
  readonly figureOf: FigureOf
  /** Points that lead units reported for the lines they score. */
  readonly reported: readonly LeafOutcome[]
  readonly credits: readonly Credit[]
  readonly vetoes: readonly Veto[]
}

interface Written {
  readonly format: '1'
  readonly figures: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly points: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly credits: readonly Credit[]
  readonly vetoes: readonly Veto[]
}

const byUnit = table(table(text))

const factsFileForm = record<Written>({
  format: needed('权衡数据', oneOf({ '1': '1' })),
  figures: unless({}, '数据', byUnit),
  points: unless({}, '得分', byUnit),
  credits: unless<readonly Credit[]>(
    [],
    '加减分',
    list(
      record<Credit>({
        key: needed('编号', text),
        unitId: needed('单位', text),
        effect: needed('方向', oneOf({ bonus: '加分', deduction: '扣分' })),
        classKey: optional('类别', text),
        points: needed('分值', text),
        matter: optional('同一事项', text),
      }),
    ),
  ),
  vetoes: unless<readonly Veto[]>(
    [],
    '否决',
    list(record<Veto>({ gateKey: needed('事项', text), unitId: needed('单位', text) })),
  ),
})

export const factsSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '权衡考评数据文件',
  ...factsFileForm.schema,
}

/** Something of the plan by its key or, where no other is called so, by its name. */
const finder = <T extends { readonly key: string; readonly name: string }>(rows: readonly T[]) => {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const byName = Map.groupBy(rows, ({ name }) => name)
  return (called: string): T | undefined => {
    const named = byName.get(called)
    return byKey.get(called) ?? (named?.length === 1 ? named[0] : undefined)
  }
}

/** Units by name or id, data elements and leaves by key or name; a name that is not the plan's is a fault, never skipped. */
export function readFactsDoc(
  doc: Doc,
  { content, names }: PlanFile,
): { readonly ok: true; readonly value: PlanFacts } | { readonly ok: false; readonly error: readonly FileFault[] } {
  const faults: FileFault[] = []
  const report: Report = (code, path, params) => {
    faults.push({ code, path, ...(params && { params }) })
    return undefined
  }
  const read = factsFileForm.read(doc, [], report)
  if (!read) return { ok: false, error: faults }
  const known = new Set([...appraisedUnits(content), ...content.unitGroups.flatMap(({ unitIds }) => unitIds)])
  const idOf = new Map(Object.entries(names).map(([id, name]) => [name, id]))
  const unit = (called: string, path: readonly (string | number)[]): string | undefined => {
    const id = idOf.get(called) ?? called
    return known.has(id) ? id : report('file.unknownName', path, { name: called })
  }
  const { credits: arithmetic, veto } = content.settings
  const counted = arithmetic && arithmetic.value !== 'none' ? arithmetic.value : undefined
  const classes = new Set(counted?.classes?.map(({ key, effect }) => cell(key, effect)))
  if (!counted && read.credits.length > 0) report('file.unknownName', ['加减分'], { name: '加减分' })
  const gates = new Set(veto && veto.value !== 'none' ? veto.value.gates?.map(({ key }) => key) : [])
  const element = finder(content.dataElements)
  const leaf = finder(leaves(content))
  /** Each cell of a table of rows by name and units by name, once. */
  function* cells<T extends { readonly key: string }>(
    rows: Written['figures'],
    at: string,
    find: (called: string) => T | undefined,
  ) {
    const seen = new Set<string>()
    for (const [called, row] of Object.entries(rows)) {
      const found = find(called)
      if (!found) report('file.unknownName', [at, called], { name: called })
      else
        for (const [of, typed] of Object.entries(row)) {
          const path = [at, called, of]
          const unitId = unit(of, path)
          if (unitId === undefined) continue
          const id = cell(found.key, unitId)
          if (seen.has(id)) report('file.twice', path, { name: of })
          seen.add(id)
          yield { found, unitId, typed, path, id }
        }
    }
  }
  const figures = new Map<string, FactValue>()
  for (const { found, typed, path, id } of cells(read.figures, '数据', element)) {
    const value = figureIn(found, typed, path, report)
    if (value) figures.set(id, value)
  }
  const reported: LeafOutcome[] = []
  for (const { found, unitId, typed, path } of cells(read.points, '得分', leaf)) {
    const points = readPoints(typed)
    if (!points.ok) report('file.badValue', path, { text: typed })
    else
      reported.push({
        leafKey: found.key,
        unitId,
        outcome: { status: 'scored', points: points.value, fullMark: found.fullMark },
      })
  }
  const credits = read.credits.flatMap((credit, at) => {
    const unitId = unit(credit.unitId, ['加减分', at, '单位'])
    const points = readQuantity(credit.points)
    if (!points.ok || points.value.startsWith('-'))
      return report('file.badValue', ['加减分', at, '分值'], { text: credit.points }) ?? []
    if (credit.classKey !== undefined && !classes.has(cell(credit.classKey, credit.effect)))
      report('file.unknownName', ['加减分', at, '类别'], { name: credit.classKey })
    return unitId === undefined ? [] : [{ ...credit, unitId, points: points.value }]
  })
  const vetoes = read.vetoes.flatMap((veto, at) => {
    const unitId = unit(veto.unitId, ['否决', at, '单位'])
    if (!gates.has(veto.gateKey)) report('file.unknownName', ['否决', at, '事项'], { name: veto.gateKey })
    return unitId === undefined ? [] : [{ ...veto, unitId }]
  })
  if (faults.length > 0) return { ok: false, error: faults }
  return {
    ok: true,
    value: { figureOf: (key, unitId) => figures.get(cell(key, unitId)), reported, credits, vetoes },
  }
}

/** Points that never end as a decimal stand as `p/q`, as the engine gives them. */
const readPoints = (typed: string): Result<string, unknown> => {
  const fraction = parseExact(typed.trim())
  return fraction.ok ? ok(printExact(fraction.value)) : readQuantity(typed)
}

const cell = (key: string, unitId: string): string => JSON.stringify([key, unitId])

/** A blank is no value: what it answers is missing. */
function figureIn(
  element: DataElement,
  typed: string,
  path: readonly (string | number)[],
  report: Report,
): FactValue | undefined {
  if (typed.trim() === '') return { kind: 'missing' }
  const read = readTyped(element, typed)
  return read.ok ? read.value : report('file.badValue', path, { text: typed })
}
