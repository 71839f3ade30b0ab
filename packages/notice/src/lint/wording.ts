import type { Reading } from '../read.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'
import { placesOf } from './patterns.ts'

const kinds = '办法|方案|细则|规则|规定|制度|意见|规程'

/** An annex that calls itself by another kind of paper: a 细则 that says 本规则. */
function selfNames({ context: { text, parts, lines }, fields: { title } }: Reading): readonly Finding[] {
  return parts.flatMap((part): Finding[] => {
    const name = part.title?.value ?? (part.kind === 'letter' && parts.length === 1 ? title?.value : undefined)
    const kind = name ? new RegExp(`(${kinds})(?:[（(].{1,8}[)）])?$`).exec(name.replace(/\s/g, ''))?.[1] : undefined
    if (!kind) return []
    const span = { start: lines[part.body]?.start ?? 0, end: lines[part.to - 1]?.end ?? text.length }
    const self = matches(
      text,
      span,
      new RegExp(`本(${kinds})(?=由|自|所|适用|的|中|第|，|。|规定|解释|施行|实施)`),
    ).filter(({ groups }) => groups[1] !== kind)
    return self.map(({ at, groups }) => ({
      kind: 'notice.otherSelfName',
      at,
      params: { words: groups[0] ?? '', kind },
    }))
  })
}

/** Rules that know head and members only, where the notice appoints deputies. */
function deputies({ context: { text }, fields: { organs, articles } }: Reading): readonly Finding[] {
  if (!organs.some(({ posts }) => posts.some(({ post }) => /^副组长|^常务副组长/.test(post.value)))) return []
  if (articles.some(({ text: { value } }) => /副组长/.test(value))) return []
  return articles.flatMap(({ text: { at, value } }): Finding[] =>
    /组长[^，。]{0,40}担任/.test(value) && /成员/.test(value)
      ? [{ kind: 'notice.deputiesUnknown', at, params: { words: text.slice(at.start, at.end).slice(0, 40) } }]
      : [],
  )
}

const posts = ['leader', 'person', 'liaison', 'contact'] as const

/** Items of one list that name different posts. */
function postSets({ fields: { responsibilities } }: Reading): readonly Finding[] {
  const named = responsibilities.filter((one) => posts.some((post) => one[post]))
  const sets = new Set(named.map((one) => posts.filter((post) => one[post]).join(' ')))
  const [first] = named
  return first && sets.size > 1
    ? [
        {
          kind: 'notice.postsDiffer',
          at: { start: first.start, end: named.at(-1)?.end ?? first.end },
          params: { count: String(sets.size) },
        },
      ]
    : []
}

/** Commas and brackets of both widths in one paragraph. */
const punctuation = ({ context: { lines } }: Reading): readonly Finding[] =>
  lines.flatMap(({ text, start, end, table }): Finding[] => {
    const half = /[\u4e00-\u9fa5],[\u4e00-\u9fa5]/.test(text)
    return table === undefined && half && text.includes('，')
      ? [{ kind: 'notice.mixedPunctuation', at: { start, end }, params: { words: `${text.slice(0, 20)}……` } }]
      : []
  })

/** 邮箱ysk@… where its neighbours have a colon: 联系电话：…. */
const lostColons = (reading: Reading): readonly Finding[] =>
  placesOf(reading, 'notice.lostColon', /(?:邮箱|电话)(?=[A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9@._-]{4,40}/).filter(
    ({ at }) =>
      reading.context.lines.some(
        ({ start, end, text }) => start <= at.start && at.end <= end && /(?:电话|邮箱|联系人|联络员)[:：]/.test(text),
      ),
  )

export const lintWording = (reading: Reading): readonly Finding[] => [
  ...selfNames(reading),
  ...deputies(reading),
  ...placesOf(reading, 'notice.twoLeads', /由[^，,。；]{2,20}牵头[，,]\s?具体(?:工作)?由[^，,。；]{2,20}牵头/),
  ...placesOf(
    reading,
    'notice.lostBy',
    /[，,]\s?具体(?!由|工作|负责|实施|办法|事宜)[\u4e00-\u9fa5]{2,14}(?:科|处|股|室|中心)负责/,
  ),
  ...lostColons(reading),
  ...postSets(reading),
  ...punctuation(reading),
]
