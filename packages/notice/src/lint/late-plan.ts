import { daysBetween, isLocalDate, printDate } from '@quanheng/domain/kernel/local-date'
import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

/** A plan issued when more than half of the year that it appraises is over. */
export function lintLatePlan({
  context: { text },
  fields: { title, documentDate, status, indicators, rules },
}: Reading): readonly Finding[] {
  if (!title || !documentDate || !isLocalDate(documentDate.value) || status?.value === 'draft') return []
  const sets =
    /方案|办法|细则|指标|标准|意见|责任书/.test(title.value) || indicators.filter(({ fullMark }) => fullMark).length > 1
  // What is done in a quarter or at the year's end is not the year's plan.
  if (!sets || /结果|通报|季度|月度|半年|年终|年末/.test(title.value)) return []
  // 关于做好2023年度考核自查工作的函 of the year after, or without a rule, calls for what the year's plan has set.
  const carriesOut = /自查|述职|(?:做好|开展).{2,40}(?:考[核评]|评[价估])/.test(title.value)
  const year =
    /(20\d{2})\s?年度?/.exec(title.value)?.[1] ??
    /(20\d{2})\s?年度(?:绩效|目标|综合)?[^。]{0,8}考[核评]/.exec(text)?.[1]
  if (!year || documentDate.value.slice(0, 4) < year) return []
  if (carriesOut && (rules.length === 0 || documentDate.value.slice(0, 4) > year)) return []
  const day = daysBetween(`${year}-01-01`, documentDate.value) + 1
  if (day <= 182) return []
  return [
    {
      kind: 'notice.lateInYear',
      at: documentDate.at,
      params: { issued: printDate(documentDate.value), year, day: String(day) },
    },
  ]
}
