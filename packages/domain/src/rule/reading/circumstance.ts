import type { Cursor } from './cursor.ts'
import { listNames, nameBefore } from './terms.ts'

const circumstance = nameBefore('，每|，\\p{L}{0,4}(?:一|1)[例起次个项件人户篇条份处天家]', listNames)
/** 因工作不力被通报批评，每发生一次: what the words before the stop tell of, and no sentence of their own. */
const opensCircumstance =
  /^(?:年内|全年)?(?:因|由于|对|在|按|经|凡|被|未|不|没有|无|存在|出现|发生|违反|违规)|不(?:及时|规范|到位|准确|完整|力|健全|齐全|落实|严|实|符合\p{L}*(?:要求|规定|标准))$/u
export const readCircumstance = (cursor: Cursor): string | undefined =>
  cursor.attempt((c) => {
    const name = circumstance(c)
    return name !== undefined && opensCircumstance.test(name) && !name.endsWith('的') ? name : undefined
  })
