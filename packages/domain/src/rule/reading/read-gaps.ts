import type { Band, Measure, Relation, Tier, TiersRule } from '../model.ts'
import { defaultActual, defaultTarget, sayReference } from '../phrases.ts'
import { lineBehind } from './between-bands.ts'
import type { Clause, Taken, When } from './clause.ts'
import { Cursor } from './cursor.ts'
import { isElse } from './denial.ts'
import { aboveBy, belowBy } from './gap-clause.ts'
import type { Placed } from './scan.ts'
import { isTargetMet } from './target-met.ts'
import { readReference } from './terms.ts'

/** 高于全省平均水平的得满分，低于全省平均水平1个百分点以内的扣1分，…: bands of how far one figure lies from another. */
export function readGaps(clauses: readonly Placed[]): Taken<TiersRule> | undefined {
  let held: Held | undefined
  const bands: Tier[] = []
  for (const { clause } of clauses) {
    const when = clause.kind === 'award' ? further(clause.when, bands.at(-1)) : undefined
    const next = when && heldIn(when, held)
    if (clause.kind !== 'award' || next === undefined) break
    if (clause.award.kind === 'rate' && (clause.award.of || clause.award.worth)) break
    held = next.held
    bands.push({ ...next.band, award: clause.award })
  }
  if (held === undefined) return undefined
  const line = lineBehind(bands, clauses[bands.length]?.clause)
  const used = bands.length + (line ? 1 : 0)
  const last = clauses[used]?.clause
  const otherwise = last?.kind === 'award' && isElse(last.when) ? last.award : undefined
  const sized = clauses.slice(0, bands.length).some(({ clause }) => isSized(clause))
  if (bands.length + (sized && otherwise ? 1 : 0) < 2 || otherwise?.kind === 'rate') return undefined
  if (!sized && isAllOrNothing(bands)) return undefined
  const { measure, reference } = held
  return {
    rule: { kind: 'tiers', measure, reference, ...line, bands: inOneUnit(bands), ...(otherwise && { otherwise }) },
    used: used + (otherwise ? 1 : 0),
  }
}

/** 低于全省平均水平1个百分点以内的扣1分，1—2个百分点的扣2分: on the side that the band before it has said. */
function further(when: When, last: Tier | undefined): When {
  const unit = (last?.from ?? last?.to)?.unit
  if (when.kind !== 'band' || when.measure || last === undefined || unit === undefined) return when
  const { from, to } = when
  if (from === undefined || from.unit !== unit || (to && to.unit !== unit)) return when
  const band = { from, ...(to && { to }) }
  const beneath = (last.to ?? last.from)?.value === '0' ? last.to !== undefined : (last.to?.value ?? '').startsWith('-')
  return { kind: 'gap', ...(beneath ? belowBy(band) : aboveBy(band)) }
}

interface Held {
  readonly measure: Measure & { readonly kind: 'input' }
  readonly reference: NonNullable<TiersRule['reference']>
}

/** The band of one clause, of the figures named first. */
function heldIn(when: When, held: Held | undefined): { readonly held: Held; readonly band: Band } | undefined {
  const said = gapIn(when)
  const { name, reference, band } = said ?? {}
  if (band === undefined || (held === undefined && reference === undefined)) return undefined
  if (held === undefined) {
    if (reference === undefined || 'value' in reference || when.kind === 'fact') return undefined
    return { held: { measure: { kind: 'input', name: name ?? defaultActual }, reference }, band }
  }
  const sameName = name === undefined || name === defaultActual || held.measure.name.endsWith(name)
  return sameName && (reference === undefined || isSame(reference, held.reference)) ? { held, band } : undefined
}

type Named = { readonly name?: string; readonly reference?: Reference; readonly band: Band }
type Reference = NonNullable<TiersRule['reference']>

function gapIn(when: When): Named | undefined {
  if (when.kind === 'gap') {
    const { name, reference, from, to } = when
    return {
      ...(name !== undefined && { name }),
      ...(reference && { reference }),
      band: { ...(from && { from }), ...(to && { to }) },
    }
  }
  if (when.kind === 'meets')
    return { name: when.actual, reference: { input: when.target }, band: bandOf(when.relation) }
  if (when.kind === 'reference' && !when.basis && when.measure.kind === 'input' && !('value' in when.reference))
    return { name: when.measure.name, reference: when.reference, band: bandOf(when.relation) }
  if (when.kind !== 'fact') return undefined
  const against = level.exec(when.name)
  const reference = against?.[1] === undefined ? undefined : readReference(new Cursor(against[1]))
  if (against && (against[1] === undefined || (reference && !('value' in reference))))
    return { ...(reference && !('value' in reference) && { reference }), band: bandOf('equal') }
  return isTargetMet(when.name) ? { reference: { input: defaultTarget }, band: bandOf('atLeast') } : undefined
}

const level = /^(?:与(?:其|之|(.{2,12}?)))?(?:持平|相当|相等|一致)$/u

function bandOf(relation: Relation): Band {
  const edge = { value: '0', inclusive: relation !== 'above' && relation !== 'below' }
  if (relation === 'equal') return { from: edge, to: edge }
  return relation === 'atLeast' || relation === 'above' ? { from: edge } : { to: edge }
}

/** 高于全省平均水平…，低于平均水平…: the mean just named. */
const isSame = (named: Reference, first: Reference): boolean => {
  const [own, before] = [sayReference(named), sayReference(first)]
  return own === before || ('group' in named && named.group === 'mean' && /平均|均值/u.test(before))
}

const isSized = (clause: Clause): boolean =>
  clause.kind === 'award' &&
  clause.when.kind === 'gap' &&
  [clause.when.from, clause.when.to].some((edge) => edge !== undefined && edge.value !== '0')

const isAllOrNothing = (bands: readonly Tier[]): boolean =>
  bands.length === 2 && bands[0]?.award.kind === 'full' && bands[1]?.award.kind === 'none' && isComplement(bands)

const isComplement = ([a, b]: readonly Tier[]): boolean =>
  (a?.from ?? a?.to)?.inclusive !== (b?.from ?? b?.to)?.inclusive && (a?.from === undefined) !== (b?.from === undefined)

/** 高于目标的…，低于1个百分点以内的…: a zero in the unit of the others. */
function inOneUnit(bands: readonly Tier[]): readonly Tier[] {
  const unit = bands.flatMap(({ from, to }) => [from?.unit, to?.unit]).find((one) => one !== undefined)
  if (unit === undefined) return bands
  return bands.map(({ from, to, award }) => ({
    ...(from && { from: { ...from, unit } }),
    ...(to && { to: { ...to, unit } }),
    award,
  }))
}
