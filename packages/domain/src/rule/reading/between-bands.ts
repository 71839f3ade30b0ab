import type { Edge, Tier } from '../model.ts'
import type { Clause } from './clause.ts'

/** 介于两者之间的按插值法 behind bands that leave no doubt where the line runs; undefined where they do. */
export function lineBehind(
  bands: readonly Tier[],
  clause: Clause | undefined,
): { readonly between: 'linear' } | undefined {
  if (clause?.kind !== 'between' || bands.length < 2) return undefined
  const paid = bands.every(({ award }) => ['full', 'points', 'share', 'none', 'deduct'].includes(award.kind))
  const edges = bands.flatMap(({ from, to }) => [from, to]).filter((edge) => edge !== undefined)
  const definite = edges.every(
    (edge) => edge.inclusive !== undefined || edges.every((other) => other === edge || other.value !== edge.value),
  )
  const open = bands.some(({ from, to }) => from && to && (from.inclusive === undefined || to.inclusive === undefined))
  const ends = [clause.band?.from, clause.band?.to].every(
    (end) => end === undefined || edges.some((edge) => isAt(edge, end)),
  )
  return paid && definite && !open && ends ? { between: 'linear' } : undefined
}

const isAt = (edge: Edge, end: Edge): boolean => edge.value === end.value && edge.unit === end.unit
