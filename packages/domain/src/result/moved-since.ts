import type { FreezePurpose } from './model.ts'
import type { RunContent } from './run-content.ts'

/** A figure that is no longer the one that was locked; null where there was or is none. */
export interface MovedFigure {
  readonly what: string
  readonly unit: string
  readonly seen: string | null
  readonly now: string | null
}

type Figures = ReadonlyMap<string, { readonly what: string; readonly unit: string; readonly text: string }>

const figuresOf = ({ leaves, units, totals }: RunContent): Figures => {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const found = new Map<string, { what: string; unit: string; text: string }>()
  for (const { key, name, unitIds, points } of leaves) {
    for (const [row, unitId] of unitIds.entries()) {
      found.set(`${key}\n${unitId}`, { what: name, unit: names.get(unitId) ?? unitId, text: points[row] ?? '' })
    }
  }
  for (const { unitId, published } of totals?.units ?? []) {
    if (published !== null && published !== undefined) {
      found.set(`总分\n${unitId}`, { what: '总分', unit: names.get(unitId) ?? unitId, text: published })
    }
  }
  for (const { groupKey, unitId, rank } of totals?.ranks ?? []) {
    found.set(`名次\n${groupKey}\n${unitId}`, { what: '名次', unit: names.get(unitId) ?? unitId, text: String(rank) })
  }
  return found
}

/**
 * 与会议所见不同: scores, totals and ranks of a locked version that the present data, decisions and engine would not give any more. Empty
 * where a meeting that reads the locked version reads what is true today.
 */
export const movedSince = (seen: RunContent, now: RunContent): readonly MovedFigure[] => {
  const [before, after] = [figuresOf(seen), figuresOf(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly MovedFigure[] => {
    const [was, is] = [before.get(key), after.get(key)]
    if (was?.text === is?.text) return []
    const { what = '', unit = '' } = was ?? is ?? {}
    return [{ what, unit, seen: was?.text ?? null, now: is?.text ?? null }]
  })
}

const shown = 5

const figure = (text: string | null): string => text ?? '无'

/** 甲局“产业投资”8→9；… for a refusal: the first few. Of totals, which not everybody may see, without the figures. */
export const sayMovedSince = (moved: readonly MovedFigure[], purpose: FreezePurpose): string =>
  moved
    .slice(0, shown)
    .map(({ what, unit, seen, now }) =>
      purpose === 'totals' ? `${unit}“${what}”` : `${unit}“${what}”${figure(seen)}→${figure(now)}`,
    )
    .join('；')
