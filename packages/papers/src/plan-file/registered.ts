import { normaliseName } from '@quanheng/domain/kernel/normalise'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { type IdPlace, mapIds, type NamedKind } from './names.ts'
import type { PlanFile } from './plan-file.ts'

/** Units, sections and people that an installation knows, each with all the names that it answers to. */
export type Registered = Readonly<
  Record<NamedKind, readonly { readonly id: string; readonly names: readonly string[] }[]>
>

export type StrangerCode = 'plan.unitUnknown' | 'plan.unitAmbiguous' | 'plan.nameUnknown' | 'plan.nameAmbiguous'

/** A name that is nobody's here, or several's. */
export interface Stranger extends Pick<IdPlace, 'at'> {
  readonly code: StrangerCode
  readonly text: string
}

const codes: Readonly<Record<NamedKind, readonly [none: StrangerCode, many: StrangerCode]>> = {
  unit: ['plan.unitUnknown', 'plan.unitAmbiguous'],
  section: ['plan.nameUnknown', 'plan.nameAmbiguous'],
  person: ['plan.nameUnknown', 'plan.nameAmbiguous'],
}

/**
 * A plan file whose units, sections and people are those of this installation: ids that are known here stay, whatever else stands
 * there is a name (the roll's name for the id, or the text itself) that must be exactly one's. What a draft left empty stays empty.
 */
export function withRegistered(
  { content, names }: PlanFile,
  registered: Registered,
): { readonly content: PlanContent; readonly strangers: readonly Stranger[] } {
  const ids = mapKinds((kind) => new Set(registered[kind].map(({ id }) => id)))
  const byName = mapKinds((kind) => {
    const found = new Map<string, Set<string>>()
    for (const { id, names: own } of registered[kind])
      for (const name of own) {
        const key = normaliseName(name)
        if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(id))
      }
    return found
  })
  const strangers: Stranger[] = []
  const resolve = ({ id, kind, at }: IdPlace): string => {
    if (id === '' || ids[kind].has(id)) return id
    const text = names[id] ?? id
    const [only, ...more] = byName[kind].get(normaliseName(text)) ?? []
    if (only !== undefined && more.length === 0) return only
    const [none, many] = codes[kind]
    strangers.push({ at, code: only === undefined ? none : many, text })
    return id
  }
  return { content: mapIds(content, resolve), strangers }
}

const mapKinds = <T>(of: (kind: NamedKind) => T): Readonly<Record<NamedKind, T>> => ({
  unit: of('unit'),
  section: of('section'),
  person: of('person'),
})
