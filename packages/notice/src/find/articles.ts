import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import type { Placed } from '../text/words.ts'

export interface Article extends Span {
  /** Number of the annex that it stands in; null in the paper itself or an annex without number. */
  readonly annex: number | null
  readonly number: number
  readonly text: Placed
}

const closes = /^(?:附\s?件|抄\s?送|主题词|第.{1,4}[章编节])|日\s?印\s?发$/

/** 第…条 with the paragraphs under it, up to the next article, chapter or end of the part. */
export function findArticles({ text, lines, parts }: Context): readonly Article[] {
  return parts
    .flatMap((part) => {
      const own = lines.slice(part.from, part.to)
      return own.flatMap((line, at): Article[] => {
        if (line.label?.kind !== 'article' || line.table !== undefined) return []
        let last = line
        const paragraphs = [line.text.slice(line.label.length)]
        for (let next = at + 1; next < own.length; next++) {
          const below = own[next] as Line
          if (
            below.label?.kind === 'article' ||
            below.label?.level === 0 ||
            below.table !== undefined ||
            below.heading ||
            closes.test(below.text)
          )
            break
          if (below.text === '') continue
          if (
            /^.{0,20}\d{4}年\d{1,2}月\d{1,2}日.{0,4}$/.test(below.text) ||
            /^(?:关联文件|相关(?:文件|链接)|分享|扫一扫|打印|【)/.test(below.text)
          )
            break
          paragraphs.push(below.text)
          last = below
        }
        const at_ = { start: line.start + line.label.length, end: last.end }
        const value = paragraphs.filter(Boolean).join('')
        const annex = part.kind === 'annex' ? (part.number ?? null) : null
        return [
          {
            annex,
            number: line.label.ordinal,
            text: { value, at: at_, confidence: 0.98 },
            start: line.start,
            end: last.end,
          },
        ]
      })
    })
    .filter(({ text: { value } }) => value !== '' && text !== '')
}
