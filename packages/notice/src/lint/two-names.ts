import type { Reading } from '../read.ts'
import type { Span } from '../text/document.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const sectionName =
  /(?:由|报|经|，|,|、|[：:]|[委局办]|和|与|送|请|。|前)(?!员会)([\u4e00-\u9fa5]{2,8}科)(?=牵头|负责|汇总|组织|将|会|审核|对|按|，|。|、|等)/

/** 评估督导 as offices shorten it: the first characters of its words of two, 评督. */
const initials = (name: string): string => [...name].filter((_, at) => at % 2 === 0).join('')

/** 发改 of 发展改革, 固投 of 固定资产投资: first characters of the words of two, in order, the very first among them. */
function contracts(long: string, short: string): boolean {
  const firsts = initials(long)
  if (short.length < 2 || short.charAt(0) !== firsts.charAt(0) || short.length > firsts.length) return false
  let at = -1
  return [...short].every((sign) => {
    at = firsts.indexOf(sign, at + 1)
    return at >= 0
  })
}

/** More bodies than any notice names; what stands behind them is not compared. */
const mostNames = 300

const bodyName =
  /(?<![\u4e00-\u9fa5])(?:[由报经和与及送请向对])?((?:自治区|自治州|自治县|[省市县区州旗])([\u4e00-\u9fa5]{2,10}?)([委办局厅]))(?!员会|公室|[委办局厅])/

/** 考评 and the like are left out of the names of offices: 绩效办 of 绩效考评办. */
const leftOut = /^(?:考[核评]|评[估价]|管理|工作|领导小组|[考评]核?)+$/

const ofJoined = (core: string): string => core.replace(/[和与]/g, '')

/** 市发展改革委 and 市发改委 in one paper that explains neither. */
function bodies({ context: { text } }: Reading): readonly Finding[] {
  const names = new Map<string, { readonly at: Span; readonly core: string; readonly rest: string }>()
  for (const { groups, group } of matches(text, { start: 0, end: text.length }, bodyName)) {
    const [, name = '', own = '', kind = ''] = groups
    if (!names.has(name))
      names.set(name, { at: group(1), core: ofJoined(own), rest: name.slice(0, name.length - own.length - 1) + kind })
  }
  const all = [...names].slice(0, mostNames)
  const known = new Map<string, boolean>()
  const explained = (short: string): boolean => {
    const said = known.get(short) ?? [`称${short}`, `称“${short}`, `称"${short}`].some((words) => text.includes(words))
    known.set(short, said)
    return said
  }
  return all.flatMap(([long, a]) =>
    all.flatMap(([short, b]): Finding[] => {
      if (a.rest !== b.rest || a.core.length <= b.core.length) return []
      const shortened =
        contracts(a.core, b.core) || (a.core.startsWith(b.core) && leftOut.test(a.core.slice(b.core.length)))
      return shortened && !explained(short)
        ? [{ kind: 'notice.bodyTwoNames', at: b.at, params: { name: short, other: long } }]
        : []
    }),
  )
}

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
      if (long === short || a.length < 4 || a.length % 2 === 1 || b.includes(a)) return []
      if (!b.includes(initials(a)) && !contracts(a, b)) return []
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

export const lintTwoNames = (reading: Reading): readonly Finding[] => [
  ...sections(reading),
  ...bodies(reading),
  ...ownBody(reading),
]
