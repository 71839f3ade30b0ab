import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { entryNames, listNames, nameBefore, readPoints } from './terms.ts'

/** Marks without 得: 制定管理办法1分; 纪要1分、签到册0.5分; 市级媒体采用每条0.1分，省级0.3分. */

const end = '(?=[，;。\\n)]|$)'
const number = '\\d+(?:\\.\\d+)?'
const alone = nameBefore(`，?${number}分${end}`, listNames, /^$/u)
const inList = nameBefore(`${number}分(?:、|${end})`, entryNames, /^$/u)
/** 满分, 基础分, 共: what a number of points stands behind when it is no entry of a list. */
const noEntry =
  /[分占共计为得扣加奖至到第约各减记]$|^(?:总|满|标准|基础|基本|本项|该项|合计|分值|权重)|权重$|分值$|名$/u
/** Words that say how something scores. */
const scores = /每|扣|分|[加得计记奖]\d|最[高多低]|百分|以[上下]|[高低]于|超过|不足|酌情|视情|[，;]/u
/** Levels and places exclude each other or count each for itself; they are no list of what has to be done. */
const level =
  /^(?:第|前|后|[一二三四五六特]等|[一二三四五]级|优|良|合格|不合格|国家|中央|全国|国务院|党中央|省|市|县|区|乡|镇|全[省市县]|好|较|一般|中等?$|差|[A-E甲乙丙丁]|[上下]半年|[一二三四]季)/u

const isEntry = (name: string, least: number): boolean =>
  [...name].length >= least && !noEntry.test(name) && !level.test(name) && !scores.test(name)

/** 制定管理办法1分: an entry of a list, its 得 left out. */
export const readBareEntry = (cursor: Cursor): Clause | undefined => cursor.first([readEntries, readEntry])

function readEntry(cursor: Cursor): Clause | undefined {
  const name = alone(cursor)
  if (name === undefined || !isEntry(name, 4)) return undefined
  cursor.take(stop)
  const points = readPoints(cursor)
  return points === undefined ? undefined : { kind: 'entry', name, points }
}

const pause = /、/uy
/** 有预算管理制度，2分. */
const stop = /，/uy

function readEntries(cursor: Cursor): Clause | undefined {
  const entries: Extract<Clause, { readonly kind: 'entry' }>[] = []
  do {
    const name = inList(cursor)
    const points = name === undefined ? undefined : readPoints(cursor)
    if (name === undefined || points === undefined || !isEntry(name, 2)) return undefined
    entries.push({ kind: 'entry', name, points })
  } while (cursor.take(pause))
  return entries.length > 1 ? { kind: 'several', clauses: entries } : undefined
}

const unit = '人次|件次|户次|[条篇次件个项家起例期场份]'
const pricedName = nameBefore(`的?每(?:${unit})${number}分${end}`, listNames)
const each = sticky(`的?每(?<unit>${unit})`)

/** 市级媒体采用每条0.1分: a price that is earned, since nothing says that it is taken. */
export function readBarePrice(cursor: Cursor): Clause | undefined {
  const name = pricedName(cursor)
  const per = name === undefined ? undefined : cursor.take(each)?.groups?.unit
  const points = per && readPoints(cursor)
  if (name === undefined || !per || !points) return undefined
  return { kind: 'count', counted: { verb: '', per: '1', unit: per, name }, effect: 'credit', points }
}
