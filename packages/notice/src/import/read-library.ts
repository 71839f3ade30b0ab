import { addDays } from '@quanheng/domain/kernel/local-date'
import { type DomainError, ok, type Result } from '@quanheng/domain/kernel/result'
import type { LibraryClause, LibraryContent } from '@quanheng/domain/library/model'
import type { FileErrorCode } from '../files/file-error.ts'
import { readFile } from '../files/read-file.ts'
import { type Reading, readNotice } from '../read.ts'
import type { Context } from '../text/context.ts'
import { datesIn } from '../text/dates.ts'
import { ordinalOf } from '../text/labels.ts'
import type { Section } from '../text/sections.ts'

/** What a rule, policy or form says about itself, for a person to correct; empty where it does not say. */
export type ReadLibrary = Omit<LibraryContent, 'kind' | 'replacesId' | 'files'>

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

const bare = (label: string): string => label.replace(/[\s、.．，,：:]+/gu, '')

/** Two annexes may both have a 第一条: what stands in an annex says which. */
const inAnnex = (annex: number | null | undefined, article: string): string =>
  annex === null || annex === undefined ? article : `附件${annex} ${article}`

const byArticle = ({ context, fields }: Reading): readonly LibraryClause[] =>
  fields.articles.map(({ annex, text, start, end }) => ({
    article: inAnnex(annex, bare(context.text.slice(start, text.at.start))),
    text: paragraphs(context.text.slice(text.at.start, end)),
  }))

/** `四（二）`: the heading above and its own; what stands under 四 before （一） is 四. */
const byHeading = ({ text, lines, parts, sections }: Context): readonly LibraryClause[] => {
  const label = ({ from }: Section): string => {
    const line = lines[from]
    return bare(line?.text.slice(0, line.label?.length ?? 0) ?? '')
  }
  const body = (section: Section, to: number): string => {
    const line = lines[section.from]
    return paragraphs(text.slice((line?.start ?? section.start) + (line?.label?.length ?? 0), to))
  }
  const top = sections.filter(({ level }) => level === 1)
  return top.flatMap((section): readonly LibraryClause[] => {
    const annex = parts[section.part]?.number
    const name = inAnnex(annex, label(section))
    const below = section.children.filter(({ level }) => level === 2)
    const own = { article: name, text: body(section, below[0]?.start ?? section.end) }
    return [own, ...below.map((child) => ({ article: `${name}${label(child)}`, text: body(child, child.end) }))]
  })
}

/** Each article once; a second of the same name says that it is one. */
const distinct = (clauses: readonly LibraryClause[]): readonly LibraryClause[] => {
  const times = new Map<string, number>()
  return clauses
    .filter(({ article, text }) => article !== '' && text !== '')
    .map(({ article, text }) => {
      const before = times.get(article) ?? 0
      times.set(article, before + 1)
      return { article: before === 0 ? article : `${article}（第${before + 1}处）`, text }
    })
}

const dayIn = (text: string): string => datesIn(text).find(({ determined }) => determined)?.value ?? ''

const inForceFrom = /自(.{0,25}?)(?:之日)?起(?:正式)?(?:施行|实施|执行|生效)/u
const holdsUntil = /有效期(?:限)?(?:延长)?(?:至|到)(.{6,14}?)(?:止|。|，|$)/u
const holdsYears = /有效期(?:限)?(?:为)?\s?([一二三四五六七八九十]|\d{1,2})\s?年/u
const explains = /由\s?([^，。；、\n]{2,40}?)\s?(?:负责|进行)?解释/u

/** 有效期五年 ends the day before the same day five years on. */
const yearsOn = (from: string, years: number): string => {
  const [year = '', month, day] = from.split('-')
  const same = `${Number(year) + years}-${month}-${day === '29' && month === '02' ? '28' : day}`
  return addDays(same, -1)
}

const daysOf = (text: string, issuedOn: string): Pick<ReadLibrary, 'effectiveOn' | 'lastOn'> => {
  const from = inForceFrom.exec(text)?.[1]
  const effectiveOn = from === undefined ? '' : dayIn(from) || (/印发|发布|公布|颁布/u.test(from) ? issuedOn : '')
  const until = dayIn(holdsUntil.exec(text)?.[1] ?? '')
  const years = ordinalOf(holdsYears.exec(text)?.[1] ?? '')
  const lastOn = until || (years !== undefined && effectiveOn !== '' ? yearsOn(effectiveOn, years) : '')
  return { effectiveOn, lastOn }
}

/** An uploaded rule, policy or form, read as far as it says itself. Equal bytes give an equal reading. */
export const readLibrary = async (bytes: Uint8Array): Promise<Result<ReadLibrary, DomainError<FileErrorCode>>> => {
  const source = await readFile(bytes)
  if (!source.ok) return source
  const reading = readNotice(source.value)
  const { context, fields } = reading
  const issuedOn = dayIn(fields.documentDate?.value ?? '') || dayIn(context.text.slice(0, 2000))
  const articles = byArticle(reading)
  return ok({
    title: fields.title?.value ?? '',
    issuer: fields.issuer?.value ?? '',
    documentNumber: fields.documentNumber?.value ?? '',
    issuedOn,
    interpreter: explains.exec(context.text)?.[1] ?? '',
    ...daysOf(context.text, issuedOn),
    clauses: distinct(articles.length > 0 ? articles : byHeading(context)),
  })
}
