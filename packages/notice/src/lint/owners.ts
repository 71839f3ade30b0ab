import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

const same = (a: string, b: string): boolean => a === b || a.includes(b) || b.includes(a)

/** Indicators without anybody, where the notice divides responsibilities at all. */
function unowned({ fields: { indicators, responsibilities } }: Reading): readonly Finding[] {
  const owned = responsibilities.flatMap(({ indicator }) => (indicator ? [indicator.value] : []))
  if (owned.length < 2) return []
  // A few names in a long list are examples; owners are missing only where most have one.
  return indicators.flatMap(({ name, leaf, path }): Finding[] =>
    !leaf || [name.value, ...path].some((one) => owned.some((other) => same(one, other)))
      ? []
      : [{ kind: 'notice.ownerMissing', at: name.at, params: { name: name.value } }],
  )
}

/** Somebody answers for a part of an indicator, nobody for the rest. */
const parts = ({ fields: { responsibilities } }: Reading): readonly Finding[] =>
  responsibilities.flatMap(({ indicator, part }): Finding[] => {
    const rest = responsibilities.some((other) => other.indicator?.value === indicator?.value && !other.part)
    return indicator && part && !rest
      ? [{ kind: 'notice.partOnly', at: part.at, params: { name: indicator.value, part: part.value } }]
      : []
  })

export const lintOwners = (reading: Reading): readonly Finding[] => [...unowned(reading), ...parts(reading)]
