import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readAmount } from './terms.ts'

const started = /不足|不满|不到/uy
/** Not 不得分 or 不计分: 不足80%的不得分 is a tier. */
const dropped = /的?(?:部分)?，?(?:不予?计(?!分)|不扣分|不加分)/uy
const asOne = /的?(?:部分)?，?(?:也)?按(?:照)?/uy
const counted = /计算?|扣分|加分|得分/uy

const sharedAfter = /的?(?:部分)?，?按(?:相应|同|等)?比例(?:折算|计算|计分|扣分|加分|得分|扣减)?/uy
const proRataAlone = /(?:按比例(?:计算|折算|扣减)|(?:可|允许)?按(?:相应|同等)比例(?:计算|折算|扣分|加分|计分))/uy
const wholeAlone = /(?:不足|不满)(?:一|1)个?(?:计分单位|单位|档)的?，?不(?:予)?计(?!分)(?:算)?/uy

/** 不足1个百分点的不计, 不足5%按5%计, 按比例计算: what a started step counts. */
export function readPartial(cursor: Cursor): Clause | undefined {
  if (cursor.take(proRataAlone)) return { kind: 'partial', partial: 'proRata' }
  if (cursor.take(wholeAlone)) return { kind: 'partial', partial: 'dropped' }
  const by = cursor.take(started) && readAmount(cursor)
  if (by === undefined) return undefined
  if (cursor.take(sharedAfter)) return { kind: 'partial', partial: 'proRata', by }
  if (cursor.take(dropped)) return { kind: 'partial', partial: 'dropped', by }
  const one = cursor.take(asOne) && readAmount(cursor)
  const same = one?.value === by.value && one.unit === by.unit
  return same && cursor.take(counted) ? { kind: 'partial', partial: 'whole', by } : undefined
}

const open = /\((?=不足|不满|不到)/uy
const close = /\)/uy

/** 每低5个百分点（不足5个百分点按5个百分点计）扣0.5分: said inside the step. */
export const readBracketedPartial = (cursor: Cursor): Clause | undefined =>
  cursor.attempt((c) => {
    const partial = c.take(open) && readPartial(c)
    return partial && c.take(close) ? partial : undefined
  })
