import type { Reading } from '../read.ts'
import { overlapping } from '../text/overlapping-names.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const byBody = /由[^，。；：由]{2,20}(?:负责|牵头|组织|委托|考[核评]|评[分价]|提供)/

/** 传染病防控由县疾控中心负责考核: indicators that a sentence gives to somebody. */
function givenIn({ context: { text }, fields: { indicators } }: Reading): readonly string[] {
  const names = new Set(indicators.map(({ name }) => name.value))
  return matches(text, { start: 0, end: text.length }, byBody).flatMap(({ at }) => {
    for (let length = 2; length <= 30; length++) {
      const words = text.slice(Math.max(0, at.start - length), at.start)
      if (names.has(words)) return [words]
    }
    return []
  })
}

/** 其余指标由…负责 leaves nothing without an owner. */
const rest = /(?:其余|其他|其它|以上|上述|各项|所有)(?:各项)?(?:考核)?指标[^，。；]{0,8}由/

/** Indicators without anybody, where the notice divides responsibilities at all. */
function unowned(reading: Reading): readonly Finding[] {
  const { indicators, responsibilities } = reading.fields
  const owned = [
    ...responsibilities.flatMap(({ indicator, leadUnit, section, person }) =>
      indicator && (leadUnit ?? section ?? person) ? [indicator.value] : [],
    ),
    ...givenIn(reading),
  ]
  if (owned.length < 2 || rest.test(reading.context.text)) return []
  const isOwned = overlapping(owned)
  // A few names in a long list are examples; owners are missing only where most have one.
  return indicators.flatMap(({ name, leaf, path }): Finding[] =>
    !leaf || [name.value, ...path].some(isOwned)
      ? []
      : [{ kind: 'notice.ownerMissing', at: name.at, params: { name: name.value } }],
  )
}

/** Somebody answers for a part of an indicator, nobody for the rest. */
function parts({ fields: { responsibilities } }: Reading): readonly Finding[] {
  const whole = new Set(
    responsibilities.flatMap(({ indicator, part }) => (indicator && !part ? [indicator.value] : [])),
  )
  return responsibilities.flatMap(({ indicator, part }): Finding[] =>
    indicator && part && !whole.has(indicator.value)
      ? [{ kind: 'notice.partOnly', at: part.at, params: { name: indicator.value, part: part.value } }]
      : [],
  )
}

export const lintOwners = (reading: Reading): readonly Finding[] => [...unowned(reading), ...parts(reading)]
