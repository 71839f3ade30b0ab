import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { type Placed, placed, split } from '../text/words.ts'

const addressed =
  /(?:政府|党委|党工委|党组|部门|单位|机构|委|办|局|处|会|办事处|管委会|科室|公司|企业|学校|院|中心|站|所|同志|乡镇|街道|组|县|区|市|州|队|社区|村|团体|党派|协会|分局|支队|大队|银行|代表处|负责人|工会|部委|党支部|党总支)(?:[（(][^）)]*[)）])?\s?[:：]$/

const never =
  /^(?:附|抄|联系|电话|主题|来源|时间|地点|一、|第)|[。；]|如下|通知|^(?:副?组\s?长|成\s?员|主\s?任)|以下|包括/

/** A piece that is no body by itself: 政府 of 党委、政府, 各区 of 各区、县（市）人民政府. */
const tail = /^(?:人民)?政府(?:[（(]办事处[)）])?$|^办事处$|^管委会$|^管理委员会$|^党工委$|^党组$|^单位$/
const stem = /(?:^|、)(?:各?(?:自治)?[省市县区乡镇州盟旗]|各乡[（(]镇[)）]|市辖区|地区|中央|[国部中]|中省|省部属)$/

/** 各市（州）商务局、发展改革委: the second body stands in the same places as the first. */
const sharesPlace = (before: string, words: string): boolean =>
  /^各[省市县区州盟].{2,20}[局委厅办院]$/.test(before) &&
  /^[\u4e00-\u9fa5]{3,10}[局委厅办院]$/.test(words) &&
  !/^(?:各|[省市县区州盟]|有关|相关|驻|本|中央|国家)/.test(words)

function pieces(text: string, span: Span): readonly Span[] {
  return split(text, span, '，,；;').flatMap((group) => {
    const joined: Span[] = []
    for (const piece of split(text, group, '、')) {
      const last = joined.at(-1)
      const words = text.slice(piece.start, piece.end)
      const before = last ? text.slice(last.start, last.end) : ''
      if (last && (tail.test(words) || (stem.test(before) && !/^各/.test(words)) || sharesPlace(before, words)))
        joined[joined.length - 1] = { start: last.start, end: piece.end }
      else joined.push(piece)
    }
    return joined
  })
}

const isAddress = ({ text, label, table }: Line): boolean =>
  !label &&
  table === undefined &&
  text.length <= 300 &&
  (addressed.test(text) || /^(?:各|市|县|区|省|州|驻|局|本|有关|相关)[^为是]{2,80}[:：]$/.test(text)) &&
  !never.test(text)

/** 主送机关: the line behind the head that ends with a colon; it may run over two lines. */
export function findAddressees({ text, lines, head, letter, meta }: Context): readonly Placed[] {
  const begin = (head.at(-1)?.index ?? -1) + 1
  const near = lines
    .slice(begin, Math.min(letter.to, begin + 8))
    .filter((line) => line.text !== '' && !meta.lines.has(line.index))
  const at = near.findIndex(isAddress)
  if (at < 0 || at > 2) return []
  const line = near[at] as Line
  const upper = head.at(-1)
  const wraps = upper && line.index - upper.index === 1 && /[、，]$/.test(upper.text)
  const span = { start: wraps ? upper.start : line.start, end: line.end - 1 }
  return pieces(text, span).map((piece) => placed(text, piece, 0.96))
}
