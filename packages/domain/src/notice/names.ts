import type { NamesKnown } from './draft-parts.ts'

interface Named {
  readonly id: string
  readonly names: readonly string[]
}

export interface Registered {
  readonly units: readonly Named[]
  readonly sections: readonly (Named & { readonly unitId: string })[]
  readonly people: readonly (Named & { readonly unitId: string })[]
}

const only = (ids: ReadonlySet<string> | undefined): string | undefined =>
  ids?.size === 1 ? ids.values().next().value : undefined

const byName = (rows: readonly (readonly [key: string, id: string])[]) => {
  const known = new Map<string, Set<string>>()
  for (const [key, id] of rows) known.set(key, (known.get(key) ?? new Set()).add(id))
  return known
}

/** Words that a shorter name must at least have before it counts as the end of a registered one. */
const shortest = 4

/**
 * A printed name is a registered one, its short form or alias; 市发展改革委 is also 云岭市发展改革委, where no other registered name ends so.
 * A name that two bear is nobody's.
 */
export const namesAmong = ({ units, sections, people }: Registered): NamesKnown => {
  const exact = byName(units.flatMap(({ id, names }) => names.map((name) => [name, id] as const)))
  const ending = (name: string) =>
    [...name].length < shortest
      ? undefined
      : only(new Set(units.flatMap(({ id, names }) => (names.some((one) => one.endsWith(name)) ? [id] : []))))
  const inside = (rows: Registered['sections']) =>
    byName(rows.flatMap(({ id, unitId, names }) => names.map((name) => [`${unitId}\n${name}`, id] as const)))
  const [ofSection, ofPerson] = [inside(sections), inside(people)]
  return {
    unit: (name) => (exact.has(name) ? only(exact.get(name)) : ending(name)),
    section: (unitId, name) => only(ofSection.get(`${unitId}\n${name}`)),
    person: (unitId, name) => only(ofPerson.get(`${unitId}\n${name}`)),
  }
}
