import type { Context } from '../text/context.ts'
import { dateLine } from '../text/dates.ts'
import type { Line } from '../text/document.ts'
import { isOrgan, organEnd } from '../text/organs.ts'
import { attachmentMark, paperKind } from '../text/parts.ts'
import type { Placed } from '../text/words.ts'

const furniture =
  /^(?:关联文件|相关(?:文件|链接|附件|阅读|解读)|附件下载|分享|扫一扫|打印|关闭|责任编辑|来源|上一篇|下一篇|【|\[|主办|承办|版权|网站|备案|[-—－]\s?\d|第\s?\d+\s?页)|\.(?:docx?|pdf|xlsx?|wps)$/

const closes = /[。！？；;.!?…)）”》"】|]$|日\s?印\s?发$|印发$|此页无正文/

const content = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ text }) => text !== '' && !furniture.test(text))

/** 合计 10 under marks of 20: the last number has lost its end. */
function cutsTotal({ tables }: Context, last: Line): boolean {
  const rows = last.table === undefined ? [] : (tables[last.table]?.rows ?? [])
  const total = rows.at(-1)
  const at = total?.findLastIndex(({ text }) => text !== '') ?? -1
  if (!total || at < 1 || !/^(?:合\s?计|总\s?计|总\s?分)$/.test(total[0]?.text ?? '')) return false
  const number = Number(total[at]?.text)
  const above = rows.slice(0, -1).map((row) => Number(row[at]?.text || Number.NaN))
  return above.filter(Number.isFinite).length > 2 && above.some((one) => one > number)
}

/** 县医保局, 县教育局 and last 县住 in the column of owners: the last cell has lost the end of a name. */
function cutsName({ tables }: Context, last: Line): boolean {
  const rows = last.table === undefined ? [] : (tables[last.table]?.rows ?? [])
  const cell = rows.at(-1)?.findLast(({ text }) => text !== '')
  const at = cell && rows.at(-1)?.indexOf(cell)
  if (!cell || at === undefined || rows.length < 5 || !/^[\u4e00-\u9fa5]{1,3}$/.test(cell.text)) return false
  const above = rows.slice(1, -1).flatMap((row) => (row[at]?.text ? [row[at].text] : []))
  return above.length > 2 && above.every(isOrgan) && !organEnd.test(cell.text)
}

/** The text stops in the middle: its last line leaves a sentence open. A copy without the block of the signature is no cut. */
export function isTruncated(
  context: Context,
  { signed, dated }: { readonly signed: boolean; readonly dated: boolean },
): boolean {
  const own = content(context.lines)
  const last = own.at(-1)
  if (!last) return false
  if (cutsTotal(context, last) || cutsName(context, last)) return true
  if (last.table !== undefined || dateLine(last.text) || closes.test(last.text)) return false
  if (
    isOrgan(last.text.slice(last.text.lastIndexOf('、') + 1)) ||
    attachmentMark(last.text) ||
    paperKind.test(last.text) ||
    /(?:\d{7}|[A-Za-z]{2,})$/.test(last.text)
  )
    return false
  if (context.lists.some(({ from, to }) => last.index >= from && last.index < to)) return !signed && !dated
  if (
    /^(?:抄\s?送|联系|电话|备注|注|地址|邮编|邮箱|传真|网址|公开方式)[:：]?|^(?:填表|填报|制表|审核|报送|单位)[^：:]{0,12}[:：]/.test(
      last.text,
    )
  )
    return false
  return !likeOthers(own, last)
}

/** The last of a list whose entries all end without a stop. */
function likeOthers(own: readonly Line[], last: Line): boolean {
  const before = own.at(-2)
  if (!before || !last.label || last.text.length > 40 || /[，、（(：:]$/.test(last.text)) return false
  return before.label?.level === last.label.level && before.text.length <= 40 && !closes.test(before.text)
}

/** The text begins in the middle: no title or number, and its first line goes on from something. */
export function startsMidDocument(context: Context, title: Placed | null, number: Placed | null): boolean {
  const [first] = content(context.lines)
  if (!first || number || (title && title.at.start <= (content(context.lines)[12]?.start ?? Number.POSITIVE_INFINITY)))
    return false
  return first.table === undefined
}
