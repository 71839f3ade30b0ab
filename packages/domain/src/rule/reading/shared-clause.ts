import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readPoints } from './terms.ts'

/** Clauses that say one thing of several: marks of parts in one list, cases under one consequence, marks that a hundred is brought to. */

const namesOf = words`(?<names>[\p{L}“”]{2,24}?(?:、[\p{L}“”]{2,16}?)+)(?:分别|各)?(?:占|为|计)(?=\d+(?:\.\d+)?分、)`
const pause = /、/uy
const byOwnRate =
  /，(?:均)?(?:按照?|以)(?:各自|相应|其)(?:的)?(?:比例|比率|完成率|实际值)(?:乘以?|×)(?:相应|各自)?(?:分值|满分|标准分)(?:计算|计分|折算|得分)*/uy
const rates = /[率比重例]$/u

/** 履约率、开工率分别占3分、4分，按各自比例乘以分值计算: parts with marks of their own, each by its rate. */
export function readRateParts(cursor: Cursor): Clause | undefined {
  const names = cursor.take(namesOf)?.groups?.names?.split('、') ?? []
  const marks: string[] = []
  do {
    const points = readPoints(cursor)
    if (points === undefined) return undefined
    marks.push(points)
  } while (cursor.take(pause))
  if (names.length !== marks.length || !names.every((name) => rates.test(name))) return undefined
  if (cursor.take(byOwnRate) === undefined) return undefined
  return {
    kind: 'several',
    clauses: names.flatMap((name, i): readonly Clause[] => [
      { kind: 'heading', name, marks: { kind: 'points', points: marks[i] as string } },
      { kind: 'ratio', measure: { kind: 'input', name } },
    ]),
  }
}

const ofHundred =
  /(?:实行|采用)?按?百分制(?:进行)?(?:考核|评分|打分|计分|评价)?，(?:再)?(?:按比例)?(?:折算|换算)(?:为|成)(?=\d)/uy
const entered = /(?:计入(?:总分|考核得分)?)?/uy

/** 按百分制考核，折算为15分计入总分. */
export function readOfHundred(cursor: Cursor): Clause | undefined {
  const points = cursor.take(ofHundred) && readPoints(cursor)
  cursor.take(entered)
  if (points === undefined) return undefined
  return {
    kind: 'several',
    clauses: [
      { kind: 'heading', marks: { kind: 'points', points } },
      { kind: 'quoted', name: '考核得分', of: '100' },
    ],
  }
}

const anyOf =
  /(?:有|存在|出现)(?:下列|以下)(?:情形|情况|行为|问题)之一的?，(?:则|即)?(?:本项|该项|此项|该指标|本指标)(?:不得分|不计分|得?0分|计0分|得零分):/uy
const oneCase = words`[①-⑳]?(?:\(?\d{1,2}[.)、])?(?<name>[\p{L}“”《》、]{2,40}?)的?(?=[；;，。]|$)`
const between = /[；;，]/uy

/** 有下列情形之一的，本项不得分：①…；②…. */
export function readAnyOf(cursor: Cursor): Clause | undefined {
  if (cursor.take(anyOf) === undefined) return undefined
  const clauses: Clause[] = []
  do {
    const when = cursor.take(oneCase)?.groups?.name
    if (when === undefined || /[扣得计加]\d|除外|每/u.test(when)) return undefined
    clauses.push({ kind: 'gate', when, effect: { kind: 'none' } })
  } while (cursor.take(between))
  return clauses.length > 1 ? { kind: 'several', clauses } : undefined
}
