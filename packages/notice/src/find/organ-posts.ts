import type { Context } from '../text/context.ts'
import type { Cell, Line, Span, Table } from '../text/document.ts'
import { isOrgan } from '../text/organs.ts'
import { type Placed, placed, split, trimmed } from '../text/words.ts'
import { inSpans } from './region.ts'

export interface OrganPost {
  readonly post: Placed
  readonly person: Placed | null
  readonly title: Placed | null
}

const label =
  '(?:常务|第一|执行)?副?\\s?(?:组|主任?委?|指挥|总指挥)\\s?(?:长|员|任)|第[一二]组长|(?:常务|执行)?副?\\s?总?\\s?指\\s?挥长?|(?:正|副)?召集人|总召集人|成\\s?员|委\\s?员|副\\s?组\\s?长|组\\s?长'
/** 组长：甲某 县长, with what stands behind the post in the second group. */
export const postLine = new RegExp(
  `^(${label})(?:\\s?[:：]\\s*|[\\t ]\\s*(?=(?!姓名|单位|职务|名单)(?:[\\u4e00-\\u9fa5·]{2,4}|[\\u4e00-\\u9fa5] [\\u4e00-\\u9fa5])[\\t ]))(.*)$`,
)
/** A cell of the column of posts; heads of the office stand there too. */
const postCell = new RegExp(`^(?:${label}|(?:办公室)?(?:常务)?副?主任)\\s?[:：]?$`)

const personForm =
  /^([\u4e00-\u9fa5·]{2,4}|[\u4e00-\u9fa5](?:\s[\u4e00-\u9fa5]){1,2})(?:\s*[\t ]\s*|[（(，,])(.{2,60}?)[)）]?$/

/** 党政综合部部长屠苏: where the title ends and the name begins; undefined where no name follows. */
export function nameBehindTitle(words: string): number | undefined {
  const found =
    /^(.*(?:书记|[^部校院局]长|[部校院局]长|主任|常委|主席|巡视员|调研员|总经理|总工程师))\s?(?!助理|同志|兼|分管|负责)([\u4e00-\u9fa5]{2,3})$/.exec(
      words,
    )
  const name = found?.[2] ?? ''
  if (!found || /[长任记员委席]$|^[、和及]/.test(name)) return undefined
  return words.length - name.length
}

/** 县委书记, 市财政局局长: the words of a post, not a name. */
const isTitle = (words: string): boolean => /(?:书记|[^\s]长|主任|常委|主席|委员|总经理|专员)$/.test(words)

/** 县财政局 is four characters and nobody's name. */
const isBody = (words: string): boolean =>
  /^[省市县区州旗镇乡][\u4e00-\u9fa5]{1,2}(?:局|委|办|厅|院|部|会|站|所)$/.test(words)

type Holder = Omit<OrganPost, 'post'>

/** A person with a title, in either order, in brackets or behind a space. */
function personIn(text: string, span: Span): Holder | undefined {
  const inner = trimmed(text, span, '；;，。、')
  const words = text.slice(inner.start, inner.end)
  const found = personForm.exec(words)
  const [, one = '', two = ''] = found ?? []
  if (/^[各有相]|^[^（(]*[)）]/.test(one) || /^[^（(]*[)）]/.test(two)) return undefined
  if (found) {
    const secondAt = inner.start + words.indexOf(two, one.length)
    const former = placed(text, { start: inner.start, end: inner.start + one.length })
    const latter = placed(text, { start: secondAt, end: secondAt + two.length })
    const turned = isTitle(one) && /^[\u4e00-\u9fa5]{2,4}$/.test(two) && !isTitle(two)
    return turned ? { person: latter, title: former } : { person: former, title: latter }
  }
  return /^[\u4e00-\u9fa5]{2,3}$/.test(words) && !isTitle(words)
    ? { person: placed(text, inner), title: null }
    : undefined
}

/** 县委副书记、县长甲某某、副县长乙某: titles run on until a name closes them; a title alone has no person. */
function holdersIn(text: string, span: Span): readonly Holder[] {
  const holders: Holder[] = []
  let from: number | undefined
  for (const piece of split(text, trimmed(text, span, '；;，。、'), '、，')) {
    const words = text.slice(piece.start, piece.end).replace(/同志$/, '')
    const cut = nameBehindTitle(words)
    const end = piece.start + words.length
    if (cut !== undefined) {
      const title = trimmed(text, { start: from ?? piece.start, end: piece.start + cut })
      holders.push({
        person: placed(text, { start: piece.start + cut, end }, 0.88),
        title: placed(text, title, 0.88),
      })
      from = undefined
    } else if (from === undefined && /^[\u4e00-\u9fa5·]{2,4}$/.test(words) && !isTitle(words) && !isBody(words))
      holders.push({ person: placed(text, { start: piece.start, end }, 0.88), title: null })
    else from ??= piece.start
  }
  const rest = from === undefined ? '' : text.slice(from, span.end)
  if (from !== undefined && holders.length === 0 && isTitle(rest.replace(/[，,。；;\s]+$/, '')))
    holders.push({ person: null, title: placed(text, trimmed(text, { start: from, end: span.end }, '，。；;'), 0.85) })
  return holders
}

const cleaned = (words: string): string => words.replace(/[\s:：]/g, '')

/** Pieces of a line that each name a person: 甲某（局长）、乙某（主任）; a list of bare names; or the line itself. */
function peopleOf(text: string, span: Span): readonly Span[] {
  const bracketed = split(text, span, '、，；').filter(({ start, end }) =>
    /^[\u4e00-\u9fa5·\s]{2,5}[（(].{2,40}[)）]$/.test(text.slice(start, end)),
  )
  const pieces = split(text, span, '、，；')
  if (pieces.length > 1 && bracketed.length === pieces.length) return pieces
  return pieces.length > 1 && !/[（(\t ]/.test(text.slice(span.start, span.end).trim()) ? pieces : [span]
}

/** Lines 组长：… and the unlabelled ones under them. */
function fromLines(text: string, lines: readonly Line[]): readonly OrganPost[] {
  const posts: OrganPost[] = []
  let open: Placed | undefined
  for (const line of lines) {
    const found = line.table === undefined ? postLine.exec(line.text) : null
    const span = found ? { start: line.end - (found[2] ?? '').length, end: line.end } : line
    if (found)
      open = {
        value: cleaned(found[1] ?? ''),
        at: { start: line.start, end: line.start + (found[1] ?? '').length },
        confidence: 0.97,
      }
    else if (!open || line.text === '' || line.table !== undefined) {
      if (line.text === '' && posts.length === 0) open = undefined
      continue
    }
    const pieces = peopleOf(text, span)
    const sure = pieces.map((piece) => personIn(text, piece)).filter((one) => one !== undefined)
    const known = sure.length === 0 && found ? holdersIn(text, span) : sure
    if (!found && known.length < pieces.length) {
      open = undefined
      continue
    }
    if (open) for (const one of known) posts.push({ post: open, ...one })
  }
  return posts
}

const personCell = /^(?:[\u4e00-\u9fa5·]{2,4}|[\u4e00-\u9fa5](?:\s[\u4e00-\u9fa5]){1,2})$/
const notTitle = /^(?:序号|电话|联系电话|办公电话|手机|备注|联系方式|邮箱|性别)$/

/** The column whose cells below the header are nearly all of the form. */
function columnWith(rows: Table['rows'], form: RegExp, but?: number): number | undefined {
  const width = rows[0]?.length ?? 0
  for (let column = 0; column < width; column++) {
    if (column === but) continue
    const filled = rows.map((row) => row[column]?.text ?? '').filter((cell) => cell !== '')
    if (
      filled.length > 0 &&
      filled.length * 2 > (but === undefined ? 0 : rows.length) &&
      filled.every((cell) => form.test(cell))
    )
      return column
  }
  return undefined
}

/** Cells of unit and post side by side are one title. */
function titleOf(text: string, cells: readonly Cell[]): Placed | null {
  const [first] = cells
  const last = cells.at(-1)
  if (!first || !last) return null
  const whole = placed(text, { start: first.start, end: last.end }, 0.93)
  return { ...whole, value: cells.map((cell) => cell.text).join('') }
}

/** A table 职务 | 姓名 | 单位及职务: the posts stand in the column that holds nothing else, however it is headed. */
function fromTable(text: string, { rows }: Table): readonly OrganPost[] {
  const at = rows.slice(0, 3).findIndex((row) => row.some((cell) => /^姓\s?名$/.test(cell.text)))
  const body = rows.slice(at + 1)
  const posts = columnWith(body, postCell)
  const head = rows[at]
  const person = head ? head.findIndex((cell) => /^姓\s?名$/.test(cell.text)) : columnWith(body, personCell, posts)
  if (posts === undefined || person === undefined || person < 0) return []
  const titled = (body[0] ?? []).flatMap((_, column) =>
    column === posts || column === person || notTitle.test(cleaned(head?.[column]?.text ?? '')) ? [] : [column],
  )
  let post: Placed | undefined
  return body.flatMap((row): OrganPost[] => {
    const cell = row[posts]
    const name = row[person]
    if (cell && cell.text !== '') post = { ...placed(text, cell, 0.95), value: cleaned(cell.text) }
    if (!post || !name || !personCell.test(name.text)) return []
    const cells = titled.flatMap((column) => row[column] ?? []).filter((one) => /[\u4e00-\u9fa5]/.test(one.text))
    return [{ post, person: placed(text, name, 0.95), title: titleOf(text, cells) }]
  })
}

const office = '((?:常务|第一|执行)?副?(?:组长|主任委员|总指挥|指挥长|总?召集人))'
const heldBy = new RegExp(`${office}由([^，,。；\\n]{2,80}?)(?:担任|兼任)`)
const holds = new RegExp(
  `(?:由|[，,；：])([^，,。；：由\\n]{2,80}?)(?:担任|任|为)(?:领导小组|委员会)?${office}(?=[，,。；])`,
)

/** 甲某某、乙某: names only, no bodies. */
const persons = (text: string, span: Span): boolean =>
  split(text, span, '、，').every(({ start, end }) => {
    const words = text.slice(start, end)
    return /^[\u4e00-\u9fa5·]{2,4}$/.test(words) && !isOrgan(words) && !isTitle(words)
  })

const members = /[，,；：]([^，,。；：由\n]{2,120}?)(?:同志)?(?:为|任)(成员|委员)(?=[，,。；])/

/** 组长由县长王五担任, 由县长王五任组长: where no list names anybody. */
function fromSentences(text: string, spans: readonly Span[]): readonly OrganPost[] {
  const all = [
    ...inSpans(text, spans, heldBy).map(({ group }) => ({ post: group(1), people: group(2) })),
    ...[
      ...inSpans(text, spans, holds),
      ...inSpans(text, spans, members).filter(({ group }) => persons(text, group(1))),
    ].map(({ group }) => ({ post: group(2), people: group(1) })),
  ].sort((a, b) => a.post.start - b.post.start)
  return all.flatMap(({ post, people }) =>
    holdersIn(text, people).map((holder): OrganPost => ({ post: placed(text, post, 0.9), ...holder })),
  )
}

/** Who holds which post where a body is spoken of: in lines, else in a table, else in sentences. */
export function postsOf({ text, lines, tables }: Context, spans: readonly Span[]): readonly OrganPost[] {
  const within = (at: number) => spans.some(({ start, end }) => at >= start && at <= end)
  const listed = fromLines(
    text,
    lines.filter(({ end }) => within(end)),
  )
  if (listed.length > 0) return listed
  const tabled = tables
    .filter(({ firstLine }) => within(lines[firstLine]?.start ?? -1))
    .flatMap((table) => fromTable(text, table))
  return tabled.length > 0 ? tabled : fromSentences(text, spans)
}
