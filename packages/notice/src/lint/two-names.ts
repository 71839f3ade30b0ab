import type { Reading } from '../read.ts'
import type { Span } from '../text/document.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const sectionName =
  /(?:由|报|经|，|,|、|本[委局办]|和|与|送|请|。|前)([\u4e00-\u9fa5]{2,8}科)(?=牵头|负责|汇总|组织|将|会|审核|对|按|，|。|、|等)/

/** 评估督导 as offices shorten it: the first characters of its words of two, 评督. */
const initials = (name: string): string => [...name].filter((_, at) => at % 2 === 0).join('')

const lead = /^(?:具体)?(?:由|会|经|报|与|和|送|请)/

const core = (name: string): string => name.slice(0, -1)

/** One section under a full and a contracted name. */
function sections({ context: { text } }: Reading): readonly Finding[] {
  const names = new Map<string, Span>()
  for (const { groups, group } of matches(text, { start: 0, end: text.length }, sectionName)) {
    const name = groups[1]?.replace(lead, '') ?? ''
    const { end } = group(1)
    if (name.length > 2 && !names.has(name)) names.set(name, { start: end - name.length, end })
  }
  const all = [...names.keys()]
  return all.flatMap((long) =>
    all.flatMap((short): Finding[] => {
      const [a, b] = [core(long), core(short)]
      if (long === short || a.length < 4 || a.length % 2 === 1 || b.includes(a) || !b.includes(initials(a))) return []
      return [{ kind: 'notice.sectionTwoNames', at: names.get(short) as Span, params: { name: short, other: long } }]
    }),
  )
}

const kindOf = (issuer: string): string | undefined => /(委|局|厅|办|部|署|院)(?:员会|公室)?$/.exec(issuer)?.[1]

const selfMeeting = /(?:^|[报经由交请提，。、（(\s])([委局厅部院办])(?:长)?(?:党组会|办公会|务会)/

/** A commission that speaks of its 局办公会议. */
function ownBody({ context: { text }, fields: { issuer } }: Reading): readonly Finding[] {
  const kind = issuer ? kindOf(issuer.value) : undefined
  if (!kind || !issuer) return []
  for (const { groups, group } of matches(text, { start: 0, end: text.length }, selfMeeting)) {
    if (groups[1] !== kind)
      return [{ kind: 'notice.ownBodyTwoKinds', at: group(1), params: { name: groups[1] ?? '', other: issuer.value } }]
  }
  return []
}

export const lintTwoNames = (reading: Reading): readonly Finding[] => [...sections(reading), ...ownBody(reading)]
