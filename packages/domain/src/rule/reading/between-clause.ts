import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readBand } from './edges.ts'

const among =
  /(?:介于|处于|居于|在)?(?:(?:以上|上述)?(?:二者|两者)|其|上述区间)?(?:之间|中间|其余|其他)(?:值|部分|情况|情形)?的?，?/uy
const tail = /(?:之间)?的?，?/uy
const linear =
  /(?:则)?(?:采用|采取|按照?|用|以|运用)?(?:直线|线性)?(?:插值|内插|插入)(?:法|公式)?(?:进行)?(?:计算|折算|确定|换算)*(?:得分|计分|赋分|分值)?/uy

/** 介于二者之间的，采用直线插值法计分; 60%—90%之间的按插值法得分. */
export function readBetween(cursor: Cursor): Clause | undefined {
  if (cursor.take(among)) return cursor.take(linear) ? { kind: 'between' } : undefined
  const band = cursor.attempt(readBand)
  if (band === undefined) return cursor.take(linear) ? { kind: 'between' } : undefined
  cursor.take(tail)
  return band.from && band.to && cursor.take(linear) ? { kind: 'between', band } : undefined
}
