import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { listNames, nameBefore } from './terms.ts'

const circumstance = nameBefore('，每|，\\p{L}{0,4}(?:一|1)[例起次个项件人户篇条份处天家]', listNames)
/** 因工作不力被通报批评，每发生一次: what the words before the stop tell of, and no sentence of their own. */
const opensCircumstance =
  /^(?:年内|全年)?(?:因|由于|对|在|按|经|凡|被|未|不|没有|无|存在|出现|发生|违反|违规)|不(?:及时|规范|到位|准确|完整|力|健全|齐全|落实|严|实|符合\p{L}*(?:要求|规定|标准))$/u
/** 秸秆焚烧火点，每发现1处; 公务用车违规使用，每发现1次: any thing or deed, before a price for each that is found. */
const thing = /^[\p{L}、]{4,24}$/u
const saysMore = /[每扣得]|完成|达到|不足|测评|考核|排名|评为|[率度比额值量]$|^(?:在|每|按|经|根据|以|其|由|如|若|除)/u
const foundNext = words`(?=，(?:每(?:发现|发生|出现|查出|查实|有|被[\p{L}]{1,4})?|发现|发生|出现|查实)(?:1|一)?(?:人次|批次|例|起|次|个|项|件|人|户|篇|条|份|处|家|笔|宗)(?:[未不]\p{L}{1,6})?[扣减])`
export const readCircumstance = (cursor: Cursor): string | undefined =>
  cursor.attempt((c) => {
    const name = circumstance(c)
    if (name === undefined || name.endsWith('的')) return undefined
    return opensCircumstance.test(name) || (thing.test(name) && !saysMore.test(name) && c.take(foundNext))
      ? name
      : undefined
  })
